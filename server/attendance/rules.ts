import type {
  AttendanceState,
  CheckInMethod,
  CorrectedTo,
  Quorum,
} from '../../models/contracts/attendance.ts';
import type { MeetingState } from '../../models/contracts/meetings.ts';
import type { Fraction } from '../../models/contracts/rules.ts';
import type { ErrorCode } from '../../models/errors.ts';
import { isPresent, presentStates } from '../../models/presence.ts';

export { isPresent, presentStates };

/**
 * The quorum of a body.
 * @param members all voting members of the body, whether invited, present or absent
 * @param fraction of all members who must be present; the rule of People's Committees is two thirds
 *   (Law 77/2015/QH13, article 114), that is `ceil(2n/3)`
 */
export function quorumOf(members: number, present: number, fraction: Fraction): Quorum {
  const needed = Math.ceil((members * fraction.numerator) / fraction.denominator);
  return { members, present, needed, reached: present >= needed };
}

/** What the roll says of someone, and since when. */
export interface Recorded {
  state: AttendanceState;
  method: CheckInMethod;
  at: string;
}

/** A sign that someone came. */
export interface Coming {
  state: Presence;
  method: Exclude<CheckInMethod, 'manual'>;
  /** When they came, which is before now when a door that was cut off sends it late. */
  at: string;
}

export type Presence = 'in_person' | 'online';

/**
 * What the roll says after someone checked in. Nobody loses the seat in the room by also joining online, and
 * whoever the secretary marked absent is present once they really come.
 * @returns null when nothing changes
 */
export function stateAfterCheckIn(
  earlier: Recorded | undefined,
  { state, at }: Coming,
): Presence | null {
  if (earlier === undefined) return state;
  if (earlier.state === state || earlier.state === 'in_person') return null;
  const hasLeft = earlier.state === 'left';
  const isByHand = earlier.method === 'manual';
  // What comes late does not undo what was seen since.
  if (at < earlier.at && (isByHand || hasLeft)) return null;
  // A browser that connects again is no return of someone whom the secretary saw leave.
  if (state === 'online' && hasLeft && isByHand) return null;
  return state;
}

/**
 * Whether a check-in is taken now.
 * @param takesCheckIns what the times of the meeting, or the secretary's hand, say
 */
export function mayCheckIn(
  earlier: Recorded | undefined,
  { state }: Pick<Coming, 'state'>,
  meeting: { state: MeetingState; takesCheckIns: boolean },
): ErrorCode | null {
  const isOpen = meeting.state === 'open';
  // Joining online is part of a running meeting; the door opens before it.
  if (state === 'online' && !isOpen) return 'meeting_not_open';
  if (meeting.takesCheckIns) return null;
  // Whoever was on the roll in time comes back in at any time.
  const wasThere = earlier !== undefined && (isPresent(earlier.state) || earlier.state === 'left');
  if (isOpen) return wasThere ? null : 'check_in_closed';
  return 'meeting_not_open';
}

/**
 * What the roll says after the secretary's hand.
 * @param before where the person last was present, for `returned`
 * @returns null when the person is not concerned
 */
export function stateByHand(
  to: CorrectedTo,
  earlier: AttendanceState,
  before: AttendanceState | undefined,
): AttendanceState | null {
  if (to === 'returned') return earlier === 'left' ? (before ?? 'in_person') : null;
  if (to === 'left') return isPresent(earlier) ? 'left' : null;
  return to === earlier ? null : to;
}

/** Coming and going is seen by everyone; any other correction says why. */
export const needsReason = (to: CorrectedTo): boolean => to !== 'left' && to !== 'returned';

/**
 * What the roll says when someone's line to the online room is gone for good, or back.
 * @returns null when that changes nothing: the door, the secretary and other systems go before the line
 */
export function stateOfLine(
  earlier: Recorded | undefined,
  isThere: boolean,
): 'online' | 'left' | null {
  if (earlier === undefined || !(earlier.method === 'online' || earlier.method === 'face'))
    return null;
  if (earlier.state === 'online' && !isThere) return 'left';
  return earlier.state === 'left' && isThere ? 'online' : null;
}

/** The roll is corrected by hand until the meeting is cancelled; also afterwards, as minutes are written later. */
export const mayCorrect = (state: MeetingState): ErrorCode | null =>
  state === 'cancelled' ? 'meeting_state' : null;
