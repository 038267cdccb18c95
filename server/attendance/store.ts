import { and, count, eq, getTableColumns, inArray, ne, sql } from 'drizzle-orm';
import type { Id } from '../../models/ids.ts';
import { attendance, attendanceChanges } from '../../models/tables/attendance.ts';
import { devices, people } from '../../models/tables/identity.ts';
import { participants } from '../../models/tables/meetings.ts';
import type { Db } from '../platform/database.ts';
import { preparedFor } from '../platform/prepared.ts';
import { presentStates } from './rules.ts';

export type AttendanceRow = typeof attendance.$inferSelect;

/** With the names of the device and of whoever corrected it. */
export interface NamedAttendance extends AttendanceRow {
  deviceName: string | null;
  byName: string | null;
}

const named = {
  ...getTableColumns(attendance),
  deviceName: devices.name,
  byName: people.fullName,
};

/** Everyone reads the roll who comes in. */
const allQuery = preparedFor((db) =>
  db
    .select(named)
    .from(attendance)
    .leftJoin(devices, eq(devices.id, attendance.deviceId))
    .leftJoin(people, eq(people.id, attendance.byPersonId))
    .where(eq(attendance.meetingId, sql.placeholder('meetingId')))
    .prepare(),
);

export async function readAttendance(db: Db, meetingId: Id): Promise<NamedAttendance[]> {
  return allQuery(db).execute({ meetingId });
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
  return found;
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
