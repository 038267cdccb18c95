import { and, desc, eq, lt } from 'drizzle-orm';
import type { AuditAction, AuditEntry } from '../../models/contracts/audit.ts';
import type { Id } from '../../models/ids.ts';
import { auditEntries } from '../../models/tables/audit.ts';
import type { Db } from '../platform/database.ts';

export type NewAuditEntry = typeof auditEntries.$inferInsert;

export async function appendEntry(tx: Db, entry: NewAuditEntry): Promise<void> {
  await tx.insert(auditEntries).values(entry);
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
