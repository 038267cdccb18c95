import { z } from 'zod';
import { Id } from '../ids.ts';
import { inMeeting, staff } from './access.ts';
import { route } from './route.ts';

/** When the door asks for a turn of the head: always, or when the face looks like a print or a screen. */
export const challengePolicies = ['doubtful', 'always'] as const;
const ChallengePolicy = z.enum(challengePolicies);

/** How a body takes its roll. */
export const AttendanceSettings = z.object({
  challenge: ChallengePolicy,
  /** The door opens so long before the announced start, minutes. */
  opensBefore: z.number().int().min(5).max(1440),
  /** And takes no one any more so long after the meeting was opened, minutes; null: until it is closed. */
  closesAfter: z.number().int().min(5).max(1440).nullable(),
  /** Who is online is asked for a face again after so many minutes; 0: never. A vote never depends on it. */
  recheckEvery: z.number().int().min(0).max(240),
  /** Templates of the members' faces go so many days after their consent, never more than the house keeps them; null: as the house. */
  faceDays: z.number().int().min(7).max(3650).nullable(),
  /** Before the day on papers of the roll, such as "Sông Hương"; empty: dots to write it on. */
  place: z.string().trim().max(60),
});
export type AttendanceSettings = z.infer<typeof AttendanceSettings>;

export const defaultAttendanceSettings: AttendanceSettings = {
  challenge: 'doubtful',
  opensBefore: 120,
  closesAfter: null,
  recheckEvery: 0,
  faceDays: null,
  place: '',
};

const bodyParams = z.object({ bodyId: Id });

export const getAttendanceSettings = route({
  method: 'GET',
  path: '/api/bodies/:bodyId/attendance-settings',
  summary: 'How a body takes its roll',
  who: staff,
  params: bodyParams,
  response: AttendanceSettings.extend({
    /** The most days that the house lets any body keep templates. */
    houseFaceDays: z.number().int(),
  }),
});
export const setAttendanceSettings = route({
  method: 'PUT',
  path: '/api/bodies/:bodyId/attendance-settings',
  summary: 'Set how a body takes its roll; meetings that run follow it at once',
  who: staff,
  params: bodyParams,
  body: AttendanceSettings,
  response: AttendanceSettings,
});
export const getMeetingAttendanceSettings = route({
  method: 'GET',
  path: '/api/meetings/:meetingId/attendance-settings',
  summary: 'How the roll of this meeting is taken, announced to everyone in it',
  who: [...inMeeting, 'kiosk'],
  params: z.object({ meetingId: Id }),
  response: AttendanceSettings,
});
