import { and, desc, eq, isNull, lte, or } from 'drizzle-orm';
import type { Id } from '../../models/ids.ts';
import { faceConsents } from '../../models/tables/attendance.ts';
import { people } from '../../models/tables/identity.ts';
import { attendanceSettings, bodies, bodyMembers } from '../../models/tables/meetings.ts';
import type { Db } from '../platform/database.ts';

export type ConsentRow = typeof faceConsents.$inferSelect;

/** The consent in force. */
export async function findConsent(db: Db, personId: Id): Promise<ConsentRow | undefined> {
  const [row] = await db
    .select()
    .from(faceConsents)
    .where(and(eq(faceConsents.personId, personId), isNull(faceConsents.withdrawnAt)));
  return row;
}

/** Every consent of a person, also those that ended, newest first; with the name of whoever took it down. */
export async function readConsents(
  db: Db,
  personId: Id,
): Promise<(ConsentRow & { takenByName: string | null })[]> {
  const rows = await db
    .select({ row: faceConsents, takenByName: people.fullName })
    .from(faceConsents)
    .leftJoin(people, eq(people.id, faceConsents.takenBy))
    .where(eq(faceConsents.personId, personId))
    .orderBy(desc(faceConsents.id));
  return rows.map(({ row, takenByName }) => ({ ...row, takenByName }));
}

/** Of everyone, those in force. */
export async function readConsentsInForce(db: Db): Promise<ConsentRow[]> {
  return db.select().from(faceConsents).where(isNull(faceConsents.withdrawnAt));
}

export async function insertConsent(tx: Db, row: ConsentRow): Promise<void> {
  await tx.insert(faceConsents).values(row);
}

export async function withdrawConsent(tx: Db, personId: Id, at: string): Promise<void> {
  await tx
    .update(faceConsents)
    .set({ withdrawnAt: at })
    .where(and(eq(faceConsents.personId, personId), isNull(faceConsents.withdrawnAt)));
}

export async function setRetainUntil(tx: Db, consentId: Id, until: string): Promise<void> {
  await tx.update(faceConsents).set({ retainUntil: until }).where(eq(faceConsents.id, consentId));
}

export interface BodyTerm {
  personId: Id;
  bodyName: string;
  days: number;
}

/** Of each body that meets still and keeps faces for a time of its own, for each member. @param personId of this one alone */
export async function readBodyTerms(db: Db, personId?: Id): Promise<BodyTerm[]> {
  const rows = await db
    .select({
      personId: bodyMembers.personId,
      bodyName: bodies.name,
      settings: attendanceSettings.settings,
    })
    .from(attendanceSettings)
    .innerJoin(bodyMembers, eq(bodyMembers.bodyId, attendanceSettings.bodyId))
    .innerJoin(bodies, eq(bodies.id, attendanceSettings.bodyId))
    .where(
      and(
        isNull(bodies.closedAt),
        personId === undefined ? undefined : eq(bodyMembers.personId, personId),
      ),
    );
  return rows.flatMap(({ settings, ...member }) =>
    // Settings that were saved before there was a term have none.
    settings.faceDays ? [{ ...member, days: settings.faceDays }] : [],
  );
}

/**
 * People whose consent has had its time.
 * @param givenBefore for consents of earlier versions, which have no date of their own
 */
export async function peopleRetainedUntil(db: Db, now: string, givenBefore: string): Promise<Id[]> {
  const rows = await db
    .selectDistinct({ personId: faceConsents.personId })
    .from(faceConsents)
    .where(
      and(
        isNull(faceConsents.withdrawnAt),
        or(
          lte(faceConsents.retainUntil, now),
          and(isNull(faceConsents.retainUntil), lte(faceConsents.givenAt, givenBefore)),
        ),
      ),
    );
  return rows.map(({ personId }) => personId);
}
