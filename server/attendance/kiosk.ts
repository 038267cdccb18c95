import type { z } from 'zod';
import type { CheckInMethod } from '../../models/contracts/attendance.ts';
import type { CheckInResult, listRoomMeetings } from '../../models/contracts/kiosk.ts';
import type { ResponseOf } from '../../models/contracts/route.ts';
import { AppError } from '../../models/errors.ts';
import type { Id } from '../../models/ids.ts';
import type { AuditService } from '../audit/service.ts';
import type { MeetingsService } from '../meetings/service.ts';
import { type Caller, type Identity, deviceOf } from '../platform/caller.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database.ts';
import type { Keys } from '../platform/keys.ts';
import { AttemptLimit } from './attempt-limit.ts';
import { decide, isLivenessDoubtful } from './face/decision.ts';
import type { FaceService } from './face/face-service.ts';
import type { OpenedTemplates } from './gallery.ts';
import { personInQr } from './invitation.ts';
import type { AttendanceService } from './service.ts';

export interface KioskDeps {
  database: Database;
  clock: Clock;
  keys: Keys;
  audit: AuditService;
  meetings: MeetingsService;
  attendance: AttendanceService;
  face(): FaceService | null;
  templates(): OpenedTemplates | null;
}

export interface KioskService {
  meetings(caller: Caller): Promise<ResponseOf<typeof listRoomMeetings>>;
  recognise(caller: Caller, request: Frames): Promise<z.infer<typeof CheckInResult>>;
  /** @throws AppError `check_in_code_unknown`, `too_many_requests` */
  checkInByCode(caller: Caller, request: Code): Promise<z.infer<typeof CheckInResult>>;
}

interface Frames {
  meetingId: Id;
  frames: Uint8Array[];
}

interface Code {
  meetingId: Id;
  code: string;
}

export function createKioskService(deps: KioskDeps): KioskService {
  const wrongCodes = new AttemptLimit(deps.clock);
  return {
    meetings: async (caller) => ({ items: await takingCheckIns(deps, caller) }),
    recognise: (caller, request) => recognise(deps, caller, request),
    checkInByCode: (caller, request) => checkInByCode(deps, wrongCodes, caller, request),
  };
}

const takingCheckIns = ({ meetings, database, clock }: KioskDeps, caller: Caller) =>
  meetings.currentInRoom(database.read, deviceOf(caller).roomId, clock.now());

/** A kiosk serves its own room only. */
async function requireOwnMeeting(deps: KioskDeps, caller: Caller, meetingId: Id): Promise<void> {
  const mine = await takingCheckIns(deps, caller);
  if (!mine.some(({ id }) => id === meetingId)) throw new AppError('meeting_not_open');
}

async function recognise(deps: KioskDeps, caller: Caller, { meetingId, frames }: Frames) {
  const { database, meetings } = deps;
  const face = deps.face();
  const templates = deps.templates();
  if (face === null || templates === null) throw new AppError('face_unavailable');
  await requireOwnMeeting(deps, caller, meetingId);
  const analyses = await Promise.all(frames.map((frame) => face.analyse(frame, 'check-in')));
  const embeddings = analyses.flatMap(({ embedding }) => embedding ?? []);
  if (embeddings.length === 0) {
    const hints = [...new Set(analyses.flatMap((analysis) => analysis.hints))];
    return { outcome: 'look_again' as const, hints };
  }
  // Only the delegates of this meeting are searched: fewer people, fewer mistakes.
  const delegates = await meetings.participantsOf(database.read, meetingId);
  const gallery = await templates.galleryOf(
    database.read,
    delegates.map(({ personId }) => personId),
  );
  const decision = decide(embeddings, gallery, face.thresholds);
  if (decision.outcome !== 'recognised') return { outcome: decision.outcome };
  const { personId, score } = decision;
  const livenessDoubtful = isLivenessDoubtful(analyses.map(({ liveness }) => liveness));
  return welcome(deps, caller, { meetingId, personId, method: 'face', score, livenessDoubtful });
}

async function checkInByCode(
  deps: KioskDeps,
  wrongCodes: AttemptLimit,
  caller: Caller,
  { meetingId, code }: Code,
) {
  const { deviceId } = deviceOf(caller);
  await requireOwnMeeting(deps, caller, meetingId);
  const takeBack = wrongCodes.count(deviceId);
  const found = await personOfCode(deps, meetingId, code);
  if (found === null) throw new AppError('check_in_code_unknown');
  takeBack();
  return welcome(deps, caller, { meetingId, ...found });
}

/** A QR code is long and made by us; what is short is a PIN. */
async function personOfCode({ keys, meetings, database }: KioskDeps, meetingId: Id, code: string) {
  const byQr = personInQr(keys, meetingId, code);
  // Whoever was taken off the meeting still holds the code of the time before.
  if (byQr !== null && (await meetings.roleOf(byQr, meetingId)) !== null)
    return { personId: byQr, method: 'qr' as const };
  const digits = code.replaceAll(/\D/g, '');
  const byPin = await meetings.personByPin(database.read, meetingId, digits);
  return byPin === null ? null : { personId: byPin, method: 'pin' as const };
}

interface Recognised {
  meetingId: Id;
  personId: Id;
  method: Exclude<CheckInMethod, 'manual' | 'online'>;
  score?: number;
  livenessDoubtful?: boolean;
}

async function welcome({ attendance, clock }: KioskDeps, caller: Caller, found: Recognised) {
  // The door acts for itself, even when an administrator is signed in on the same browser.
  const door: Identity = { person: null, device: deviceOf(caller) };
  const { entry, already } = await attendance.checkIn(door, found);
  const { personId, fullName, office, seat } = entry;
  const at = entry.at ?? clock.now();
  return {
    outcome: 'welcome' as const,
    greeting: { personId, fullName, office, seat, at, already },
  };
}
