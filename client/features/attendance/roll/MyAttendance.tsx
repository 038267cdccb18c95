import { useTranslation } from 'react-i18next';
import type { Id } from '../../../../models/ids.ts';
import { SkeletonLine } from '../../../primitives/Skeleton.tsx';
import { formatTime } from '../../../primitives/dates.ts';
import { useRoll } from '../../../realtime/roll.ts';
import { useMe } from '../../../realtime/session.tsx';
import { AttendanceBadge } from './AttendanceBadge.tsx';
import styles from './Roll.module.css';

/** How the roll has the signed-in person, live; nothing for someone who is not on it. */
export function MyAttendance({ meetingId }: { meetingId: Id }) {
  const { t } = useTranslation('roll');
  const { personId } = useMe();
  const roll = useRoll(meetingId).data;
  if (roll === undefined) return <SkeletonLine />;
  const mine = roll.entries.find((entry) => entry.personId === personId);
  if (mine === undefined) return null;
  return (
    <span className={styles.mine}>
      <AttendanceBadge state={mine.state} />
      {mine.at !== null && (
        <span className="nt-figures">{t('at', { time: formatTime(mine.at) })}</span>
      )}
    </span>
  );
}
