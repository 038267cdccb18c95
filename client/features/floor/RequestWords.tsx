import { useTranslation } from 'react-i18next';
import type { FloorEntry } from '../../../models/contracts/floor.ts';
import { formatTime } from '../../primitives/dates.ts';
import { useMe } from '../../realtime/session.tsx';
import styles from './Floor.module.css';
import { KindBadge } from './KindBadge.tsx';
import type { NameOf } from './names.ts';

/** Who asks, for what, about what and since when. */
export function RequestWords({ entry, nameOf }: { entry: FloorEntry; nameOf: NameOf }) {
  const { t } = useTranslation('floor');
  const me = useMe();
  const { name, office } = nameOf(entry.personId);
  return (
    <div>
      <p className={styles.name}>
        {name}
        {entry.personId === me.personId && ` (${t('you')})`}
      </p>
      {office && <p className={styles.soft}>{office}</p>}
      {entry.topic && <p className={styles.topic}>{entry.topic}</p>}
      <p className={styles.facts}>
        <KindBadge kind={entry.kind} />
        <span>{t('waitingSince', { time: formatTime(entry.askedAt) })}</span>
      </p>
    </div>
  );
}
