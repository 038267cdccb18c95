import type { AttendanceState, CheckInMethod, Quorum } from '../../models/contracts/attendance.ts';
import type { MeetingState } from '../../models/contracts/meetings.ts';
import type { Fraction } from '../../models/contracts/rules.ts';
import type { ErrorCode } from '../../models/errors.ts';

/** Present is who is in the room or online; both count for the quorum and may vote. */
export const presentStates: readonly AttendanceState[] = ['in_person', 'online'];

export const isPresent = (state: AttendanceState): boolean => presentStates.includes(state);

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

interface Recorded {
  state: AttendanceState;
}

/**
 * What the roll says after someone checked in. Nobody loses the seat in the room by also joining online, and
 * whoever the secretary marked absent is present once they really come.
 * @returns null when nothing changes
 */
export function stateAfterCheckIn(
  earlier: Recorded | undefined,
  method: Exclude<CheckInMethod, 'manual'>,
): AttendanceState | null {
  const wanted = method === 'online' ? 'online' : 'in_person';
  if (earlier?.state === wanted) return null;
  if (earlier?.state === 'in_person') return null;
  return wanted;
}

/** The roll is corrected by hand until the meeting is cancelled; also afterwards, as minutes are written later. */
export const mayCorrect = (state: MeetingState): ErrorCode | null =>
  state === 'cancelled' ? 'meeting_state' : null;
