import {
  type AttendanceState,
  type RollEntry,
  attendanceStates,
} from '../../../../models/contracts/attendance.ts';
import { isPresent } from '../../../../models/presence.ts';
import { compareText } from '../../../primitives/fold.ts';

/** How many are in each state, guests too. */
export function countStates(entries: readonly RollEntry[]): Record<AttendanceState, number> {
  const counts = { in_person: 0, online: 0, left: 0, excused: 0, absent: 0, not_yet: 0 };
  for (const { state } of entries) counts[state] += 1;
  return counts;
}

/** The states in the order in which a secretary asks for them: who is still missing comes first. */
export const statesInOrder: readonly AttendanceState[] = attendanceStates;

/** Guests are on the roll but never count for the quorum. */
export const presentGuests = (entries: readonly RollEntry[]): number =>
  entries.filter(({ role, state }) => role === 'guest' && isPresent(state)).length;

/** What the roll is narrowed to; `null` for all. */
export interface Chosen {
  office: string | null;
  organisation: string | null;
}

/** Those who hold the office and belong to the organisation. */
export const narrow = (
  entries: readonly RollEntry[],
  { office, organisation }: Chosen,
): RollEntry[] =>
  entries.filter(
    (entry) =>
      (office === null || entry.office === office) &&
      (organisation === null || entry.organisationName === organisation),
  );

/** The offices and organisations of the roll, each once, in the order of the alphabet. */
export const namesOf = (entries: readonly RollEntry[]) => ({
  offices: inOrder(entries.map(({ office }) => office)),
  organisations: inOrder(entries.map(({ organisationName }) => organisationName ?? '')),
});

const inOrder = (names: readonly string[]): string[] =>
  [...new Set(names)].filter((name) => name !== '').toSorted(compareText);
