import { asc, desc, eq, sql } from 'drizzle-orm';
import type { LedgerSignature } from '../../models/contracts/ledger.ts';
import type { Id } from '../../models/ids.ts';
import { ledgerEntries, ledgerSignatures } from '../../models/tables/voting.ts';
import type { LedgerRow } from '../../models/voting/ledger.ts';
import type { Db } from '../platform/database.ts';
import { preparedFor } from '../platform/prepared.ts';

const { placeholder } = sql;

// The next two run for every ballot, so they are prepared.

const lastQuery = preparedFor((db) =>
  db
    .select({ sequence: ledgerEntries.sequence, hash: ledgerEntries.hash })
    .from(ledgerEntries)
    .where(eq(ledgerEntries.ledgerId, placeholder('ledgerId')))
    .orderBy(desc(ledgerEntries.sequence))
    .limit(1)
    .prepare(),
);

export async function findLastEntry(
  db: Db,
  ledgerId: Id,
): Promise<Pick<LedgerRow, 'sequence' | 'hash'> | undefined> {
  const [last] = await lastQuery(db).execute({ ledgerId });
  return last;
}

const insertEntry = preparedFor((db) =>
  db
    .insert(ledgerEntries)
    .values({
      ledgerId: placeholder('ledgerId'),
      sequence: placeholder('sequence'),
      previousHash: placeholder('previousHash'),
      hash: placeholder('hash'),
      entry: placeholder('entry'),
    })
    .prepare(),
);

export async function appendEntry(tx: Db, ledgerId: Id, row: LedgerRow): Promise<void> {
  await insertEntry(tx).execute({ ledgerId, ...row });
}

/** The whole ledger, from the first entry on. */
export async function readEntries(db: Db, ledgerId: Id): Promise<LedgerRow[]> {
  return db
    .select({
      sequence: ledgerEntries.sequence,
      previousHash: ledgerEntries.previousHash,
      hash: ledgerEntries.hash,
      entry: ledgerEntries.entry,
    })
    .from(ledgerEntries)
    .where(eq(ledgerEntries.ledgerId, ledgerId))
    .orderBy(asc(ledgerEntries.sequence));
}

export async function appendSignature(
  tx: Db,
  ledgerId: Id,
  signature: LedgerSignature,
): Promise<void> {
  await tx.insert(ledgerSignatures).values({ ledgerId, ...signature });
}

export async function readSignatures(db: Db, ledgerId: Id): Promise<LedgerSignature[]> {
  const rows = await db
    .select()
    .from(ledgerSignatures)
    .where(eq(ledgerSignatures.ledgerId, ledgerId))
    .orderBy(asc(ledgerSignatures.sequence));
  return rows.map(({ ledgerId: _ledgerId, ...signature }) => signature);
}
