import { z } from 'zod';
import { Id } from '../ids.ts';
import { inMeeting, staff } from './access.ts';
import { Instant, Text } from './common.ts';
import { action, notice } from './event.ts';
import { MeetingSummary, ParticipantRole } from './meetings.ts';
import { route } from './route.ts';

// The roll

/** Có mặt trực tiếp · có mặt trực tuyến · vắng có lý do · vắng · chưa điểm danh. */
export const attendanceStates = ['not_yet', 'in_person', 'online', 'excused', 'absent'] as const;
export const AttendanceState = z.enum(attendanceStates);
export type AttendanceState = z.infer<typeof AttendanceState>;
export const checkInMethods = ['face', 'qr', 'pin', 'online', 'manual'] as const;
export const CheckInMethod = z.enum(checkInMethods);
export type CheckInMethod = z.infer<typeof CheckInMethod>;

/** How a state came about; without any picture. Only the staff see it. */
export const Evidence = z.object({
  method: CheckInMethod,
  /** Distance of the face to the template, smaller is closer; null for other methods. */
  score: z.number().nullable(),
  deviceName: z.string().nullable(),
  byName: z.string().nullable(),
  reason: z.string().nullable(),
});
export const RollEntry = z.object({
  personId: Id,
  fullName: z.string(),
  office: z.string(),
  organisationName: z.string().nullable(),
  role: ParticipantRole,
  seat: z.string(),
  state: AttendanceState,
  at: Instant.nullable(),
  evidence: Evidence.nullable(),
});
export type RollEntry = z.infer<typeof RollEntry>;
export const Quorum = z.object({
  /** All voting members of the body, present or not. */
  members: z.number().int(),
  present: z.number().int(),
  needed: z.number().int(),
  reached: z.boolean(),
});
export type Quorum = z.infer<typeof Quorum>;
export const Roll = z.object({ meetingId: Id, entries: z.array(RollEntry), quorum: Quorum });
export type Roll = z.infer<typeof Roll>;
const meetingParams = z.object({ meetingId: Id });

export const getRoll = route({
  method: 'GET',
  path: '/api/meetings/:meetingId/roll',
  summary: 'The roll call with the quorum; evidence for the staff only',
  who: [...inMeeting, 'screen'],
  params: meetingParams,
  response: Roll,
});
export const correctAttendance = route({
  method: 'PUT',
  path: '/api/meetings/:meetingId/roll/:personId',
  summary: 'Correct the roll by hand, with a reason',
  who: staff,
  params: z.object({ meetingId: Id, personId: Id }),
  body: z.object({ state: AttendanceState, reason: Text }),
  response: RollEntry,
});
export const checkInOnline = action({
  name: 'attendance:online',
  summary: 'Mark the caller present online; someone already present in person stays so',
  who: ['meeting:chair', 'meeting:member', 'meeting:guest'],
  request: meetingParams,
  response: z.object({ state: AttendanceState }),
});
/** Small, for it goes to everyone: names, offices and seats do not change with it, evidence is read by the staff. */
export const RollChange = RollEntry.pick({ personId: true, state: true, at: true });
export type RollChange = z.infer<typeof RollChange>;
export const rollChanged = notice({
  name: 'roll:changed',
  summary:
    'Entries of the roll that changed since the last word, gathered for a moment, and the quorum now',
  data: z.object({ meetingId: Id, entries: z.array(RollChange), quorum: Quorum }),
});

// The invitation: ways in without a face

export const Invitation = z.object({
  meetingId: Id,
  /** What the QR code holds; only this server can make it. */
  qr: z.string(),
  /** Six digits that are unique in the meeting. */
  pin: z.string(),
});
export const getInvitation = route({
  method: 'GET',
  path: '/api/meetings/:meetingId/invitation',
  summary: 'The own QR code and PIN for the door',
  who: ['meeting:chair', 'meeting:member', 'meeting:guest'],
  params: meetingParams,
  response: Invitation,
});

// The devices in the room

export const listRoomMeetings = route({
  method: 'GET',
  path: '/api/room/meetings',
  summary: 'Meetings in the room of this device that take check-ins now: open or about to start',
  who: ['kiosk', 'screen', 'room'],
  response: z.object({ items: z.array(MeetingSummary.omit({ myRole: true })) }),
});

/** A JPEG of at most 640×480 or so; the server forgets it as soon as it is measured. */
export const Frame = z.instanceof(Uint8Array).refine((bytes) => bytes.byteLength <= 500_000);

export const faceHints = [
  'no_face',
  'several_faces',
  'too_small',
  'look_straight',
  'more_light',
  'less_light',
  'hold_still',
] as const;
export const FaceHint = z.enum(faceHints);
export type FaceHint = z.infer<typeof FaceHint>;

const Greeting = z.object({
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
  /** A face like someone's, but not surely: the person confirms by QR code or PIN. */
  z.object({ outcome: z.literal('unsure') }),
  z.object({ outcome: z.literal('unknown') }),
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

// Enrolment of the own face

export const ConsentText = z.object({
  version: z.string(),
  vi: z.array(z.string()),
  en: z.array(z.string()),
});
export const FaceStatus = z.object({
  /** False when the server runs without a recognition service. */
  available: z.boolean(),
  consentText: ConsentText,
  consent: z.object({ version: z.string(), givenAt: Instant }).nullable(),
  enrolled: z
    .object({ at: Instant, samples: z.number().int(), embedder: z.string(), current: z.boolean() })
    .nullable(),
});
export type FaceStatus = z.infer<typeof FaceStatus>;

export const getMyFace = route({
  method: 'GET',
  path: '/api/me/face',
  summary: 'What is held about the own face, and the consent text in force',
  who: ['person'],
  response: FaceStatus,
});
export const giveConsent = route({
  method: 'POST',
  path: '/api/me/face/consent',
  summary: 'Agree to the consent text of the given version',
  who: ['person'],
  body: z.object({ version: z.string().min(1).max(50) }),
  response: FaceStatus,
});
export const forgetMyFace = route({
  method: 'DELETE',
  path: '/api/me/face',
  summary: 'Withdraw consent and delete the own templates for good',
  who: ['person'],
  response: z.object({ deleted: z.number().int(), at: Instant, receipt: z.string() }),
});
export const checkFrame = action({
  name: 'face:check',
  summary: 'Say what to better about a frame before it is used for enrolment; nothing is kept',
  who: ['person'],
  request: z.object({ frame: Frame }),
  response: z.object({ hints: z.array(FaceHint), good: z.boolean() }),
});
export const enrolFace = action({
  name: 'face:enrol',
  summary: 'Make templates from good frames of the own face; the frames are not kept',
  who: ['person'],
  request: z.object({ frames: z.array(Frame).min(3).max(8) }),
  response: FaceStatus,
});
