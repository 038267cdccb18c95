import { z } from 'zod';
import { Id } from '../../models/ids.ts';
import { type LedgerRow, Place, genesis, hashOf } from '../../models/voting/ledger.ts';
import type { RawRow } from './check-store.ts';
import type { Difference } from './differences.ts';

// Ledgers of polls that were held before entries named their ledger: motions in open votes, unsigned. They stay as they
// were hashed, so that only their chain is checked, and that each ballot has its entry.

const OldEntry = Place.extend({
  type: z.string(),
  pollId: Id,
  personId: Id.optional(),
  choice: z.string().optional(),
  ledgerId: z.undefined().optional(),
});
type OldEntry = z.infer<typeof OldEntry>;

export const isOldLedger = ([first]: readonly LedgerRow[]): boolean =>
  first !== undefined && readOld(first) !== null;

function readOld({ entry }: LedgerRow): OldEntry | null {
  try {
    return OldEntry.safeParse(JSON.parse(entry)).data ?? null;
  } catch {
    return null;
  }
}

/** What is wrong with the chain of such a ledger, and which ballots are not those of their entries. */
export function compareOld(rows: readonly LedgerRow[], ballots: readonly RawRow[]): Difference[] {
  const chain = rows.flatMap((row, place): Difference[] => {
    const fault = faultOf(row, place, rows[place - 1]?.hash ?? genesis);
    const of = { table: 'ledger_entries', row: String(row.sequence), personId: null };
    return fault === null ? [] : [{ ...of, kind: 'changed', fields: [fault] }];
  });
  const entries = new Map(rows.map((row) => [row.hash, readOld(row)]));
  const strange = ballots.flatMap((ballot): Difference[] => {
    const entry = entries.get(String(ballot['entry_hash']));
    const personId = String(ballot['person_id']);
    const marks = String(ballot['marks']);
    if (entry?.personId === personId && marks.includes(`"${entry.choice}"`)) return [];
    return [{ table: 'ballots', kind: 'changed', row: personId, personId, fields: ['marks'] }];
  });
  const given = rows.filter((row) => readOld(row)?.type === 'cast').length;
  const lost: Difference = {
    table: 'ballots',
    kind: 'removed',
    row: null,
    personId: null,
    fields: [],
  };
  return [...chain, ...strange, ...(ballots.length < given ? [lost] : [])];
}

function faultOf(row: LedgerRow, place: number, previousHash: string): string | null {
  if (hashOf(row.entry) !== row.hash) return 'entry';
  const entry = readOld(row);
  if (entry?.sequence !== place || row.sequence !== place) return 'sequence';
  return entry.previousHash === previousHash && row.previousHash === previousHash
    ? null
    : 'previous_hash';
}
