import { and, asc, desc, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import type {
  AgendaItem,
  Meeting,
  MeetingState,
  MeetingSummary,
  ParticipantRole,
} from '../../models/contracts/meetings.ts';
import type { Id } from '../../models/ids.ts';
import { agendaItems, bodies, meetings, participants } from '../../models/tables/meetings.ts';
import { rooms } from '../../models/tables/rooms.ts';
import type { Db } from '../platform/database.ts';
import { preparedFor } from '../platform/prepared.ts';
import { readParticipants } from './participants-store.ts';

export type MeetingRow = typeof meetings.$inferSelect;
/** A meeting as it is for everyone. */
export type CommonMeeting = Omit<Meeting, 'myRole'>;
/** A line of a list of meetings as it is for everyone. */
export type CommonSummary = Omit<MeetingSummary, 'myRole'>;

const summary = {
  id: meetings.id,
  bodyId: meetings.bodyId,
  bodyName: bodies.name,
  title: meetings.title,
  kind: meetings.kind,
  roomId: meetings.roomId,
  roomName: rooms.name,
  startsAt: meetings.startsAt,
  endsAt: meetings.endsAt,
  state: meetings.state,
};
const whole = {
  ...summary,
  revision: meetings.revision,
  currentAgendaItemId: meetings.currentAgendaItemId,
  currentItemSince: meetings.currentItemSince,
  screenView: meetings.screenView,
  openedAt: meetings.openedAt,
  closedAt: meetings.closedAt,
};

/** Everyone who comes in reads the meeting and its agenda. */
const wholeQuery = preparedFor((db) =>
  db
    .select(whole)
    .from(meetings)
    .innerJoin(bodies, eq(bodies.id, meetings.bodyId))
    .leftJoin(rooms, eq(rooms.id, meetings.roomId))
    .where(eq(meetings.id, sql.placeholder('id')))
    .prepare(),
);
const agendaQuery = preparedFor((db) =>
  db
    .select({
      id: agendaItems.id,
      title: agendaItems.title,
      presenter: agendaItems.presenter,
      minutes: agendaItems.minutes,
    })
    .from(agendaItems)
    .where(
      and(eq(agendaItems.meetingId, sql.placeholder('meetingId')), isNull(agendaItems.removedAt)),
    )
    .orderBy(asc(agendaItems.position))
    .prepare(),
);

export async function findMeeting(db: Db, id: Id): Promise<CommonMeeting | undefined> {
  const [row] = await wholeQuery(db).execute({ id });
  if (row === undefined) return undefined;
  const agenda = await agendaQuery(db).execute({ meetingId: id });
  return { ...row, agenda, participants: await readParticipants(db, id) };
}

export type MeetingHead = Pick<MeetingRow, keyof typeof head>;
const head = {
  id: meetings.id,
  bodyId: meetings.bodyId,
  roomId: meetings.roomId,
  title: meetings.title,
  startsAt: meetings.startsAt,
  endsAt: meetings.endsAt,
  state: meetings.state,
  revision: meetings.revision,
  currentAgendaItemId: meetings.currentAgendaItemId,
  currentItemSince: meetings.currentItemSince,
  screenView: meetings.screenView,
  openedAt: meetings.openedAt,
  checkInsByHand: meetings.checkInsByHand,
};
const headQuery = preparedFor((db) =>
  db
    .select(head)
    .from(meetings)
    .where(eq(meetings.id, sql.placeholder('id')))
    .prepare(),
);

/** The meeting without its lists. */
export async function findHead(db: Db, id: Id): Promise<MeetingHead | undefined> {
  const [found] = await headQuery(db).execute({ id });
  return found;
}

const roleQuery = preparedFor((db) =>
  db
    .select({ role: participants.role })
    .from(participants)
    .where(
      and(
        eq(participants.meetingId, sql.placeholder('meetingId')),
        eq(participants.personId, sql.placeholder('personId')),
      ),
    )
    .prepare(),
);

export async function findRole(
  db: Db,
  personId: Id,
  meetingId: Id,
): Promise<ParticipantRole | null> {
  const [row] = await roleQuery(db).execute({ personId, meetingId });
  return row?.role ?? null;
}

/** Newest first, with the part that the person has in each. */
export async function readMeetings(
  db: Db,
  personId: Id,
  onlyTheirs: boolean,
): Promise<MeetingSummary[]> {
  return db
    .select({ ...summary, myRole: participants.role })
    .from(meetings)
    .innerJoin(bodies, eq(bodies.id, meetings.bodyId))
    .leftJoin(rooms, eq(rooms.id, meetings.roomId))
    .leftJoin(
      participants,
      and(eq(participants.meetingId, meetings.id), eq(participants.personId, personId)),
    )
    .where(onlyTheirs ? eq(participants.personId, personId) : undefined)
    .orderBy(desc(meetings.startsAt), desc(meetings.id));
}

/** A line of the list, and what decides when its roll is taken. */
export type ComingMeeting = CommonSummary & Pick<MeetingRow, 'openedAt' | 'checkInsByHand'>;

/** Meetings that are planned or open, soonest first; in one room or anywhere. */
export async function readComing(db: Db, roomId: Id | null): Promise<ComingMeeting[]> {
  const coming = inArray(meetings.state, ['planned', 'open']);
  return db
    .select({
      ...summary,
      openedAt: meetings.openedAt,
      checkInsByHand: meetings.checkInsByHand,
    })
    .from(meetings)
    .innerJoin(bodies, eq(bodies.id, meetings.bodyId))
    .leftJoin(rooms, eq(rooms.id, meetings.roomId))
    .where(roomId === null ? coming : and(coming, eq(meetings.roomId, roomId)))
    .orderBy(asc(meetings.startsAt), asc(meetings.id));
}

/** The soonest session of a body that is planned and whose time is not over. */
export async function findNextPlanned(db: Db, bodyId: Id, now: string): Promise<Id | null> {
  const [next] = await db
    .select({ id: meetings.id })
    .from(meetings)
    .where(
      and(eq(meetings.bodyId, bodyId), eq(meetings.state, 'planned'), gt(meetings.endsAt, now)),
    )
    .orderBy(asc(meetings.startsAt), asc(meetings.id))
    .limit(1);
  return next?.id ?? null;
}

export async function insertMeeting(tx: Db, row: MeetingRow): Promise<void> {
  await tx.insert(meetings).values(row);
}

export async function saveMeeting(
  tx: Db,
  id: Id,
  fields: Partial<Omit<MeetingRow, 'id'>>,
): Promise<void> {
  await tx.update(meetings).set(fields).where(eq(meetings.id, id));
}

/** @param openedAt or `closedAt`: the moment of the change, where the state has one */
export async function saveState(
  tx: Db,
  id: Id,
  state: MeetingState,
  moments: { openedAt?: string; closedAt?: string },
): Promise<void> {
  await tx
    .update(meetings)
    .set({ state, ...moments, revision: sql`${meetings.revision} + 1` })
    .where(eq(meetings.id, id));
}

/** Makes the agenda these items in this order; what is no longer on it stays on record as removed. */
export async function saveAgenda(
  tx: Db,
  meetingId: Id,
  agenda: readonly AgendaItem[],
  now: string,
): Promise<void> {
  const kept = new Set(agenda.map(({ id }) => id));
  const removed = (await agendaQuery(tx).execute({ meetingId })).filter(({ id }) => !kept.has(id));
  for (const { id } of removed)
    await tx.update(agendaItems).set({ removedAt: now }).where(eq(agendaItems.id, id));
  for (const [position, { id, title, presenter, minutes }] of agenda.entries()) {
    const fields = { position, title, presenter, minutes };
    await tx
      .insert(agendaItems)
      .values({ id, meetingId, ...fields, removedAt: null })
      .onConflictDoUpdate({ target: agendaItems.id, set: fields });
  }
}

export async function saveMinutes(tx: Db, agendaItemId: Id, minutes: number): Promise<void> {
  await tx.update(agendaItems).set({ minutes }).where(eq(agendaItems.id, agendaItemId));
}
