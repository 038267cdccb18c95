import { and, asc, eq, isNull } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Id } from '../../../models/ids.ts';
import { people } from '../../../models/tables/identity.ts';
import { ballotEntries } from '../../../models/tables/voting.ts';
import type { Db } from '../../platform/database.ts';

type EntryRow = typeof ballotEntries.$inferSelect;

const enterers = alias(people, 'enterers');

/** Ballots of a poll that were entered and not decided, the oldest first. */
export async function readWaiting(db: Db, pollId: Id) {
  return db
    .select({
      id: ballotEntries.id,
      personId: ballotEntries.personId,
      fullName: people.fullName,
      marks: ballotEntries.marks,
      enteredBy: { personId: ballotEntries.enteredBy, fullName: enterers.fullName },
      enteredAt: ballotEntries.enteredAt,
    })
    .from(ballotEntries)
    .innerJoin(people, eq(people.id, ballotEntries.personId))
    .innerJoin(enterers, eq(enterers.id, ballotEntries.enteredBy))
    .where(and(eq(ballotEntries.pollId, pollId), isNull(ballotEntries.confirmed)))
    .orderBy(asc(ballotEntries.id));
}

export async function findEntry(db: Db, id: Id): Promise<EntryRow | undefined> {
  const [entry] = await db.select().from(ballotEntries).where(eq(ballotEntries.id, id));
  return entry;
}

export async function insertEntry(tx: Db, row: EntryRow): Promise<void> {
  await tx.insert(ballotEntries).values(row);
}

export async function decideEntry(
  tx: Db,
  id: Id,
  decision: Pick<EntryRow, 'confirmed' | 'decidedBy' | 'decidedAt'>,
): Promise<void> {
  await tx.update(ballotEntries).set(decision).where(eq(ballotEntries.id, id));
}
