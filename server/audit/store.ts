import { and, desc, eq, lt, sql } from 'drizzle-orm';
import type { AuditAction, AuditEntry } from '../../models/contracts/audit.ts';
import type { Id } from '../../models/ids.ts';
import { auditEntries } from '../../models/tables/audit.ts';
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
