import { z } from 'zod';
import { Id } from '../ids.ts';
import { staff } from './access.ts';
import { Challenge, TurnFrames, TurnRefusal } from './challenge.ts';
import { Instant } from './common.ts';
import { action, notice } from './event.ts';
import { FaceHint, Frame } from './face.ts';
import { MeetingSummary } from './meetings.ts';
import { route } from './route.ts';

// The devices in the room

export const listRoomMeetings = route({
  method: 'GET',
  path: '/api/room/meetings',
  summary: 'Meetings in the room of this device that take check-ins now: open or about to start',
  who: ['kiosk', 'screen', 'room'],
  response: z.object({ items: z.array(MeetingSummary.omit({ myRole: true })) }),
});

export const Greeting = z.object({
  personId: Id,
  fullName: z.string(),
  office: z.string(),
  seat: z.string(),
  at: Instant,
  /** True when the person was on the roll as present in person before. */
  already: z.boolean(),
});
export type Greeting = z.infer<typeof Greeting>;
export const CheckInResult = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('welcome'), greeting: Greeting }),
  /** A face like someone's, but not surely, or one that failed to turn: the person confirms by QR code or PIN. */
  z.object({ outcome: z.literal('unsure') }),
  z.object({ outcome: z.literal('unknown') }),
  /** Recognised, and now asked to turn the head. */
  z.object({ outcome: z.literal('challenge'), challenge: Challenge }),
  z.object({
    outcome: z.literal('not_turned'),
    reason: TurnRefusal,
    /** 0: only another way is left. */
    triesLeft: z.number().int(),
  }),
  z.object({ outcome: z.literal('look_again'), hints: z.array(FaceHint) }),
]);
export type CheckInResult = z.infer<typeof CheckInResult>;

export const recogniseFace = action({
  name: 'attendance:recognise',
  summary:
    'Find the person on a few frames among the delegates of the meeting and mark them present',
  who: ['kiosk'],
  request: z.object({ meetingId: Id, frames: z.array(Frame).min(1).max(5) }),
  response: CheckInResult,
});
export const checkInByCode = action({
  name: 'attendance:code',
  summary: 'Check in at a kiosk by the QR code or the PIN of the invitation',
  who: ['kiosk'],
  request: z.object({ meetingId: Id, code: z.string().trim().min(4).max(200) }),
  response: CheckInResult,
});
export const turnHead = action({
  name: 'attendance:turn',
  summary: 'Answer the challenge to turn the head, with pictures from before the prompt to its end',
  who: ['kiosk'],
  request: z.object({ meetingId: Id, challengeId: Id, frames: TurnFrames }),
  response: CheckInResult,
});

// A kiosk that is cut off keeps what happened and sends it later

/** Older ones are worth nothing: the meeting is over. */
export const keptHours = 12;
export const mostKept = 500;

export const getKeepingKey = action({
  name: 'attendance:keeping-key',
  summary: 'The key of this device for what it keeps while it is cut off',
  who: ['kiosk'],
  request: z.object({}),
  /** 256 bits, base64. */
  response: z.object({ key: z.string() }),
});
/** Why a kiosk has nothing left to show of someone who stood before it. */
const lostReasons = [
  /** Its time of keeping was over before the line came back. */
  'expired',
  /** It was sealed with a key that is gone. */
  'unreadable',
  /** The browser was full, or had no key yet. */
  'not_kept',
] as const;
export const LostReason = z.enum(lostReasons);
export type LostReason = z.infer<typeof LostReason>;
export const LateMethod = z.enum(['face', 'code']);
export type LateMethod = z.infer<typeof LateMethod>;

const lateRefusals = [
  'unknown',
  'unsure',
  /** The body demands a turn of the head, which nobody could ask for. */
  'not_turned',
  'no_face',
  'code_unknown',
  'door_closed',
  'too_old',
  ...lostReasons,
] as const;
export const LateRefusal = z.enum(lateRefusals);
export type LateRefusal = z.infer<typeof LateRefusal>;

export const sendLate = action({
  name: 'attendance:late',
  summary:
    'Check in someone who stood before a kiosk that was cut off; whoever cannot be recognised is listed to the secretariat',
  who: ['kiosk'],
  request: z.object({
    meetingId: Id,
    /** By the clock of the server, as far as the kiosk knew it. */
    at: Instant,
    sign: z.union([
      z.object({ frames: z.array(Frame).min(1).max(5) }),
      z.object({ code: z.string().trim().min(4).max(200) }),
      /** Nothing to check in by: told so that people can ask who it was. */
      z.object({ lost: LostReason, method: LateMethod }),
    ]),
  }),
  response: z.discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('recorded'), already: z.boolean() }),
    z.object({ outcome: z.literal('unmatched'), reason: LateRefusal }),
  ]),
});

/** Someone stood before a kiosk that was cut off, and could not be put on the roll afterwards. */
const LateAttempt = z.object({
  id: Id,
  at: Instant,
  deviceName: z.string(),
  method: LateMethod,
  reason: LateRefusal,
  /** Whom the face is like, for people to ask; empty when it is like nobody. */
  likely: z.string(),
});
export type LateAttempt = z.infer<typeof LateAttempt>;
export const listLateAttempts = route({
  method: 'GET',
  path: '/api/meetings/:meetingId/late-attempts',
  summary: 'People at a kiosk that was cut off who were not recognised afterwards',
  who: staff,
  params: z.object({ meetingId: Id }),
  response: z.object({ items: z.array(LateAttempt) }),
});
export const lateAttemptListed = notice({
  name: 'attendance:late-attempt',
  summary: 'The list of those not recognised afterwards has grown',
  data: z.object({ meetingId: Id }),
});
