import DoorClosed from 'lucide-react/icons/door-closed';
import DoorOpen from 'lucide-react/icons/door-open';
import { useTranslation } from 'react-i18next';
import { type CheckIns, setCheckIns } from '../../../../models/contracts/attendance.ts';
import type { Id } from '../../../../models/ids.ts';
import { StatusBadge } from '../../../primitives/Badge.tsx';
import { Button } from '../../../primitives/Button.tsx';
import { useNow } from '../../../primitives/Clock.tsx';
import { formatDateTime, formatTime, isSameDay } from '../../../primitives/dates.ts';
import { useMutationRoute } from '../../../realtime/queries.ts';
import { useClockOffset } from '../../../realtime/server-clock.ts';
import { type CheckInPhase, phaseOf } from './check-in-times.ts';
import styles from './RollDesk.module.css';
import { useCheckIns } from './useCheckIns.ts';

/** Whether check-ins are taken now and until when; the staff open and close them by hand, which leaves a trace. */
export function RollDoor({ meetingId }: { meetingId: Id }) {
  const { t } = useTranslation('roll');
  const checkIns = useCheckIns(meetingId);
  const now = useNow(useClockOffset());
  const words = usePhaseWords();
  const set = useMutationRoute(setCheckIns);
  if (checkIns === undefined) return null;
  const isOver = checkIns.state !== 'planned' && checkIns.state !== 'open';
  const phase = phaseOf(checkIns, now);
  const byHand = (hand: CheckIns['byHand']) =>
    set.mutateAsync({ params: { meetingId }, body: { byHand: hand } });
  return (
    <div className={styles.door}>
      <StatusBadge
        meaning={phase === 'open' ? 'for' : 'neutral'}
        icon={phase === 'open' ? DoorOpen : DoorClosed}
        look="plain"
      >
        {words(phase, checkIns, now)}
      </StatusBadge>
      {!isOver && (
        <Button
          icon={phase === 'open' ? DoorClosed : DoorOpen}
          onPress={() => byHand(phase === 'open' ? 'closed' : 'open')}
        >
          {t(`door.act.${phase}`)}
        </Button>
      )}
      {!isOver && checkIns.byHand !== null && (
        <Button kind="quiet" onPress={() => byHand(null)}>
          {t('door.byTimes')}
        </Button>
      )}
    </div>
  );
}

const clock = (at: string, now: number): string =>
  isSameDay(at, now) ? formatTime(at) : formatDateTime(at);

function usePhaseWords() {
  const { t } = useTranslation('roll');
  return (phase: CheckInPhase, { byHand, opensAt, closesAt }: CheckIns, now: number): string => {
    if (phase === 'early') return t('door.early', { time: clock(opensAt, now) });
    if (byHand !== null) return t(`door.${phase}ByHand`);
    if (phase === 'closed') return t('door.closed');
    return closesAt === null ? t('door.open') : t('door.openUntil', { time: clock(closesAt, now) });
  };
}
