import { z } from 'zod';
import { Id } from '../ids.ts';
import { inMeeting, runners } from './access.ts';
import { Done, Instant } from './common.ts';
import { action, notice } from './event.ts';
import { route } from './route.ts';

/**
 * The door of the online room. It is about being seen and heard: the agenda is open to whoever waits, and someone who
 * was on the roll as present keeps their vote when they are sent out. Who still waits is not present yet.
 */

/** Everyone comes in · guests wait · all wait · nobody new. The chair and the staff never wait. */
export const doorModes = ['open', 'guests_wait', 'all_wait', 'locked'] as const;
export const DoorMode = z.enum(doorModes);
export type DoorMode = z.infer<typeof DoorMode>;

/** Whoever has been inside may come back after a break of the line, also when the door was locked meanwhile. */
const admissionStates = ['inside', 'waiting', 'declined', 'removed', 'locked'] as const;
export const AdmissionState = z.enum(admissionStates);
export type AdmissionState = z.infer<typeof AdmissionState>;

export const WaitingPerson = z.object({ personId: Id, fullName: z.string(), since: Instant });
export type WaitingPerson = z.infer<typeof WaitingPerson>;
export const Door = z.object({
  meetingId: Id,
  mode: DoorMode,
  /** In the order in which they came. */
  waiting: z.array(WaitingPerson),
});
export type Door = z.infer<typeof Door>;

export const getDoor = route({
  method: 'GET',
  path: '/api/meetings/:meetingId/door',
  summary: 'Who may come in, and who waits',
  who: runners,
  params: z.object({ meetingId: Id }),
  response: Door,
});
export const knock = action({
  name: 'door:knock',
  summary: 'Ask to enter the online room; says at once whether one may, waits, or may not',
  who: inMeeting,
  request: z.object({ meetingId: Id }),
  response: z.object({ state: AdmissionState }),
});
export const setDoor = action({
  name: 'door:set',
  summary: 'Open the door, let people wait, or lock it; opening lets those in who wait',
  who: runners,
  request: z.object({ meetingId: Id, mode: DoorMode }),
  response: Done,
});
export const admitPeople = action({
  name: 'door:admit',
  summary: 'Let people in who wait, were declined or had been removed',
  who: runners,
  request: z.object({ meetingId: Id, personIds: z.array(Id).min(1).max(2000) }),
  response: Done,
});
export const declinePerson = action({
  name: 'door:decline',
  summary: 'Turn away someone who waits',
  who: runners,
  request: z.object({ meetingId: Id, personId: Id }),
  response: Done,
});
export const removePerson = action({
  name: 'door:remove',
  summary: 'Send someone out of the online room until let in again; never the chair',
  who: runners,
  request: z.object({ meetingId: Id, personId: Id }),
  response: Done,
});

/** To the chair and the staff only. */
export const doorChanged = notice({
  name: 'door:changed',
  summary: 'The door as it is now, with all who wait',
  data: Door,
});
/** To the one whom it concerns. */
export const admissionChanged = notice({
  name: 'door:admission',
  summary: 'You were let in, turned away or sent out',
  data: z.object({ meetingId: Id, state: AdmissionState }),
});
