import { and, asc, eq, isNull, max, sql } from 'drizzle-orm';
import type { Id } from '../../models/ids.ts';
import { people } from '../../models/tables/identity.ts';
import { opinionAnswers, opinionEntries, opinionRecipients } from '../../models/tables/opinions.ts';
import type { Recipient } from '../../models/voting/slip-acts.ts';
import type { Db } from '../platform/database.ts';

export type AnswerRow = typeof opinionAnswers.$inferSelect;
export type EntryRow = typeof opinionEntries.$inferSelect;

export async function insertRecipients(
  tx: Db,
  slipId: Id,
  recipients: readonly Recipient[],
): Promise<void> {
  await tx.insert(opinionRecipients).values(recipients.map((one) => ({ slipId, ...one })));
}

/** In the order of seats. */
export async function readRecipients(db: Db, slipId: Id): Promise<Recipient[]> {
  const found = await db
    .select()
    .from(opinionRecipients)
    .where(eq(opinionRecipients.slipId, slipId))
    .orderBy(asc(opinionRecipients.position));
  return found.map(({ slipId: _slipId, ...recipient }) => recipient);
}

/** How many were asked by each slip, and how many of them have answered. */
export async function readTurnouts(
  db: Db,
): Promise<Map<Id, { recipients: number; answered: number }>> {
  const found = await db
    .select({
      slipId: opinionRecipients.slipId,
      recipients: sql<number>`count(*)`,
      answered: sql<number>`count(${opinionAnswers.personId})`,
    })
    .from(opinionRecipients)
    .leftJoin(
      opinionAnswers,
      and(
        eq(opinionAnswers.slipId, opinionRecipients.slipId),
        eq(opinionAnswers.personId, opinionRecipients.personId),
        eq(opinionAnswers.change, 0),
      ),
    )
    .groupBy(opinionRecipients.slipId);
  return new Map(found.map(({ slipId, ...turnout }) => [slipId, turnout]));
}

export async function insertAnswer(tx: Db, row: AnswerRow): Promise<void> {
  await tx.insert(opinionAnswers).values(row);
}

const newest = (db: Db) =>
  db
    .select({
      slipId: opinionAnswers.slipId,
      personId: opinionAnswers.personId,
      change: max(opinionAnswers.change).as('newest'),
    })
    .from(opinionAnswers)
    .groupBy(opinionAnswers.slipId, opinionAnswers.personId)
    .as('newest_answers');

/** The last answer of each who answered. */
export async function readAnswers(db: Db, slipId: Id): Promise<AnswerRow[]> {
  const last = newest(db);
  const found = await db
    .select({ answer: opinionAnswers })
    .from(opinionAnswers)
    .innerJoin(
      last,
      and(
        eq(last.slipId, opinionAnswers.slipId),
        eq(last.personId, opinionAnswers.personId),
        eq(last.change, opinionAnswers.change),
      ),
    )
    .where(eq(opinionAnswers.slipId, slipId));
  return found.map(({ answer }) => answer);
}

/** Every version of every answer, in the order in which they came. */
export async function readAllAnswers(db: Db, slipId: Id): Promise<AnswerRow[]> {
  return db
    .select()
    .from(opinionAnswers)
    .where(eq(opinionAnswers.slipId, slipId))
    .orderBy(asc(opinionAnswers.sequence));
}

/** The last answer of one person. */
export async function findAnswer(db: Db, slipId: Id, personId: Id): Promise<AnswerRow | undefined> {
  return (await readAnswers(db, slipId)).find((one) => one.personId === personId);
}

export async function insertEntry(tx: Db, row: typeof opinionEntries.$inferInsert): Promise<void> {
  await tx.insert(opinionEntries).values(row);
}

/** Entered from paper and neither confirmed nor refused, with who entered them. */
export async function readPending(
  db: Db,
  slipId: Id,
): Promise<(EntryRow & { enteredByName: string })[]> {
  const found = await db
    .select({ entry: opinionEntries, enteredByName: people.fullName })
    .from(opinionEntries)
    .innerJoin(people, eq(people.id, opinionEntries.enteredBy))
    .where(and(eq(opinionEntries.slipId, slipId), isNull(opinionEntries.confirmed)))
    .orderBy(asc(opinionEntries.id));
  return found.map(({ entry, enteredByName }) => ({ ...entry, enteredByName }));
}

export async function findEntry(db: Db, slipId: Id, id: Id): Promise<EntryRow | undefined> {
  const [found] = await db
    .select()
    .from(opinionEntries)
    .where(and(eq(opinionEntries.id, id), eq(opinionEntries.slipId, slipId)));
  return found;
}

export async function decideEntry(
  tx: Db,
  id: Id,
  decision: { confirmed: boolean; decidedBy: Id | null; decidedAt: string },
): Promise<void> {
  await tx.update(opinionEntries).set(decision).where(eq(opinionEntries.id, id));
}
