import { type CheckIns, checkInsChanged } from '../../models/contracts/attendance.ts';
import type {
  AttendanceSettings,
  getAttendanceSettings,
} from '../../models/contracts/attendance-settings.ts';
import type { ResponseOf } from '../../models/contracts/route.ts';
import { AppError } from '../../models/errors.ts';
import type { CheckInsByHand } from '../../models/contracts/meetings.ts';
import type { Id } from '../../models/ids.ts';
import type { Caller } from '../platform/caller.ts';
import type { Db } from '../platform/database.ts';
import type { Letterhead } from '../platform/letterhead.ts';
import { findBody } from './bodies-store.ts';
import type { MeetingsDeps } from './deps.ts';
import {
  attendanceSettingsOf,
  attendanceSettingsOfBody,
  readLetterhead,
  saveAttendanceSettings,
} from './settings-store.ts';
import { checkInTimes, mayEdit } from './rules.ts';
import { findHead, saveMeeting } from './store.ts';

export interface SettingsService {
  /** @throws AppError `not_found` */
  attendanceSettings(caller: Caller, bodyId: Id): Promise<ResponseOf<typeof getAttendanceSettings>>;
  /** @throws AppError `not_found`, `face_term_too_long` */
  setAttendanceSettings(
    caller: Caller,
    bodyId: Id,
    settings: AttendanceSettings,
  ): Promise<AttendanceSettings>;
  /** @throws AppError `not_found` */
  meetingAttendanceSettings(caller: Caller, meetingId: Id): Promise<AttendanceSettings>;
  /** What papers call the body. @throws AppError `not_found` */
  bodyNameOf(db: Db, bodyId: Id): Promise<string>;
  /** What stands at the head of papers of a meeting. @throws AppError `not_found` */
  letterheadOf(db: Db, meetingId: Id): Promise<Letterhead>;
  /** How the roll of the meeting is taken now; in the transaction of an act where there is one. */
  attendanceSettingsOf(db: Db, meetingId: Id): Promise<AttendanceSettings>;
  /** @throws AppError `not_found` */
  checkIns(caller: Caller, meetingId: Id): Promise<CheckIns>;
  /**
   * The hand of the secretary on the door; null lets the times rule again.
   * @throws AppError `not_found`, `meeting_state` when the meeting is over
   */
  setCheckIns(caller: Caller, meetingId: Id, byHand: CheckInsByHand | null): Promise<CheckIns>;
}

export function createSettingsService(deps: MeetingsDeps): SettingsService {
  const { database, clock, audit, publisher, config } = deps;
  const houseFaceDays = config.face.retentionDays;
  return {
    async attendanceSettings(_caller, bodyId) {
      await bodyName(database.read, bodyId);
      return { ...(await attendanceSettingsOfBody(database.read, bodyId)), houseFaceDays };
    },
    setAttendanceSettings: (caller, bodyId, settings) =>
      database.write(async (tx) => {
        const subject = await bodyName(tx, bodyId);
        if ((settings.faceDays ?? 0) > houseFaceDays)
          throw new AppError('face_term_too_long', { houseFaceDays });
        await saveAttendanceSettings(tx, { bodyId, settings, updatedAt: clock.now() });
        await audit.record(tx, caller, {
          action: 'body.attendance_settings_changed',
          subject,
          details: { ...settings },
        });
        return settings;
      }, caller.once),
    async meetingAttendanceSettings(_caller, meetingId) {
      await existingHead(database.read, meetingId);
      return attendanceSettingsOf(database.read, meetingId);
    },
    bodyNameOf: bodyName,
    async letterheadOf(db, meetingId) {
      const letterhead = await readLetterhead(db, meetingId);
      if (letterhead === undefined) throw new AppError('not_found');
      return letterhead;
    },
    attendanceSettingsOf,
    checkIns: (_caller, meetingId) => checkInsOf(database.read, meetingId),
    async setCheckIns(caller, meetingId, byHand) {
      const checkIns = await database.write(
        (tx) => changeCheckIns(deps, tx, caller, meetingId, byHand),
        caller.once,
      );
      publisher.toMeeting(meetingId, checkInsChanged, checkIns);
      return checkIns;
    },
  };
}

async function changeCheckIns(
  { audit }: MeetingsDeps,
  tx: Db,
  caller: Caller,
  meetingId: Id,
  byHand: CheckInsByHand | null,
): Promise<CheckIns> {
  const head = await existingHead(tx, meetingId);
  const refusal = mayEdit(head.state);
  if (refusal !== null) throw new AppError(refusal);
  await saveMeeting(tx, meetingId, { checkInsByHand: byHand });
  await audit.record(tx, caller, {
    action: 'attendance.check_ins_set',
    subject: head.title,
    meetingId,
    details: { from: head.checkInsByHand ?? 'times', to: byHand ?? 'times' },
  });
  return checkInsOf(tx, meetingId);
}

async function checkInsOf(db: Db, meetingId: Id): Promise<CheckIns> {
  const head = await existingHead(db, meetingId);
  const times = checkInTimes(head, await attendanceSettingsOf(db, meetingId));
  return { meetingId, state: head.state, ...times, byHand: head.checkInsByHand };
}

async function existingHead(db: Db, meetingId: Id) {
  const head = await findHead(db, meetingId);
  if (head === undefined) throw new AppError('not_found');
  return head;
}

async function bodyName(db: Db, bodyId: Id): Promise<string> {
  const body = await findBody(db, bodyId);
  if (body === undefined) throw new AppError('not_found');
  return body.name;
}
