import type {
  AttendanceState,
  CheckInMethod,
  Invitation,
  Quorum,
  Roll,
  RollEntry,
} from '../../models/contracts/attendance.ts';
import { rollChanged } from '../../models/contracts/attendance.ts';
import { AppError } from '../../models/errors.ts';
import { type Id, newId } from '../../models/ids.ts';
import type { z } from 'zod';
import type { AuditService } from '../audit/service.ts';
import type { MeetingsService } from '../meetings/service.ts';
import { type Caller, type Identity, isStaff, personOf } from '../platform/caller.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Db } from '../platform/database.ts';
import type { Keys } from '../platform/keys.ts';
import type { Publisher } from '../platform/publisher.ts';
import { qrOf } from './invitation.ts';
import { type PresentVoter, changeIn, presentVotersIn, readRoll, withoutEvidence } from './roll.ts';
import { mayCheckIn, mayCorrect, stateAfterCheckIn } from './rules.ts';
import { findAttendance, saveAttendance } from './store.ts';

export type { PresentVoter } from './roll.ts';

export interface AttendanceDeps {
  database: Database;
  clock: Clock;
  publisher: Publisher;
  audit: AuditService;
  meetings: MeetingsService;
  keys: Keys;
}

/** A check-in at the door or online; never by hand. */
export interface CheckIn {
  meetingId: Id;
  personId: Id;
  method: Exclude<CheckInMethod, 'manual'>;
  score?: number;
}

export interface CheckedIn {
  entry: RollEntry;
  /** Whether the roll said so before. */
  already: boolean;
}

export interface AttendanceService {
  roll(caller: Caller, meetingId: Id): Promise<Roll>;
  presentVoters(db: Db, meetingId: Id): Promise<PresentVoter[]>;
  quorum(db: Db, meetingId: Id): Promise<Quorum>;
  /** @throws AppError `meeting_not_open`, `not_found` when the person is no participant */
  checkIn(by: Identity, checkIn: CheckIn): Promise<CheckedIn>;
  checkInOnline(caller: Caller, meetingId: Id): Promise<{ state: AttendanceState }>;
  /** @throws AppError `meeting_state`, `not_found` */
  correct(caller: Caller, correction: Correction): Promise<RollEntry>;
  invitation(caller: Caller, meetingId: Id): Promise<z.infer<typeof Invitation>>;
}

export interface Correction {
  meetingId: Id;
  personId: Id;
  state: AttendanceState;
  reason: string;
}

export function createAttendanceService(deps: AttendanceDeps): AttendanceService {
  const { database, meetings, keys } = deps;
  const service: AttendanceService = {
    async roll(caller, meetingId) {
      const roll = await readRoll(database.read, meetings, meetingId);
      return isStaff(caller) ? roll : { ...roll, entries: roll.entries.map(withoutEvidence) };
    },
    presentVoters: async (db, meetingId) =>
      presentVotersIn(await readRoll(db, meetings, meetingId)),
    quorum: async (db, meetingId) => (await readRoll(db, meetings, meetingId)).quorum,
    checkIn: (by, checkIn) => recordCheckIn(deps, by, checkIn),
    async checkInOnline(caller, meetingId) {
      const { personId } = personOf(caller);
      const { entry } = await recordCheckIn(deps, caller, {
        meetingId,
        personId,
        method: 'online',
      });
      return { state: entry.state };
    },
    correct: (caller, correction) => recordCorrection(deps, caller, correction),
    async invitation(caller, meetingId) {
      const { personId } = personOf(caller);
      const pin = await meetings.pinOf(database.read, meetingId, personId);
      return { meetingId, qr: qrOf(keys, meetingId, personId), pin };
    },
  };
  return service;
}

async function recordCheckIn(deps: AttendanceDeps, by: Identity, checkIn: CheckIn) {
  const { database, clock, audit, meetings } = deps;
  const { meetingId, personId, method, score } = checkIn;
  const changed = await database.write(async (tx) => {
    const meeting = await meetings.meetingOf(tx, meetingId);
    const at = clock.now();
    // Joining online is part of a running meeting; the door opens before it.
    const refusal =
      method === 'online' && meeting.state !== 'open'
        ? 'meeting_not_open'
        : mayCheckIn(meeting, at);
    if (refusal !== null) throw new AppError(refusal);
    const state = stateAfterCheckIn(await findAttendance(tx, meetingId, personId), method);
    if (state === null) return false;
    const subject = await nameOf(deps, tx, meetingId, personId);
    const deviceId = by.device?.deviceId ?? null;
    const row = { meetingId, personId, state, method, score: score ?? null, deviceId, at };
    await saveAttendance(tx, newId(), { ...row, byPersonId: null, reason: null });
    await audit.record(tx, by, {
      action: 'attendance.recorded',
      subject,
      meetingId,
      details: { state, method },
    });
    return true;
  });
  return { entry: await entryAfter(deps, meetingId, personId, changed), already: !changed };
}

async function recordCorrection(deps: AttendanceDeps, caller: Caller, correction: Correction) {
  const { database, clock, audit, meetings } = deps;
  const { meetingId, personId, state, reason } = correction;
  await database.write(async (tx) => {
    const refusal = mayCorrect(await meetings.meetingOf(tx, meetingId));
    if (refusal !== null) throw new AppError(refusal);
    const subject = await nameOf(deps, tx, meetingId, personId);
    await saveAttendance(tx, newId(), {
      meetingId,
      personId,
      state,
      method: 'manual',
      score: null,
      deviceId: null,
      byPersonId: personOf(caller).personId,
      reason,
      at: clock.now(),
    });
    await audit.record(tx, caller, {
      action: 'attendance.corrected',
      subject,
      meetingId,
      details: { state, reason },
    });
    return true;
  }, caller.once);
  return entryAfter(deps, meetingId, personId, true);
}

/** @throws AppError `not_found` when the person is no participant */
async function nameOf({ meetings }: AttendanceDeps, tx: Db, meetingId: Id, personId: Id) {
  const participants = await meetings.participantsOf(tx, meetingId);
  const participant = participants.find((one) => one.personId === personId);
  if (participant === undefined) throw new AppError('not_found');
  return participant.fullName;
}

async function entryAfter(deps: AttendanceDeps, meetingId: Id, personId: Id, changed: boolean) {
  const roll = await readRoll(deps.database.read, deps.meetings, meetingId);
  const change = changeIn(roll, personId);
  if (change === undefined) throw new AppError('not_found');
  const { entry, quorum } = change;
  if (changed)
    deps.publisher.toMeeting(meetingId, rollChanged, {
      meetingId,
      entry: withoutEvidence(entry),
      quorum,
    });
  return entry;
}
