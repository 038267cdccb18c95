import { and, count, desc, eq, inArray, isNotNull, isNull, min, ne, or, sql } from 'drizzle-orm';
import type { Id } from '../../models/ids.ts';
import { attendanceChanges, faceDeletions, faceTemplates } from '../../models/tables/attendance.ts';
import { organisations, people } from '../../models/tables/identity.ts';
import { meetings } from '../../models/tables/meetings.ts';
import type { Db } from '../platform/database.ts';

export type TemplateRow = typeof faceTemplates.$inferSelect;
export type DeletionRow = typeof faceDeletions.$inferSelect;

// Templates

export async function readTemplates(db: Db, personIds: readonly Id[]): Promise<TemplateRow[]> {
  return db
    .select()
    .from(faceTemplates)
    .where(inArray(faceTemplates.personId, [...personIds]));
}

/** Everyone who has templates; for finding out whether a new face belongs to someone already. */
export async function enrolledPeople(db: Db): Promise<Id[]> {
  const rows = await db.selectDistinct({ personId: faceTemplates.personId }).from(faceTemplates);
  return rows.map(({ personId }) => personId);
}

export async function insertTemplates(tx: Db, rows: TemplateRow[]): Promise<void> {
  await tx.insert(faceTemplates).values(rows);
}

export async function deleteTemplates(tx: Db, personId: Id): Promise<number> {
  const deleted = await tx
    .delete(faceTemplates)
    .where(eq(faceTemplates.personId, personId))
    .returning({ id: faceTemplates.id });
  return deleted.length;
}

/** Those of other embedders, and those that no key opens any more. */
export async function deleteOutdatedTemplates(
  tx: Db,
  personId: Id,
  current: { name: string; version: string },
): Promise<void> {
  const outdated = or(
    ne(faceTemplates.embedder, current.name),
    ne(faceTemplates.embedderVersion, current.version),
  );
  await tx.delete(faceTemplates).where(and(eq(faceTemplates.personId, personId), outdated));
}

/** People who were closed but whose templates are still held. */
export async function enrolledButClosed(db: Db): Promise<Id[]> {
  const rows = await db
    .selectDistinct({ personId: faceTemplates.personId })
    .from(faceTemplates)
    .innerJoin(people, eq(people.id, faceTemplates.personId))
    .where(isNotNull(people.closedAt));
  return rows.map(({ personId }) => personId);
}

/** How many templates each key has sealed. */
export async function countByKey(db: Db): Promise<Map<string, number>> {
  const rows = await db
    .select({ keyId: faceTemplates.keyId, n: count() })
    .from(faceTemplates)
    .groupBy(faceTemplates.keyId);
  return new Map(rows.map(({ keyId, n }) => [keyId, n]));
}

export async function templatesOfKey(db: Db, keyId: string, limit: number): Promise<TemplateRow[]> {
  return db.select().from(faceTemplates).where(eq(faceTemplates.keyId, keyId)).limit(limit);
}

export async function replaceSeal(
  tx: Db,
  id: Id,
  sealed: Buffer,
  { from, to }: { from: string; to: string },
): Promise<void> {
  await tx
    .update(faceTemplates)
    .set({ sealed, keyId: to })
    .where(and(eq(faceTemplates.id, id), eq(faceTemplates.keyId, from)));
}

/** Of everyone who has some: how many, of which embedder, sealed by which key. */
export async function countTemplates(db: Db) {
  return db
    .select({
      personId: faceTemplates.personId,
      embedder: faceTemplates.embedder,
      embedderVersion: faceTemplates.embedderVersion,
      keyId: faceTemplates.keyId,
      samples: count(),
      at: sql<string>`min(${faceTemplates.createdAt})`,
    })
    .from(faceTemplates)
    .groupBy(
      faceTemplates.personId,
      faceTemplates.embedder,
      faceTemplates.embedderVersion,
      faceTemplates.keyId,
    );
}

// Deletions

export async function insertDeletion(tx: Db, row: DeletionRow): Promise<void> {
  await tx.insert(faceDeletions).values(row);
}

export async function readDeletions(db: Db, personId: Id): Promise<DeletionRow[]> {
  return db
    .select()
    .from(faceDeletions)
    .where(eq(faceDeletions.personId, personId))
    .orderBy(desc(faceDeletions.id));
}

export async function findDeletion(
  db: Db,
  codeHash: string,
): Promise<(DeletionRow & { fullName: string }) | undefined> {
  const [found] = await db
    .select({ row: faceDeletions, fullName: people.fullName })
    .from(faceDeletions)
    .innerJoin(people, eq(people.id, faceDeletions.personId))
    .where(eq(faceDeletions.codeHash, codeHash));
  return found && { ...found.row, fullName: found.fullName };
}

// People

export interface NamedPerson {
  personId: Id;
  fullName: string;
  office: string;
  organisationName: string | null;
  closedAt: string | null;
}

const namedPerson = {
  personId: people.id,
  fullName: people.fullName,
  office: people.office,
  organisationName: organisations.name,
  closedAt: people.closedAt,
};

export async function findNamed(db: Db, personId: Id): Promise<NamedPerson | undefined> {
  const [found] = await db
    .select(namedPerson)
    .from(people)
    .leftJoin(organisations, eq(organisations.id, people.organisationId))
    .where(eq(people.id, personId));
  return found;
}

export async function readNamed(db: Db): Promise<NamedPerson[]> {
  return db
    .select(namedPerson)
    .from(people)
    .leftJoin(organisations, eq(organisations.id, people.organisationId))
    .where(isNull(people.closedAt));
}

/** Those in use whose user name or e-mail address this is. */
export async function findByNameOrMail(db: Db, text: string): Promise<NamedPerson[]> {
  const wanted = text.trim().toLowerCase();
  return db
    .select(namedPerson)
    .from(people)
    .leftJoin(organisations, eq(organisations.id, people.organisationId))
    .where(
      and(
        isNull(people.closedAt),
        or(eq(people.username, wanted), eq(sql`lower(${people.email})`, wanted)),
      ),
    );
}

/**
 * Check-ins of a person by face, newest first, with the meeting's title. Each once: taking back a correction brings the
 * line of before again, and is no other use of the face.
 */
export async function faceCheckIns(db: Db, personId: Id) {
  return db
    .select({
      at: attendanceChanges.at,
      meeting: meetings.title,
      score: attendanceChanges.score,
      liveness: attendanceChanges.liveness,
    })
    .from(attendanceChanges)
    .innerJoin(meetings, eq(meetings.id, attendanceChanges.meetingId))
    .where(and(eq(attendanceChanges.personId, personId), eq(attendanceChanges.method, 'face')))
    .groupBy(attendanceChanges.meetingId, attendanceChanges.at)
    .orderBy(desc(min(attendanceChanges.id)));
}

export async function titlesOf(db: Db, meetingIds: readonly Id[]): Promise<Map<Id, string>> {
  const rows = await db
    .select({ id: meetings.id, title: meetings.title })
    .from(meetings)
    .where(inArray(meetings.id, [...meetingIds]));
  return new Map(rows.map(({ id, title }) => [id, title]));
}
