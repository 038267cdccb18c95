import { and, desc, eq, inArray, lt } from 'drizzle-orm';
import type { Id } from '../../models/ids.ts';
import { attendance, attendanceChanges } from '../../models/tables/attendance.ts';
import { devices, people } from '../../models/tables/identity.ts';
import { meetings } from '../../models/tables/meetings.ts';
import type { Db } from '../platform/database.ts';
import { presentStates } from './rules.ts';

export type ChangeRow = typeof attendanceChanges.$inferSelect;

/** With the names of the device and of whoever corrected it. */
export interface NamedChange extends ChangeRow {
  deviceName: string | null;
  byName: string | null;
}

/** Every change of one line, newest first; ids grow with time. */
export async function readChanges(db: Db, meetingId: Id, personId: Id): Promise<NamedChange[]> {
  const rows = await db
    .select({ row: attendanceChanges, deviceName: devices.name, byName: people.fullName })
    .from(attendanceChanges)
    .leftJoin(devices, eq(devices.id, attendanceChanges.deviceId))
    .leftJoin(people, eq(people.id, attendanceChanges.byPersonId))
    .where(ofLine(meetingId, personId))
    .orderBy(desc(attendanceChanges.id));
  return rows.map(({ row, ...names }) => ({ ...row, ...names }));
}

export async function findChange(db: Db, id: Id): Promise<ChangeRow | undefined> {
  const [row] = await db.select().from(attendanceChanges).where(eq(attendanceChanges.id, id));
  return row;
}

export async function newestChangeId(db: Db, meetingId: Id, personId: Id): Promise<Id | null> {
  const [row] = await db
    .select({ id: attendanceChanges.id })
    .from(attendanceChanges)
    .where(ofLine(meetingId, personId))
    .orderBy(desc(attendanceChanges.id))
    .limit(1);
  return row?.id ?? null;
}

/** The change that came before another one of the same line. */
export async function changeBefore(
  db: Db,
  { id, meetingId, personId }: ChangeRow,
): Promise<ChangeRow | undefined> {
  const [row] = await db
    .select()
    .from(attendanceChanges)
    .where(and(ofLine(meetingId, personId), lt(attendanceChanges.id, id)))
    .orderBy(desc(attendanceChanges.id))
    .limit(1);
  return row;
}

/** When someone was last present, and how. */
export async function lastPresence(
  db: Db,
  meetingId: Id,
  personId: Id,
): Promise<ChangeRow | undefined> {
  const [row] = await db
    .select()
    .from(attendanceChanges)
    .where(and(ofLine(meetingId, personId), inArray(attendanceChanges.state, [...presentStates])))
    .orderBy(desc(attendanceChanges.id))
    .limit(1);
  return row;
}

/** Who came online by themselves, in every meeting that is open: there, or gone from there. */
export async function readOnline(db: Db) {
  return db
    .select({
      meetingId: attendance.meetingId,
      personId: attendance.personId,
      state: attendance.state,
    })
    .from(attendance)
    .innerJoin(meetings, eq(meetings.id, attendance.meetingId))
    .where(
      and(
        eq(meetings.state, 'open'),
        inArray(attendance.state, ['online', 'left']),
        // What another system says or the secretary decides is not for the line to change.
        inArray(attendance.method, ['online', 'face']),
      ),
    );
}

const ofLine = (meetingId: Id, personId: Id) =>
  and(eq(attendanceChanges.meetingId, meetingId), eq(attendanceChanges.personId, personId));
