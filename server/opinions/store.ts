import { and, asc, desc, eq, inArray, isNull, lte, max, ne, or, sql } from 'drizzle-orm';
import type { Id } from '../../models/ids.ts';
import { bodies, meetings } from '../../models/tables/meetings.ts';
import {
  opinionAnswers,
  opinionRecipients,
  opinionReminders,
  opinionSlips,
} from '../../models/tables/opinions.ts';
import type { Db } from '../platform/database.ts';

type Row = typeof opinionSlips.$inferSelect;
export type SlipRow = Row & { bodyName: string };

const rows = (db: Db) =>
  db
    .select({ slip: opinionSlips, bodyName: bodies.name })
    .from(opinionSlips)
    .innerJoin(bodies, eq(bodies.id, opinionSlips.bodyId));

const flat = ({ slip, bodyName }: { slip: Row; bodyName: string }): SlipRow => ({
  ...slip,
  bodyName,
});

export async function findSlip(db: Db, id: Id): Promise<SlipRow | undefined> {
  const [row] = await rows(db).where(eq(opinionSlips.id, id));
  return row && flat(row);
}

/** Newest first; ids are in the order of time. */
export async function readSlips(db: Db): Promise<SlipRow[]> {
  return (await rows(db).orderBy(desc(opinionSlips.id))).map(flat);
}

/** Slips that the person was asked to answer, newest first, with when they did so last. */
export async function readSlipsFor(
  db: Db,
  personId: Id,
): Promise<(SlipRow & { answeredAt: string | null })[]> {
  const found = await db
    .select({
      slip: opinionSlips,
      bodyName: bodies.name,
      answeredAt: sql<string | null>`(
        select max(a.answered_at) from ${opinionAnswers} a
        where a.slip_id = ${opinionSlips.id} and a.person_id = ${personId})`,
    })
    .from(opinionRecipients)
    .innerJoin(opinionSlips, eq(opinionSlips.id, opinionRecipients.slipId))
    .innerJoin(bodies, eq(bodies.id, opinionSlips.bodyId))
    .where(eq(opinionRecipients.personId, personId))
    .orderBy(desc(opinionSlips.id));
  return found.map(({ answeredAt, ...row }) => ({ ...flat(row), answeredAt }));
}

/** Slips that were sent, by what the tables of slips say. */
export async function readSlipLedgers(db: Db): Promise<Id[]> {
  const found = await db
    .select({ id: opinionSlips.id })
    .from(opinionSlips)
    .where(ne(opinionSlips.state, 'draft'))
    .orderBy(asc(opinionSlips.id));
  return found.map(({ id }) => id);
}

export async function insertSlip(tx: Db, row: typeof opinionSlips.$inferInsert): Promise<void> {
  await tx.insert(opinionSlips).values(row);
}

export async function saveSlip(tx: Db, id: Id, fields: Partial<Omit<Row, 'id'>>): Promise<void> {
  await tx.update(opinionSlips).set(fields).where(eq(opinionSlips.id, id));
}

export async function deleteSlip(tx: Db, id: Id): Promise<void> {
  await tx.delete(opinionSlips).where(eq(opinionSlips.id, id));
}

export async function nextNumber(db: Db, bodyId: Id, year: number): Promise<number> {
  const [found] = await db
    .select({ last: max(opinionSlips.number) })
    .from(opinionSlips)
    .where(and(eq(opinionSlips.bodyId, bodyId), eq(opinionSlips.year, year)));
  return (found?.last ?? 0) + 1;
}

export async function readSent(db: Db): Promise<SlipRow[]> {
  return (await rows(db).where(eq(opinionSlips.state, 'sent'))).map(flat);
}

/** Slips that are sent and whose deadline has come. */
export async function readOverdue(db: Db, now: string): Promise<Id[]> {
  const found = await db
    .select({ id: opinionSlips.id })
    .from(opinionSlips)
    .where(and(eq(opinionSlips.state, 'sent'), lte(opinionSlips.deadline, now)));
  return found.map(({ id }) => id);
}

/** Closed slips whose result stands on no agenda, or on that of a session which was cancelled; oldest first. */
export async function readUnannounced(db: Db): Promise<SlipRow[]> {
  const found = await db
    .select({ slip: opinionSlips, bodyName: bodies.name })
    .from(opinionSlips)
    .innerJoin(bodies, eq(bodies.id, opinionSlips.bodyId))
    .leftJoin(meetings, eq(meetings.id, opinionSlips.meetingId))
    .where(
      and(
        eq(opinionSlips.state, 'closed'),
        or(isNull(opinionSlips.meetingId), eq(meetings.state, 'cancelled')),
      ),
    )
    .orderBy(asc(opinionSlips.closedAt));
  return found.map(flat);
}

export async function readReminders(db: Db, slipId: Id): Promise<Set<number>> {
  const found = await db
    .select({ hours: opinionReminders.hours })
    .from(opinionReminders)
    .where(eq(opinionReminders.slipId, slipId));
  return new Set(found.map(({ hours }) => hours));
}

export async function deleteReminders(tx: Db, slipId: Id, hours: readonly number[]): Promise<void> {
  await tx
    .delete(opinionReminders)
    .where(and(eq(opinionReminders.slipId, slipId), inArray(opinionReminders.hours, [...hours])));
}

export async function insertReminders(
  tx: Db,
  slipId: Id,
  hours: readonly number[],
  at: string,
): Promise<void> {
  await tx.insert(opinionReminders).values(hours.map((one) => ({ slipId, hours: one, at })));
}
