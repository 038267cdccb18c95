import type { Roll, rollChanged } from '../../models/contracts/attendance.ts';
import type { DataOf } from '../../models/contracts/event.ts';

/**
 * Takes over what a notice says. It carries no evidence: what was known of an entry that has not changed
 * stays, and nothing is said of one that has, until it is read again.
 */
export function withChanges(
  roll: Roll,
  { entries: changes, quorum }: Pick<DataOf<typeof rollChanged>, 'entries' | 'quorum'>,
): Roll {
  const changed = new Map(changes.map((change) => [change.personId, change]));
  const entries = roll.entries.map((entry) => {
    const change = changed.get(entry.personId);
    if (change === undefined) return entry;
    const isSame = entry.state === change.state && entry.at === change.at;
    return isSame ? entry : { ...entry, ...change, evidence: null };
  });
  return { ...roll, entries, quorum };
}
