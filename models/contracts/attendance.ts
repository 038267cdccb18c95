import { z } from 'zod';
import { Id } from '../ids.ts';
import { inMeeting, staff } from './access.ts';
import { Instant, Text, listOf } from './common.ts';
import { action, notice } from './event.ts';
import { MeetingState, ParticipantRole, checkInsByHand } from './meetings.ts';
import { fileRoute, route } from './route.ts';

// The roll

/** Có mặt trực tiếp · có mặt trực tuyến · đã rời họp · vắng có lý do · vắng · chưa điểm danh. */
export const attendanceStates = [
  'not_yet',
  'in_person',
  'online',
  'left',
  'excused',
  'absent',
] as const;
export const AttendanceState = z.enum(attendanceStates);
export type AttendanceState = z.infer<typeof AttendanceState>;
/** `system`: told by another system over the HTTP API. */
export const checkInMethods = ['face', 'qr', 'pin', 'online', 'manual', 'system'] as const;
export const CheckInMethod = z.enum(checkInMethods);
export type CheckInMethod = z.infer<typeof CheckInMethod>;

/** How a state came about; without any picture. Only the staff see it. */
export const Evidence = z.object({
  method: CheckInMethod,
  /** Distance of the face to the template, smaller is closer; null for other methods. */
  score: z.number().nullable(),
  /** How alive the face looked, 0…1; null for other methods and without the model. */
  liveness: z.number().nullable(),
  /** Whether the turn of the head was asked for and seen. */
  challenged: z.boolean(),
  /** When a door that had been cut off sent it; null when it came at once. */
  receivedAt: Instant.nullable(),
  deviceName: z.string().nullable(),
  byName: z.string().nullable(),
  reason: z.string().nullable(),
});
export type Evidence = z.infer<typeof Evidence>;
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

/** `returned`: back to where someone was before they left. */
const CorrectedTo = z.union([AttendanceState, z.literal('returned')]);
export type CorrectedTo = z.infer<typeof CorrectedTo>;
const Corrected = z.object({
  entries: z.array(RollEntry),
  /** Of the changes that were made, to take them back with. */
  changeIds: z.array(Id),
});
export type Corrected = z.infer<typeof Corrected>;

export const correctTogether = route({
  method: 'POST',
  path: '/api/meetings/:meetingId/roll/corrections',
  summary:
    'Correct the roll for several people at once; `left` is for those who are present and `returned` for those who have left, others stay as they are. Only these two need no reason',
  who: staff,
  params: meetingParams,
  body: z.object({
    personIds: z.array(Id).min(1).max(2000),
    state: CorrectedTo,
    reason: Text.optional(),
  }),
  response: Corrected,
});
export const undoCorrections = route({
  method: 'POST',
  path: '/api/meetings/:meetingId/roll/undo',
  summary: 'Take back own corrections that nothing has followed; the evidence of before returns',
  who: staff,
  params: meetingParams,
  body: z.object({ changeIds: z.array(Id).min(1).max(2000) }),
  response: Corrected,
});

/** One change of a person's line, for good. */
export const RollHistoryEntry = Evidence.extend({
  id: Id,
  state: AttendanceState,
  at: Instant,
  /** When a correction was taken back, and with that this state of earlier, of `at`, held again; else null. */
  restoredAt: Instant.nullable(),
  /** Who took it back; null where nothing was, and where their account has gone. */
  restoredByName: z.string().nullable(),
});
export type RollHistoryEntry = z.infer<typeof RollHistoryEntry>;
export const getRollHistory = route({
  method: 'GET',
  path: '/api/meetings/:meetingId/roll/:personId/history',
  summary: 'Every change of one line of the roll, newest first',
  who: staff,
  params: z.object({ meetingId: Id, personId: Id }),
  response: listOf(RollHistoryEntry),
});

export const exportFormats = ['xlsx', 'pdf', 'csv'] as const;
export const rollFile = fileRoute({
  path: '/api/meetings/:meetingId/roll/export/:format',
  summary: 'The roll as a file',
  who: staff,
  params: z.object({ meetingId: Id, format: z.enum(exportFormats) }),
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

// When the roll is taken

/** From when to when check-ins are taken by themselves, and what the secretary said instead. */
export const CheckIns = z.object({
  meetingId: Id,
  state: MeetingState,
  opensAt: Instant,
  /** Null: until the meeting is closed. */
  closesAt: Instant.nullable(),
  byHand: z.enum(checkInsByHand).nullable(),
});
export type CheckIns = z.infer<typeof CheckIns>;

export const getCheckIns = route({
  method: 'GET',
  path: '/api/meetings/:meetingId/check-ins',
  summary: 'When the roll of the meeting is taken',
  who: [...inMeeting, 'kiosk', 'screen'],
  params: meetingParams,
  response: CheckIns,
});
export const setCheckIns = route({
  method: 'PUT',
  path: '/api/meetings/:meetingId/check-ins',
  summary:
    'Open the roll before its time, close it, open it again, or let it go by the times (null)',
  who: staff,
  params: meetingParams,
  body: z.object({ byHand: z.enum(checkInsByHand).nullable() }),
  response: CheckIns,
});
export const checkInsChanged = notice({
  name: 'roll:check-ins',
  summary: 'The roll was opened or closed by hand',
  data: CheckIns,
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
