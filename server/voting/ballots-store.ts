import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { Receipt } from '../../models/contracts/voting.ts';
import type { Id } from '../../models/ids.ts';
import { ballots, ledgerEntries, pollVoters, polls } from '../../models/tables/voting.ts';
import type { Db } from '../platform/database.ts';
import { preparedFor } from '../platform/prepared.ts';
import type { LedgerRow } from './ledger.ts';

// What runs for every ballot: four prepared statements.

const { placeholder } = sql;

const castingQuery = preparedFor((db) =>
  db
    .select({
      meetingId: polls.meetingId,
      number: polls.number,
      question: polls.question,
      state: polls.state,
      onRoll: sql<number>`${pollVoters.personId} is not null`,
      hasVoted: sql<number>`${ballots.personId} is not null`,
      voters: sql<number>`(select count(*) from ${pollVoters} v where v.poll_id = ${polls.id})`,
    })
    .from(polls)
    .leftJoin(
      pollVoters,
      and(eq(pollVoters.pollId, polls.id), eq(pollVoters.personId, placeholder('personId'))),
    )
    .leftJoin(
      ballots,
      and(eq(ballots.pollId, polls.id), eq(ballots.personId, placeholder('personId'))),
    )
    .where(eq(polls.id, placeholder('pollId')))
    .prepare(),
);

/** A poll as someone finds it who wants to vote. */
export async function findForCasting(db: Db, pollId: Id, personId: Id) {
  const [found] = await castingQuery(db).execute({ pollId, personId });
  return found && { ...found, onRoll: found.onRoll === 1, hasVoted: found.hasVoted === 1 };
}

const insertBallot = preparedFor((db) =>
  db
    .insert(ballots)
    .values({
      pollId: placeholder('pollId'),
      personId: placeholder('personId'),
      choice: placeholder('choice'),
      castAt: placeholder('castAt'),
      entryHash: placeholder('entryHash'),
    })
    .prepare(),
);

export async function appendBallot(tx: Db, ballot: Receipt & { personId: Id }): Promise<void> {
  await insertBallot(tx).execute({ ...ballot });
}

const lastQuery = preparedFor((db) =>
  db
    .select({ sequence: ledgerEntries.sequence, hash: ledgerEntries.hash })
    .from(ledgerEntries)
    .where(eq(ledgerEntries.pollId, placeholder('pollId')))
    .orderBy(desc(ledgerEntries.sequence))
    .limit(1)
    .prepare(),
);

export async function findLastEntry(
  db: Db,
  pollId: Id,
): Promise<Pick<LedgerRow, 'sequence' | 'hash'> | undefined> {
  const [last] = await lastQuery(db).execute({ pollId });
  return last;
}

const insertEntry = preparedFor((db) =>
  db
    .insert(ledgerEntries)
    .values({
      pollId: placeholder('pollId'),
      sequence: placeholder('sequence'),
      previousHash: placeholder('previousHash'),
      hash: placeholder('hash'),
      entry: placeholder('entry'),
    })
    .prepare(),
);

export async function appendEntry(tx: Db, pollId: Id, row: LedgerRow): Promise<void> {
  await insertEntry(tx).execute({ pollId, ...row });
}

/** The whole ledger of a poll, from the first entry on. */
export async function readLedger(db: Db, pollId: Id): Promise<LedgerRow[]> {
  return db
    .select({
      sequence: ledgerEntries.sequence,
      previousHash: ledgerEntries.previousHash,
      hash: ledgerEntries.hash,
      entry: ledgerEntries.entry,
    })
    .from(ledgerEntries)
    .where(eq(ledgerEntries.pollId, pollId))
    .orderBy(asc(ledgerEntries.sequence));
}
