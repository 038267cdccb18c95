import DoorOpen from 'lucide-react/icons/door-open';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Icon } from '../../primitives/Icon.tsx';
import styles from './DoorWatch.module.css';
import { useDoors } from './useDoors.ts';

/** Before whose doors people wait, on every page of the staff; each leads to where they are let in. */
export function DoorWatch() {
  const { t } = useTranslation('door');
  const crowds = useDoors();
  return (
    <nav aria-label={t('watch')} className={styles.watch}>
      {crowds.map(({ door: { meetingId, waiting }, title }) => (
        <Link key={meetingId} to={`/meetings/${meetingId}?tab=people`} className={styles.link}>
          <Icon of={DoorOpen} />
          <span className={styles.words}>
            {t('watchLine', { count: waiting.length, meeting: title })}
          </span>
          <span className={styles.count} aria-hidden>
            {waiting.length}
          </span>
        </Link>
      ))}
      <span role="status" className="nt-hidden">
        {crowds
          .map(({ door, title }) => t('watchLine', { count: door.waiting.length, meeting: title }))
          .join('. ')}
      </span>
    </nav>
  );
}
