import CircleCheck from 'lucide-react/icons/circle-check';
import { useTranslation } from 'react-i18next';
import type { Greeting } from '../../../../models/contracts/kiosk.ts';
import { Icon } from '../../../primitives/Icon.tsx';
import { formatTime } from '../../../primitives/dates.ts';
import styles from './Kiosk.module.css';

/** Name, office, seat and time, large, for the moment in which someone walks by. */
export function GreetingCard({ greeting }: { greeting: Greeting }) {
  const { t } = useTranslation('kiosk');
  const { fullName, office, seat, at, already } = greeting;
  return (
    <div className={styles.card} role="status">
      <Icon of={CircleCheck} size="3.5rem" />
      <p className={styles.welcome}>{t(already ? 'already' : 'welcome')}</p>
      <p className={styles.name}>{fullName}</p>
      {office && <p className={styles.office}>{office}</p>}
      <p className={styles.facts}>
        {seat && <span>{t('seat', { seat })}</span>}
        <span className="nt-figures">{t('at', { time: formatTime(at) })}</span>
      </p>
    </div>
  );
}

export function RecentGreetings({ greetings }: { greetings: readonly Greeting[] }) {
  const { t } = useTranslation('kiosk');
  if (greetings.length === 0) return null;
  return (
    <ul className={styles.recent} aria-label={t('recent')}>
      {greetings.map(({ personId, fullName, at }) => (
        <li key={personId}>
          <Icon of={CircleCheck} /> {fullName} <span className="nt-figures">{formatTime(at)}</span>
        </li>
      ))}
    </ul>
  );
}
