import { type Id, newId } from '../../models/ids.ts';
import { minutes } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import type { Logger } from '../platform/logger.ts';
import { readOnline } from './changes-store.ts';
import type { Announce } from './notices.ts';
import { readEntry } from './roll.ts';
import { stateOfLine } from './rules.ts';
import type { AttendanceDeps } from './service.ts';
import { findAttendance, saveAttendance } from './store.ts';

/** Milliseconds that someone online may be away, for a line that breaks or a browser that starts anew. */
const awayAllowed = minutes(2);

/** Where people are now. */
export interface Lines {
  /** Who is in the online room. */
  inRoom(meetingId: Id): ReadonlySet<Id>;
  /** Whether any browser of theirs follows the meeting. */
  follows(personId: Id, meetingId: Id): boolean;
}

/**
 * Watches who is online by themselves: whoever has left the online room (or, when they never were in it, whose browsers
 * are all gone) for longer than allowed has left the meeting, from the moment on when they were first missed; whoever
 * is in the room again has returned. What the secretary or another system decided stays.
 * @returns looks once; to be called every few seconds
 */
export function createLeaving(deps: AttendanceDeps, announce: Announce) {
  const { database, clock } = deps;
  const wereInRoom = new Set<string>();
  let missedSince = new Map<string, string>();
  return async (lines: Lines): Promise<void> => {
    const now = clock.now();
    const missed = new Map<string, string>();
    const rooms = new Map<Id, ReadonlySet<Id>>();
    for (const { meetingId, personId, state } of await readOnline(database.read)) {
      const key = `${meetingId} ${personId}`;
      const room = rooms.get(meetingId) ?? lines.inRoom(meetingId);
      rooms.set(meetingId, room);
      const isInRoom = room.has(personId);
      if (isInRoom) wereInRoom.add(key);
      const isThere = isInRoom || (!wereInRoom.has(key) && lines.follows(personId, meetingId));
      if (state === 'left' ? !isInRoom : isThere) continue;
      const since = state === 'left' ? now : (missedSince.get(key) ?? now);
      const waits = state !== 'left' && Date.parse(now) - Date.parse(since) < awayAllowed;
      if (waits) missed.set(key, since);
      else await record(deps, announce, { meetingId, personId, isThere: isInRoom, at: since });
    }
    missedSince = missed;
  };
}

/** Milliseconds between two looks. */
const interval = 10_000;

interface Watched {
  attendance: { watchLines(lines: Lines): Promise<void> };
  media: { sending(meetingId: Id): { members: readonly { personId: Id | null }[] } } | null;
  follows: Lines['follows'];
  logger: Logger;
}

/** Looks for as long as the server runs; a look that takes longer than the interval is not overtaken. */
export function watchLines({ attendance, media, follows, logger }: Watched): { stop(): void } {
  const inRoom = (meetingId: Id) =>
    new Set(media?.sending(meetingId).members.flatMap(({ personId }) => personId ?? []));
  let looks = false;
  const look = async () => {
    if (looks) return;
    looks = true;
    await attendance
      .watchLines({ inRoom, follows })
      .catch((err: unknown) => logger.error({ err }, 'who is online was not looked at'));
    looks = false;
  };
  const timer = setInterval(() => void look(), interval).unref();
  return { stop: () => clearInterval(timer) };
}

interface Seen {
  meetingId: Id;
  personId: Id;
  isThere: boolean;
  at: string;
}

async function record(deps: AttendanceDeps, announce: Announce, seen: Seen): Promise<void> {
  const { database, meetings } = deps;
  const { meetingId, personId } = seen;
  if (!(await database.write((tx) => recordIn(deps, tx, seen)))) return;
  announce(meetingId, await readEntry(database.read, meetings, meetingId, personId));
}

async function recordIn(
  { meetings, audit }: AttendanceDeps,
  tx: Db,
  { meetingId, personId, isThere, at }: Seen,
): Promise<boolean> {
  const state = stateOfLine(await findAttendance(tx, meetingId, personId), isThere);
  if (state === null || (await meetings.stateOf(tx, meetingId)) !== 'open') return false;
  const { fullName: subject } = await meetings.participantOf(tx, meetingId, personId);
  await saveAttendance(tx, newId(), {
    meetingId,
    personId,
    state,
    method: 'online',
    score: null,
    deviceId: null,
    byPersonId: null,
    reason: null,
    liveness: null,
    challenged: false,
    at,
    receivedAt: null,
  });
  const action = state === 'left' ? 'attendance.left' : 'attendance.recorded';
  const details = { state, method: 'online' };
  await audit.record(tx, 'system', { action, subject, meetingId, details });
  return true;
}
