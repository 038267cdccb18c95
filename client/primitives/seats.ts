import Clock3 from 'lucide-react/icons/clock-3';
import LogOut from 'lucide-react/icons/log-out';
import MonitorCheck from 'lucide-react/icons/monitor-check';
import UserCheck from 'lucide-react/icons/user-check';
import type { AttendanceState, RollEntry } from '../../models/contracts/attendance.ts';
import type { Id } from '../../models/ids.ts';
import type { Seat } from './SeatMap.tsx';

/** What a seat says of its owner: sits there, takes part from elsewhere, has gone, or has not come. */
export type SeatState = 'taken' | 'online' | 'left' | 'free';

const seatState = (state: AttendanceState): SeatState => {
  if (state === 'in_person') return 'taken';
  return state === 'online' || state === 'left' ? state : 'free';
};

const looks = {
  taken: { tone: 'for', icon: UserCheck },
  online: { tone: 'abstain', icon: MonitorCheck },
  left: { tone: 'neutral', icon: LogOut },
  free: { tone: 'neutral', icon: Clock3 },
} as const satisfies Record<SeatState, Pick<Seat, 'tone' | 'icon'>>;

/** The roll as seats of the room. @param word what a state is called, read aloud */
export const seatsOf = (
  entries: readonly RollEntry[],
  speakerId: Id | null,
  word: (state: SeatState) => string,
): Seat[] =>
  entries.map(({ personId, fullName, seat, state }) => {
    const shown = seatState(state);
    const isSpeaking = personId === speakerId;
    return { id: personId, fullName, seat, ...looks[shown], meaning: word(shown), isSpeaking };
  });
