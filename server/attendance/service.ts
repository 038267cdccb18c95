import type {
  AttendanceState,
  CheckInMethod,
  Invitation,
  Quorum,
  Roll,
  RollEntry,
} from '../../models/contracts/attendance.ts';
import { AppError } from '../../models/errors.ts';
import { type Id, newId } from '../../models/ids.ts';
import type { z } from 'zod';
import type { AdmissionService } from '../admission/service.ts';
import type { AuditService } from '../audit/service.ts';
import type { MeetingsService } from '../meetings/service.ts';
import { type Caller, type Identity, isStaff, personOf } from '../platform/caller.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Db } from '../platform/database.ts';
import type { SentFile } from '../platform/http-routes.ts';
import type { Keys } from '../platform/keys.ts';
import type { Logger } from '../platform/logger.ts';
import type { Publisher } from '../platform/publisher.ts';
import { type Corrections, createCorrections } from './corrections.ts';
import { type Lines, createLeaving } from './leaving.ts';
import { type Announce, createRollNotices } from './notices.ts';
import { qrOf } from './invitation.ts';
import { type RollFile, rollFile } from './roll-files.ts';
import {
  type RollVoter,
  readVoters,
  readEntry,
  readQuorum,
  readRoll,
  withoutEvidence,
} from './roll.ts';
import { type Presence, mayCheckIn, stateAfterCheckIn } from './rules.ts';
import { findAttendance, saveAttendance } from './store.ts';

export type { RollVoter } from './roll.ts';

export interface AttendanceDeps {
  database: Database;
  clock: Clock;
  publisher: Publisher;
  audit: AuditService;
  meetings: MeetingsService;
  admission: Pick<AdmissionService, 'refusalToEnter'>;
  keys: Keys;
  logger: Logger;
}

/** A check-in at the door or online; never by hand. */
export interface CheckIn {
  meetingId: Id;
  personId: Id;
  method: Exclude<CheckInMethod, 'manual'>;
  /** Where they are; without it online for the method `online`, else in the room. */
  state?: Presence;
  /** Distance of the face to the template. */
  score?: number;
  /** How alive the face looked, 0…1. */
  liveness?: number;
  /** Whether the turn of the head was asked for and seen. */
  challenged?: boolean;
  /** Whether the face looked more like a print or a screen; goes into the audit trail for people to look at. */
  livenessDoubtful?: boolean;
  /** When it happened, for what a door that was cut off sends late; without it now. */
  at?: string;
}

export interface CheckedIn {
  entry: RollEntry;
  /** Whether the roll said so before. */
  already: boolean;
}

export interface AttendanceService extends Corrections {
  roll(caller: Caller, meetingId: Id): Promise<Roll>;
  /** Everyone on the roll, present or not, in the order of seats. */
  votersOf(db: Db, meetingId: Id): Promise<RollVoter[]>;
  quorum(db: Db, meetingId: Id): Promise<Quorum>;
  /** What the roll says of one person. */
  stateOf(db: Db, meetingId: Id, personId: Id): Promise<AttendanceState>;
  /** @throws AppError `meeting_not_open`, `check_in_closed`, `not_found` when the person is no participant */
  checkIn(by: Identity, checkIn: CheckIn): Promise<CheckedIn>;
  /** @throws AppError `meeting_not_open`, `check_in_closed`, or why the caller may not be in the online room */
  checkInOnline(caller: Caller, meetingId: Id): Promise<{ state: AttendanceState }>;
  /** @throws AppError `meeting_state`, `not_found` */
  correct(caller: Caller, correction: OneCorrection): Promise<RollEntry>;
  invitation(caller: Caller, meetingId: Id): Promise<z.infer<typeof Invitation>>;
  /** As a spreadsheet or a paper. @throws AppError `not_found` */
  rollFile(caller: Caller, wanted: RollFile): Promise<SentFile>;
  /** Marks who left the online room for good, and who is back; to be called every few seconds. */
  watchLines(lines: Lines): Promise<void>;
  /** Runs after the commit with everyone whose state changed. */
  onChanged(hook: (personId: Id, meetingId: Id) => void): void;
}

