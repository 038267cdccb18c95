import type { z } from 'zod';
import type { TurnFrames } from '../../models/contracts/challenge.ts';
import {
  type CheckInResult,
  type getKeepingKey,
  type listLateAttempts,
  type listRoomMeetings,
  type sendLate,
} from '../../models/contracts/kiosk.ts';
import type { ResponseOf } from '../../models/contracts/route.ts';
import { AppError } from '../../models/errors.ts';
import type { Id } from '../../models/ids.ts';
import type { AuditService } from '../audit/service.ts';
import type { MeetingsService } from '../meetings/service.ts';
import { type Caller, deviceOf } from '../platform/caller.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database.ts';
import type { Keys } from '../platform/keys.ts';
import type { Publisher } from '../platform/publisher.ts';
import { AttemptLimit } from './attempt-limit.ts';
import { type ChallengeService, createChallengeService } from './challenge.ts';
import type { FaceService } from './face/face-service.ts';
import type { OpenedTemplates } from './gallery.ts';
import { type Doubts, createDoubts } from './kiosk-doubts.ts';
import { recognise, turn } from './kiosk-face.ts';
import { type Late, listLate, takeLate } from './kiosk-late.ts';
import { personOfCode, welcome } from './kiosk-welcome.ts';
import type { AttendanceService } from './service.ts';

export interface KioskDeps {
  database: Database;
  clock: Clock;
  keys: Keys;
  publisher: Publisher;
  audit: AuditService;
  meetings: MeetingsService;
  attendance: AttendanceService;
  face(): FaceService | null;
  templates(): OpenedTemplates | null;
}

/** With what a door remembers for a minute. */
export interface Door extends KioskDeps {
  challenges: ChallengeService;
  doubts: Doubts;
  wrongCodes: AttemptLimit;
}

type Result = Promise<z.infer<typeof CheckInResult>>;

export interface KioskService {
  meetings(caller: Caller): Promise<ResponseOf<typeof listRoomMeetings>>;
  /** @throws AppError `face_unavailable`, `face_busy`, `meeting_not_open` */
  recognise(caller: Caller, request: Frames): Result;
  /** @throws AppError as above */
  turn(caller: Caller, request: Turn): Result;
  /** @throws AppError `check_in_code_unknown`, `too_many_requests` */
  checkInByCode(caller: Caller, request: Code): Result;
  keepingKey(caller: Caller): Promise<z.infer<typeof getKeepingKey.response>>;
  /** @throws AppError `too_many_requests`, `face_busy`, `face_unavailable`: to be sent again later */
  takeLate(caller: Caller, late: Late): Promise<z.infer<typeof sendLate.response>>;
  lateAttempts(meetingId: Id): Promise<ResponseOf<typeof listLateAttempts>>;
}

interface Frames {
  meetingId: Id;
  frames: Uint8Array[];
}

interface Turn {
  meetingId: Id;
  challengeId: Id;
  frames: TurnFrames;
}

interface Code {
  meetingId: Id;
  code: string;
}

export function createKioskService(deps: KioskDeps): KioskService {
  const door: Door = {
    ...deps,
    challenges: createChallengeService(deps),
    doubts: createDoubts(deps.clock),
    wrongCodes: new AttemptLimit(deps.clock),
  };
  return {
    meetings: async (caller) => ({ items: await takingCheckIns(door, caller) }),
    async recognise(caller, request) {
      await requireOwnMeeting(door, caller, request.meetingId);
      return recognise(door, caller, request);
    },
    async turn(caller, request) {
      await requireOwnMeeting(door, caller, request.meetingId);
      return turn(door, caller, request);
    },
    async checkInByCode(caller, request) {
      await requireOwnMeeting(door, caller, request.meetingId);
      return checkInByCode(door, caller, request);
    },
    // The same every time, so that what a kiosk kept can be opened after it was started anew.
    keepingKey: async (caller) => ({
      key: Buffer.from(deps.keys.mac('keeping', deviceOf(caller).deviceId), 'base64url').toString(
        'base64',
      ),
    }),
    takeLate: (caller, late) => takeLate(door, caller, late),
    lateAttempts: (meetingId) => listLate(door, meetingId),
  };
}

const takingCheckIns = ({ meetings, database, clock }: Door, caller: Caller) =>
  meetings.currentInRoom(database.read, deviceOf(caller).roomId, clock.now());

/** A kiosk serves its own room only. */
async function requireOwnMeeting(door: Door, caller: Caller, meetingId: Id): Promise<void> {
  const mine = await takingCheckIns(door, caller);
  if (!mine.some(({ id }) => id === meetingId)) throw new AppError('meeting_not_open');
}

async function checkInByCode(door: Door, caller: Caller, { meetingId, code }: Code) {
  const { deviceId } = deviceOf(caller);
  const takeBack = door.wrongCodes.count(deviceId);
  const found = await personOfCode(door, meetingId, code);
  if (found === null) throw new AppError('check_in_code_unknown');
  takeBack();
  // The face that was not sure enough alone is evidence beside the code of the same person, and of nobody else.
  const doubt = door.doubts.take(deviceId, meetingId);
  const face = doubt?.personId === found.personId ? doubt : null;
  return welcome(door, caller, {
    meetingId,
    ...found,
    ...(face && { score: face.score, ...(face.liveness !== null && { liveness: face.liveness }) }),
  });
}
