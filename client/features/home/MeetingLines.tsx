import { useTranslation } from 'react-i18next';
import type { MeetingSummary } from '../../../models/contracts/meetings.ts';
import { currentLanguage } from '../../locales/index.ts';
import { StatusBadge } from '../../primitives/Badge.tsx';
import { Link } from '../../primitives/Link.tsx';
import { formatDay, formatTime } from '../../primitives/dates.ts';
import styles from './Home.module.css';
import { stateMeanings } from './meanings.ts';

/** Meetings of other days, a line each. */
export function MeetingLines({ meetings }: { meetings: readonly MeetingSummary[] }) {
  const { t } = useTranslation('home');
  return (
    <ul className={styles.lines}>
      {meetings.map(({ id, title, startsAt, roomName, state }) => (
        <li key={id} className={styles.line}>
          <span className={styles.day}>
            {formatDay(startsAt, currentLanguage())} · {formatTime(startsAt)}
          </span>
          <span className={styles.lineTitle}>
            <Link to={`/meetings/${id}`}>{title}</Link>
            <span className={styles.place}>{roomName ?? t('online')}</span>
          </span>
          {state !== 'planned' && (
            <StatusBadge meaning={stateMeanings[state]} look="plain">
              {t(`states.${state}`)}
            </StatusBadge>
          )}
        </li>
      ))}
    </ul>
  );
}
