import { eq, sql } from 'drizzle-orm';
import {
  type AttendanceSettings,
  defaultAttendanceSettings,
} from '../../models/contracts/attendance-settings.ts';
import type { Id } from '../../models/ids.ts';
import { organisations } from '../../models/tables/identity.ts';
import { attendanceSettings, bodies, meetings } from '../../models/tables/meetings.ts';
import type { Db } from '../platform/database.ts';
import type { Letterhead } from '../platform/letterhead.ts';
import { preparedFor } from '../platform/prepared.ts';

/** What was set, with today's default for whatever was not there to be set. */
const withDefaults = (settings: AttendanceSettings | null | undefined): AttendanceSettings => ({
  ...defaultAttendanceSettings,
  ...settings,
});

/** Runs with every check-in. */
const ofMeetingQuery = preparedFor((db) =>
  db
    .select({ settings: attendanceSettings.settings })
    .from(meetings)
    .innerJoin(attendanceSettings, eq(attendanceSettings.bodyId, meetings.bodyId))
    .where(eq(meetings.id, sql.placeholder('meetingId')))
    .prepare(),
);

/** How the roll of a meeting is taken: as its body says, or the defaults. */
export async function attendanceSettingsOf(db: Db, meetingId: Id): Promise<AttendanceSettings> {
  const [row] = await ofMeetingQuery(db).execute({ meetingId });
  return withDefaults(row?.settings);
}

export async function attendanceSettingsOfBody(db: Db, bodyId: Id): Promise<AttendanceSettings> {
  const [row] = await db
    .select({ settings: attendanceSettings.settings })
    .from(attendanceSettings)
    .where(eq(attendanceSettings.bodyId, bodyId));
  return withDefaults(row?.settings);
}

/** Of each body that has set anything. */
export async function readAttendanceSettings(db: Db): Promise<(bodyId: Id) => AttendanceSettings> {
  const rows = await db.select().from(attendanceSettings);
  const set = new Map(rows.map(({ bodyId, settings }) => [bodyId, settings]));
  return (bodyId) => withDefaults(set.get(bodyId));
}

/** Of the body of a meeting. */
export async function readLetterhead(db: Db, meetingId: Id): Promise<Letterhead | undefined> {
  const [meeting] = await db
    .select({ bodyId: meetings.bodyId })
    .from(meetings)
    .where(eq(meetings.id, meetingId));
  return meeting && readBodyLetterhead(db, meeting.bodyId);
}

export async function readBodyLetterhead(db: Db, bodyId: Id): Promise<Letterhead | undefined> {
  const [row] = await db
    .select({
      organisationName: organisations.name,
      bodyName: bodies.name,
      settings: attendanceSettings.settings,
    })
    .from(bodies)
    .leftJoin(organisations, eq(organisations.id, bodies.organisationId))
    .leftJoin(attendanceSettings, eq(attendanceSettings.bodyId, bodies.id))
    .where(eq(bodies.id, bodyId));
  if (row === undefined) return undefined;
  const { settings, ...names } = row;
  return { ...names, place: withDefaults(settings).place };
}

export async function saveAttendanceSettings(
  tx: Db,
  row: typeof attendanceSettings.$inferInsert,
): Promise<void> {
  await tx
    .insert(attendanceSettings)
    .values(row)
    .onConflictDoUpdate({ target: attendanceSettings.bodyId, set: row });
}
