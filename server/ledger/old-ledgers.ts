import type { LedgerRow } from '../../models/voting/ledger.ts';
import { oldFault, readOldEntry } from '../../models/voting/old-ledger.ts';
import type { RawRow } from './check-store.ts';
import type { Difference } from './differences.ts';

export const isOldLedger = ([first]: readonly LedgerRow[]): boolean =>
  first !== undefined && readOldEntry(first) !== null;

/** What is wrong with the chain of such a ledger, and which ballots are not those of their entries. */
export function compareOld(rows: readonly LedgerRow[], ballots: readonly RawRow[]): Difference[] {
  const chain = rows.flatMap((row, place): Difference[] => {
    const fault = faultOf(row, place, rows[place - 1]?.hash);
    const of = { table: 'ledger_entries', row: String(row.sequence), personId: null };
    return fault === null ? [] : [{ ...of, kind: 'changed', fields: [fault] }];
  });
  const entries = new Map(rows.map((row) => [row.hash, readOldEntry(row)]));
  const strange = ballots.flatMap((ballot): Difference[] => {
    const entry = entries.get(String(ballot['entry_hash']));
    const personId = String(ballot['person_id']);
    const marks = String(ballot['marks']);
    if (entry?.personId === personId && marks.includes(`"${entry.choice}"`)) return [];
    return [{ table: 'ballots', kind: 'changed', row: personId, personId, fields: ['marks'] }];
  });
  const given = rows.filter((row) => readOldEntry(row)?.type === 'cast').length;
  const lost: Difference = {
    table: 'ballots',
    kind: 'removed',
    row: null,
    personId: null,
    fields: [],
  };
  return [...chain, ...strange, ...(ballots.length < given ? [lost] : [])];
}

/** The column that is not what the chain makes it. */
const columns = { hash: 'entry', order: 'sequence', link: 'previous_hash' } as const;

function faultOf(row: LedgerRow, place: number, previousHash: string | undefined): string | null {
  const fault = oldFault(row, place, previousHash);
  if (fault === null) return null;
  return fault === 'hash' || fault === 'order' || fault === 'link' ? columns[fault] : fault;
}
