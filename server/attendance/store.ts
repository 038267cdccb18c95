import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { Id } from '../../models/ids.ts';
import {
  attendance,
  attendanceChanges,
  faceConsents,
  faceTemplates,
} from '../../models/tables/attendance.ts';
import { devices, people } from '../../models/tables/identity.ts';
import type { Db } from '../platform/database.ts';

export type AttendanceRow = typeof attendance.$inferSelect;
export type ConsentRow = typeof faceConsents.$inferSelect;
export type TemplateRow = typeof faceTemplates.$inferSelect;

/** With the names of the device and of whoever corrected it. */
export interface NamedAttendance extends AttendanceRow {
  deviceName: string | null;
  byName: string | null;
}

export async function readAttendance(db: Db, meetingId: Id): Promise<NamedAttendance[]> {
  const rows = await db
    .select({ row: attendance, deviceName: devices.name, byName: people.fullName })
    .from(attendance)
    .leftJoin(devices, eq(devices.id, attendance.deviceId))
    .leftJoin(people, eq(people.id, attendance.byPersonId))
    .where(eq(attendance.meetingId, meetingId));
  return rows.map(({ row, ...names }) => ({ ...row, ...names }));
}

export async function findAttendance(
  db: Db,
  meetingId: Id,
  personId: Id,
): Promise<AttendanceRow | undefined> {
  const [row] = await db
    .select()
    .from(attendance)
    .where(and(eq(attendance.meetingId, meetingId), eq(attendance.personId, personId)));
  return row;
}

/** Sets the present state and keeps the change for good. */
export async function saveAttendance(tx: Db, changeId: Id, row: AttendanceRow): Promise<void> {
  await tx
    .insert(attendance)
    .values(row)
    .onConflictDoUpdate({ target: [attendance.meetingId, attendance.personId], set: row });
  await tx.insert(attendanceChanges).values({ id: changeId, ...row });
}

export async function findConsent(db: Db, personId: Id): Promise<ConsentRow | undefined> {
  const [row] = await db
    .select()
    .from(faceConsents)
    .where(and(eq(faceConsents.personId, personId), isNull(faceConsents.withdrawnAt)));
  return row;
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

export async function deleteTemplates(tx: Db, personId: Id): Promise<number> {
  const deleted = await tx
    .delete(faceTemplates)
    .where(eq(faceTemplates.personId, personId))
    .returning({ id: faceTemplates.id });
  return deleted.length;
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

export async function insertTemplates(tx: Db, rows: TemplateRow[]): Promise<void> {
  await tx.insert(faceTemplates).values(rows);
}
