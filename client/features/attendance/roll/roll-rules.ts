import {
  type AttendanceState,
  type Roll,
  type RollEntry,
  attendanceStates,
  type rollChanged,
} from '../../../../models/contracts/attendance.ts';
import type { DataOf } from '../../../../models/contracts/event.ts';

const isPresent = (state: AttendanceState): boolean => state === 'in_person' || state === 'online';

/** How many are in each state, guests too. */
export function countStates(entries: readonly RollEntry[]): Record<AttendanceState, number> {
  const counts = { in_person: 0, online: 0, excused: 0, absent: 0, not_yet: 0 };
  for (const { state } of entries) counts[state] += 1;
  return counts;
}

/** The states in the order in which a secretary asks for them: who is still missing comes first. */
export const statesInOrder: readonly AttendanceState[] = attendanceStates;

/** Guests are on the roll but never count for the quorum. */
export const presentGuests = (entries: readonly RollEntry[]): number =>
  entries.filter(({ role, state }) => role === 'guest' && isPresent(state)).length;

/**
 * Takes over what a notice says. It carries no evidence: what was known of an entry that has not changed
 * stays, and nothing is said of one that has, until it is read again.
 */
export function withChange(roll: Roll, { entry, quorum }: DataOf<typeof rollChanged>): Roll {
  const entries = roll.entries.map((one) => {
    if (one.personId !== entry.personId) return one;
    const isSame = one.state === entry.state && one.at === entry.at;
    return isSame ? { ...entry, evidence: one.evidence } : entry;
  });
  return { ...roll, entries, quorum };
}