interface OneCorrection {
  meetingId: Id;
  personId: Id;
  state: AttendanceState;
  reason: string;
}

export function createAttendanceService(deps: AttendanceDeps): AttendanceService {
  const { database, meetings, admission, keys } = deps;
  const hooks: ((personId: Id, meetingId: Id) => void)[] = [];
  const tellRoll = createRollNotices(deps);
  const announce: Announce = (meetingId, entry) => {
    tellRoll(meetingId, entry);
    for (const hook of hooks) hook(entry.personId, meetingId);
  };
  const corrections = createCorrections(deps, announce);
  return {
    async roll(caller, meetingId) {
      const roll = await readRoll(database.read, meetings, meetingId);
      return isStaff(caller) ? roll : { ...roll, entries: roll.entries.map(withoutEvidence) };
    },
    votersOf: (db, meetingId) => readVoters(db, meetings, meetingId),
    quorum: (db, meetingId) => readQuorum(db, meetings, meetingId),
    stateOf: async (db, meetingId, personId) =>
      (await findAttendance(db, meetingId, personId))?.state ?? 'not_yet',
    checkIn: (by, checkIn) => recordCheckIn(deps, announce, by, checkIn),
    async checkInOnline(caller, meetingId) {
      const refusal = await admission.refusalToEnter(caller, meetingId);
      if (refusal !== null) throw new AppError(refusal);
      const { personId } = personOf(caller);
      const checkIn = { meetingId, personId, method: 'online' as const };
      const { entry } = await recordCheckIn(deps, announce, caller, checkIn);
      return { state: entry.state };
    },
    ...corrections,
    async correct(caller, { personId, ...correction }) {
      await corrections.correctTogether(caller, { ...correction, personIds: [personId] });
      return readEntry(database.read, meetings, correction.meetingId, personId);
    },
    rollFile: (caller, wanted) => rollFile(deps, caller, wanted),
    watchLines: createLeaving(deps, announce),
    async invitation(caller, meetingId) {
      const { personId } = personOf(caller);
      const pin = await meetings.pinOf(database.read, meetingId, personId);
      return { meetingId, qr: qrOf(keys, meetingId, personId), pin };
    },
    onChanged: (hook) => void hooks.push(hook),
  };
}

async function recordCheckIn(
  deps: AttendanceDeps,
  announce: Announce,
  by: Identity,
  checkIn: CheckIn,
) {
  const { database, clock, audit, meetings } = deps;
  const { meetingId, personId, method, score, liveness, challenged = false } = checkIn;
  const { state: wanted = method === 'online' ? 'online' : 'in_person' } = checkIn;
  const changed = await database.write(async (tx) => {
    const now = clock.now();
    const { at = now } = checkIn;
    const earlier = await findAttendance(tx, meetingId, personId);
    const meeting = {
      state: await meetings.stateOf(tx, meetingId),
      takesCheckIns: await meetings.takesCheckIns(tx, meetingId, at),
    };
    const refusal = mayCheckIn(earlier, { state: wanted }, meeting);
    if (refusal !== null) throw new AppError(refusal);
    const state = stateAfterCheckIn(earlier, { state: wanted, method, at });
    if (state === null) return false;
    const { fullName: subject } = await meetings.participantOf(tx, meetingId, personId);
    const deviceId = by.device?.deviceId ?? null;
    await saveAttendance(tx, newId(), {
      meetingId,
      personId,
      state,
      method,
      score: score ?? null,
      deviceId,
      byPersonId: null,
      reason: null,
      liveness: liveness ?? null,
      challenged,
      at,
      receivedAt: at === now ? null : now,
    });
    await audit.record(tx, by, {
      action: 'attendance.recorded',
      subject,
      about: [personId],
      meetingId,
      details: {
        state,
        method,
        ...(checkIn.livenessDoubtful && { livenessDoubtful: true }),
        ...(challenged && { challenged }),
        ...(at !== now && { late: at }),
      },
    });
    return true;
  });
  const entry = await readEntry(database.read, meetings, meetingId, personId);
  if (changed) announce(meetingId, entry);
  return { entry, already: !changed };
}
