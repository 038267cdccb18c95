import { and, count, eq, inArray, isNotNull, isNull, ne, sql } from 'drizzle-orm';
import type { Id } from '../../models/ids.ts';
import {
  attendance,
  attendanceChanges,
  faceConsents,
  faceTemplates,
} from '../../models/tables/attendance.ts';
import { devices, people } from '../../models/tables/identity.ts';
import { participants } from '../../models/tables/meetings.ts';
import type { Db } from '../platform/database.ts';
import { preparedFor } from '../platform/prepared.ts';
import { presentStates } from './rules.ts';

export type AttendanceRow = typeof attendance.$inferSelect;
export type ConsentRow = typeof faceConsents.$inferSelect;
export type TemplateRow = typeof faceTemplates.$inferSelect;

/** With the names of the device and of whoever corrected it. */
export interface NamedAttendance extends AttendanceRow {
  deviceName: string | null;
  byName: string | null;
}

const named = { row: attendance, deviceName: devices.name, byName: people.fullName };

export async function readAttendance(db: Db, meetingId: Id): Promise<NamedAttendance[]> {
  const rows = await db
    .select(named)
    .from(attendance)
    .leftJoin(devices, eq(devices.id, attendance.deviceId))
    .leftJoin(people, eq(people.id, attendance.byPersonId))
    .where(eq(attendance.meetingId, meetingId));
  return rows.map(({ row, ...names }) => ({ ...row, ...names }));
}

/** Runs with every check-in, as does the count below: hundreds arrive within minutes. */
const oneQuery = preparedFor((db) =>
  db
    .select(named)
    .from(attendance)
    .leftJoin(devices, eq(devices.id, attendance.deviceId))
    .leftJoin(people, eq(people.id, attendance.byPersonId))
    .where(
      and(
        eq(attendance.meetingId, sql.placeholder('meetingId')),
        eq(attendance.personId, sql.placeholder('personId')),
      ),
    )
    .prepare(),
);

export async function findAttendance(
  db: Db,
  meetingId: Id,
  personId: Id,
): Promise<NamedAttendance | undefined> {
  const [found] = await oneQuery(db).execute({ meetingId, personId });
  if (found === undefined) return undefined;
  const { row, ...names } = found;
  return { ...row, ...names };
}

const presentQuery = preparedFor((db) =>
  db
    .select({ present: count() })
    .from(attendance)
    .innerJoin(
      participants,
      and(
        eq(participants.meetingId, attendance.meetingId),
        eq(participants.personId, attendance.personId),
      ),
    )
    .where(
      and(
        eq(attendance.meetingId, sql.placeholder('meetingId')),
        inArray(attendance.state, [...presentStates]),
        ne(participants.role, 'guest'),
      ),
    )
    .prepare(),
);

/** How many of those who preside or vote are present. */
export async function countPresentVoters(db: Db, meetingId: Id): Promise<number> {
  const [row] = await presentQuery(db).execute({ meetingId });
  return row?.present ?? 0;
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
