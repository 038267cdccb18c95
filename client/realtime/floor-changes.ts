import type { DataOf } from '../../models/contracts/event.ts';
import type { Floor, FloorEntry, FloorState, floorChanged } from '../../models/contracts/floor.ts';

type FloorChange = DataOf<typeof floorChanged>;

/** Who is on the floor or wants it, in the order in which they are shown; everything else is past. */
const ranks: Partial<Record<FloorState, number>> = { speaking: 0, interrupted: 1, waiting: 2 };
const rankOf = ({ state, kind }: FloorEntry): number =>
  // Among those who wait, points of order stand before all others.
  (ranks[state] ?? 3) + (state === 'waiting' && kind !== 'point_of_order' ? 0.5 : 0);

const inOrder = (a: FloorEntry, b: FloorEntry): number =>
  rankOf(a) - rankOf(b) || a.place - b.place;

/**
 * The floor after a notice. A notice that is known already changes nothing.
 * @returns `missed` when a notice before this one was lost: the floor has to be read again
 */
export function afterFloorChange(floor: Floor, change: FloorChange): Floor | 'missed' {
  if (change.version <= floor.version) return floor;
  if (change.version > floor.version + 1) return 'missed';
  const { mode, defaultSeconds, version, changed } = change;
  const entries = withEntries(floor.entries, changed)
    .filter(({ state }) => ranks[state] !== undefined)
    .toSorted(inOrder);
  return { ...floor, mode, defaultSeconds, version, entries };
}

/** The speeches of a meeting after a notice: what has ended joins them, in the order of speaking. */
export const afterSpeeches = (
  speeches: readonly FloorEntry[],
  changed: readonly FloorEntry[],
): FloorEntry[] =>
  withEntries(speeches, changed)
    .filter(({ startedAt }) => startedAt !== null)
    .toSorted((a, b) => (a.startedAt ?? '').localeCompare(b.startedAt ?? ''));

function withEntries(
  entries: readonly FloorEntry[],
  changed: readonly FloorEntry[],
): readonly FloorEntry[] {
  const all = new Map(entries.map((entry) => [entry.id, entry]));
  for (const entry of changed) all.set(entry.id, entry);
  return [...all.values()];
}
