import { z } from 'zod';
import { Id } from '../ids.ts';
import { Instant } from './common.ts';
import { action } from './event.ts';
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
