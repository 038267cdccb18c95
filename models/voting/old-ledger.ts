import { z } from 'zod';
import { Id } from '../ids.ts';
import type { FaultCode } from './faults.ts';
import { type LedgerRow, Place, genesis, hashOf } from './ledger.ts';

// Ledgers of polls that were held before entries named their ledger: motions in open votes, unsigned. They stay as they
// were hashed, so that only their chain can be checked.

const OldEntry = Place.extend({
  type: z.string(),
  pollId: Id,
  personId: Id.optional(),
  choice: z.string().optional(),
  ledgerId: z.undefined().optional(),
});
type OldEntry = z.infer<typeof OldEntry>;

/** @returns null for what is no entry of that form */
export function readOldEntry({ entry }: Pick<LedgerRow, 'entry'>): OldEntry | null {
  try {
    return OldEntry.safeParse(JSON.parse(entry)).data ?? null;
  } catch {
    return null;
  }
}

/** What breaks the chain at an entry, or null. @param previousHash of the row before */
export function oldFault(
  row: LedgerRow,
  place: number,
  previousHash: string = genesis,
): FaultCode | null {
  if (hashOf(row.entry) !== row.hash) return 'hash';
  const entry = readOldEntry(row);
  if (entry?.sequence !== place || row.sequence !== place) return 'order';
  return entry.previousHash === previousHash && row.previousHash === previousHash ? null : 'link';
}
