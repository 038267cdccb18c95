import { and, desc, eq, lt, sql } from 'drizzle-orm';
import type { AuditAction, AuditEntry } from '../../models/contracts/audit.ts';
import type { Id } from '../../models/ids.ts';
import { auditEntries, auditPeople } from '../../models/tables/audit.ts';
import type { Db } from '../platform/database.ts';
import { preparedFor } from '../platform/prepared.ts';

export type NewAuditEntry = typeof auditEntries.$inferInsert;

const { placeholder } = sql;

/** Runs with every act, every ballot too. */
const insertEntry = preparedFor((db) =>
  db
    .insert(auditEntries)
    .values({
      id: placeholder('id'),
      at: placeholder('at'),
      actorKind: placeholder('actorKind'),
      actorId: placeholder('actorId'),
      actorName: placeholder('actorName'),
      action: placeholder('action'),
      subject: placeholder('subject'),
      meetingId: placeholder('meetingId'),
      details: placeholder('details'),
    })
    .prepare(),
);

export async function appendEntry(tx: Db, entry: NewAuditEntry): Promise<void> {
  await insertEntry(tx).execute({ ...entry });
}

interface Page {
  before?: Id | undefined;
  meetingId?: Id | undefined;
  action?: AuditAction | undefined;
  limit: number;
}

/** Newest first; ids are sorted by time. */
export async function readEntries(db: Db, page: Page): Promise<AuditEntry[]> {
  const { before, meetingId, action, limit } = page;
  const wanted = and(
    before === undefined ? undefined : lt(auditEntries.id, before),
    meetingId === undefined ? undefined : eq(auditEntries.meetingId, meetingId),
    action === undefined ? undefined : eq(auditEntries.action, action),
  );
  return db.select().from(auditEntries).where(wanted).orderBy(desc(auditEntries.id)).limit(limit);
}

/** So many rows in one statement, by the limit of its parameters. */
const linksAtOnce = 500;

export async function linkPeople(tx: Db, entryId: Id, people: readonly Id[]): Promise<void> {
  const rows = [...new Set(people)].map((personId) => ({ personId, entryId }));
  for (let at = 0; at < rows.length; at += linksAtOnce)
    await tx.insert(auditPeople).values(rows.slice(at, at + linksAtOnce));
}

export async function readEntriesAbout(db: Db, personId: Id, limit: number): Promise<AuditEntry[]> {
  const rows = await db
    .select({ entry: auditEntries })
    .from(auditPeople)
    .innerJoin(auditEntries, eq(auditEntries.id, auditPeople.entryId))
    .where(eq(auditPeople.personId, personId))
    .orderBy(desc(auditPeople.entryId))
    .limit(limit);
  return rows.map(({ entry }) => entry);
}
