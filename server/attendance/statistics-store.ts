import { and, desc, eq, gte, inArray, lt, min, ne } from 'drizzle-orm';
import type { Id } from '../../models/ids.ts';
import { attendance, attendanceChanges } from '../../models/tables/attendance.ts';
import { people } from '../../models/tables/identity.ts';
import { bodies, meetings, participants } from '../../models/tables/meetings.ts';
import type { Db } from '../platform/database.ts';
import { presentStates } from './rules.ts';
import type { HeldMeeting, Line } from './statistics-rules.ts';

/** Meetings that were held, or are being held, and no plans. */
const held = inArray(meetings.state, ['open', 'closed']);
const meeting = {
  meetingId: meetings.id,
  title: meetings.title,
  bodyName: bodies.name,
  startsAt: meetings.startsAt,
  openedAt: meetings.openedAt,
};

interface Period {
  bodyId: Id;
  from: string;
  /** Not included. */
  until: string;
}

/** Oldest first. */
export async function readHeldMeetings(
  db: Db,
  { bodyId, from, until }: Period,
): Promise<HeldMeeting[]> {
  return db
    .select(meeting)
    .from(meetings)
    .innerJoin(bodies, eq(bodies.id, meetings.bodyId))
    .where(
      and(
        held,
        eq(meetings.bodyId, bodyId),
        gte(meetings.startsAt, from),
        lt(meetings.startsAt, until),
      ),
    )
    .orderBy(meetings.startsAt, meetings.id);
}

/** One person's, newest first. */
export async function readMeetingsOf(db: Db, personId: Id): Promise<HeldMeeting[]> {
  return db
    .select(meeting)
    .from(participants)
    .innerJoin(meetings, eq(meetings.id, participants.meetingId))
    .innerJoin(bodies, eq(bodies.id, meetings.bodyId))
    .where(and(held, eq(participants.personId, personId)))
    .orderBy(desc(meetings.startsAt), desc(meetings.id));
}

/** Of everyone who presides or votes in these meetings. */
export async function readLines(db: Db, meetingIds: readonly Id[]): Promise<Line[]> {
  return lines(
    db,
    and(inArray(participants.meetingId, [...meetingIds]), ne(participants.role, 'guest')),
  );
}

/** One person's in every meeting, guest or not. */
export async function readLinesOf(db: Db, personId: Id): Promise<Line[]> {
  return lines(db, eq(participants.personId, personId));
}

async function lines(db: Db, wanted: ReturnType<typeof and>): Promise<Line[]> {
  // What the secretary writes down says that someone was there, but not since when.
  const first = db
    .select({
      meetingId: attendanceChanges.meetingId,
      personId: attendanceChanges.personId,
      cameAt: min(attendanceChanges.at).as('came_at'),
    })
    .from(attendanceChanges)
    .where(
      and(
        inArray(attendanceChanges.state, [...presentStates]),
        ne(attendanceChanges.method, 'manual'),
      ),
    )
    .groupBy(attendanceChanges.meetingId, attendanceChanges.personId)
    .as('first');
  const rows = await db
    .select({
      meetingId: participants.meetingId,
      personId: participants.personId,
      fullName: people.fullName,
      office: people.office,
      state: attendance.state,
      method: attendance.method,
      cameAt: first.cameAt,
    })
    .from(participants)
    .innerJoin(people, eq(people.id, participants.personId))
    .leftJoin(
      attendance,
      and(
        eq(attendance.meetingId, participants.meetingId),
        eq(attendance.personId, participants.personId),
      ),
    )
    .leftJoin(
      first,
      and(eq(first.meetingId, participants.meetingId), eq(first.personId, participants.personId)),
    )
    .where(wanted);
  return rows.map(({ state, ...row }) => ({ ...row, state: state ?? 'not_yet' }));
}
