import { useQuery } from '@tanstack/react-query';
import Clock from 'lucide-react/icons/clock';
import MapPin from 'lucide-react/icons/map-pin';
import UsersRound from 'lucide-react/icons/users-round';
import { useTranslation } from 'react-i18next';
import { type AttendanceState, getRoll } from '../../../models/contracts/attendance.ts';
import type { MeetingSummary } from '../../../models/contracts/meetings.ts';
import { type Meaning, StatusBadge } from '../../primitives/Badge.tsx';
import { Icon } from '../../primitives/Icon.tsx';
import { Link } from '../../primitives/Link.tsx';
import { formatTime } from '../../primitives/dates.ts';
import { routeQuery } from '../../realtime/queries.ts';
import { useMe } from '../../realtime/session.tsx';
import styles from './Home.module.css';
import { stateMeanings } from './meanings.ts';

/** One meeting of the day, with the one thing to do. */
export function TodayMeeting({ meeting }: { meeting: MeetingSummary }) {
  const { t } = useTranslation('home');
  const { isStaff } = useMe();
  const { id, title, state, startsAt, endsAt, roomName, bodyName, myRole } = meeting;
  const isOver = state === 'closed' || state === 'cancelled';
  return (
    <article className={styles.card}>
      <div className={styles.cardHead}>
        <h3>{title}</h3>
        <StatusBadge meaning={stateMeanings[state]}>{t(`states.${state}`)}</StatusBadge>
      </div>
      <ul className={styles.facts}>
        <li>
          <Icon of={Clock} />
          <span className="nt-figures">
            {formatTime(startsAt)} – {formatTime(endsAt)}
          </span>
        </li>
        <li>
          <Icon of={MapPin} />
          {roomName ?? t('online')}
        </li>
        <li>
          <Icon of={UsersRound} />
          {bodyName}
        </li>
      </ul>
      <p className={styles.mine}>
        {t(`roles.${myRole ?? 'none'}`)}
        {myRole !== null && <MyAttendance meetingId={id} />}
      </p>
      <div className={styles.actions}>
        {myRole !== null && !isOver && (
          <Link to={`/meetings/${id}/room`} kind="primary" size="large">
            {t('join')}
          </Link>
        )}
        <Link
          to={`/meetings/${id}`}
          kind={myRole === null && !isOver ? 'primary' : 'secondary'}
          size="large"
        >
          {isStaff && !isOver ? t('conduct') : t('details')}
        </Link>
      </div>
      {state === 'planned' && myRole !== null && <p className={styles.hint}>{t('notOpenYet')}</p>}
    </article>
  );
}

const meanings: Record<AttendanceState, Meaning> = {
  not_yet: 'attention',
  in_person: 'for',
  online: 'for',
  left: 'attention',
  excused: 'abstain',
  absent: 'against',
};

/** What the roll says of me now. */
function MyAttendance({ meetingId }: { meetingId: string }) {
  const { t } = useTranslation('home');
  const { personId } = useMe();
  const { data } = useQuery({
    ...routeQuery(getRoll, { params: { meetingId } }),
    refetchInterval: 30_000,
  });
  const mine = data?.entries.find((entry) => entry.personId === personId);
  if (mine === undefined) return null;
  return (
    <StatusBadge meaning={meanings[mine.state]} look="plain">
      {t(`attendance.${mine.state}`)}
      {mine.at !== null && mine.state !== 'not_yet' && ` · ${formatTime(mine.at)}`}
    </StatusBadge>
  );
}
