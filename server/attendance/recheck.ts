import {
  type MyPresence,
  type PresenceLine,
  type PresenceOccasion,
  presenceChanged,
} from '../../models/contracts/presence.ts';
import { type Id, newId } from '../../models/ids.ts';
import type { AuditService } from '../audit/service.ts';
import type { MeetingsService } from '../meetings/service.ts';
import { type Caller, personOf } from '../platform/caller.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Db } from '../platform/database.ts';
import type { Keys } from '../platform/keys.ts';
import type { Publisher } from '../platform/publisher.ts';
import type { FaceService } from './face/face-service.ts';
import { readTemplates } from './faces-store.ts';
import { type PresenceRow, appendPresence, lastPresence, readPresence } from './presence-store.ts';
import { dueAt } from './recheck-rules.ts';
import { findAttendance, readAttendance } from './store.ts';

export interface RecheckDeps {
  database: Database;
  clock: Clock;
  audit: AuditService;
  keys: Keys;
  publisher: Pick<Publisher, 'toRunners' | 'toPerson'>;
  meetings: Pick<MeetingsService, 'attendanceSettingsOf' | 'stateOf' | 'participantOf'>;
  face(): FaceService | null;
}

/** What is kept of one question and its answer. */
export type Finding = Pick<PresenceRow, 'outcome' | 'way'> &
  Partial<Pick<PresenceRow, 'score' | 'liveness' | 'challenged'>>;

/** Asking those who are online whether they are there. It is evidence and no more: nothing else reads it. */
export interface RecheckService {
  mine(caller: Caller, meetingId: Id): Promise<MyPresence>;
  list(meetingId: Id): Promise<PresenceLine[]>;
  /** Without a face. A question that was let pass is noted once it was really due. */
  answer(caller: Caller, meetingId: Id, answer: 'here' | 'skipped' | 'missed'): Promise<void>;
  /** For the service of the face. */
  note(caller: Caller, meetingId: Id, occasion: PresenceOccasion, found: Finding): Promise<void>;
}

const findings = {
  here: { outcome: 'confirmed', way: 'button' },
  skipped: { outcome: 'skipped', way: null },
  missed: { outcome: 'missed', way: null },
} as const satisfies Record<string, Finding>;

export function createRecheckService(deps: RecheckDeps): RecheckService {
  const { database, clock } = deps;
  const note: RecheckService['note'] = (caller, meetingId, occasion, found) =>
    keep(deps, caller, { meetingId, occasion, found });
  return {
    async mine(caller, meetingId) {
      const { personId } = personOf(caller);
      const standing = await standingOf(deps, database.read, meetingId, personId);
      const last = await lastPresence(database.read, meetingId, personId);
      return {
        every: standing.every,
        dueAt: dueAt(standing),
        face: await readinessOf(deps, personId),
        last: last && lineOf(last),
      };
    },
    list: (meetingId) => list(deps, meetingId),
    async answer(caller, meetingId, answer) {
      const { personId } = personOf(caller);
      const due = dueAt(await standingOf(deps, database.read, meetingId, personId));
      // Another window of the same person may have answered meanwhile.
      if (due === null || (answer === 'missed' && due > clock.now())) return;
      await note(caller, meetingId, 'recheck', findings[answer]);
    },
    note,
  };
}

async function keep(
  { database, clock, audit, publisher }: RecheckDeps,
  caller: Caller,
  { meetingId, occasion, found }: { meetingId: Id; occasion: PresenceOccasion; found: Finding },
) {
  const { personId, fullName } = personOf(caller);
  const { outcome, way, score = null, liveness = null, challenged = false } = found;
  await database.write(async (tx) => {
    await appendPresence(tx, {
      id: newId(),
      meetingId,
      personId,
      occasion,
      outcome,
      way,
      score,
      liveness,
      challenged,
      at: clock.now(),
    });
    await audit.record(tx, caller, {
      action: 'presence.answered',
      subject: fullName,
      ...(way === 'face' && { about: [personId] }),
      meetingId,
      details: {
        occasion,
        outcome,
        ...(way && { method: way }),
        ...(challenged && { challenged }),
      },
    });
  });
  publisher.toRunners(meetingId, presenceChanged, { meetingId, personId });
  publisher.toPerson(personId, presenceChanged, { meetingId, personId });
}

/** A failed face is no answer, so the question stays due. */
async function standingOf({ meetings }: RecheckDeps, db: Db, meetingId: Id, personId: Id) {
  const { recheckEvery: every } = await meetings.attendanceSettingsOf(db, meetingId);
  const isMeetingOpen = (await meetings.stateOf(db, meetingId)) === 'open';
  const recorded = await findAttendance(db, meetingId, personId);
  const last = await lastPresence(db, meetingId, personId, { tried: false });
  const state = recorded?.state ?? 'not_yet';
  return { every, isMeetingOpen, state, since: recorded?.at ?? null, last };
}

async function readinessOf({ database, face, keys }: RecheckDeps, personId: Id) {
  const service = face();
  if (service === null) return 'unavailable' as const;
  const templates = await readTemplates(database.read, [personId]);
  if (templates.length === 0) return 'not_enrolled' as const;
  const { name, version } = service.embedder;
  const isCurrent = templates.some(
    (row) => row.embedder === name && row.embedderVersion === version && keys.canOpen(row.keyId),
  );
  return isCurrent ? ('ready' as const) : ('outdated' as const);
}

const lineOf = ({ occasion, outcome, way, at }: PresenceRow) => ({ occasion, outcome, way, at });

async function list({ database, meetings }: RecheckDeps, meetingId: Id): Promise<PresenceLine[]> {
  const db = database.read;
  const { recheckEvery: every } = await meetings.attendanceSettingsOf(db, meetingId);
  const isMeetingOpen = (await meetings.stateOf(db, meetingId)) === 'open';
  const checks = await readPresence(db, meetingId);
  const lastOf = new Map(checks.map((row) => [row.personId, row]));
  const answered = checks.filter(({ outcome }) => outcome !== 'different');
  const answerOf = new Map(answered.map((row) => [row.personId, row]));
  const roll = new Map((await readAttendance(db, meetingId)).map((row) => [row.personId, row]));
  const online = [...roll.values()].filter(({ state }) => state === 'online');
  // Also who was asked and is not, or not yet, on the roll.
  const people = new Set([...online.map(({ personId }) => personId), ...lastOf.keys()]);
  return [...people].map((personId) => {
    const last = lastOf.get(personId);
    const { state = 'not_yet' as const, at: since = null } = roll.get(personId) ?? {};
    const standing = { every, isMeetingOpen, state, since, last: answerOf.get(personId) ?? null };
    return { personId, last: last ? lineOf(last) : null, dueAt: dueAt(standing) };
  });
}
