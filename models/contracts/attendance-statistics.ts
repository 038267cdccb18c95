import { z } from 'zod';
import { Id } from '../ids.ts';
import { staff } from './access.ts';
import { AttendanceState, CheckInMethod, attendanceStates } from './attendance.ts';
import { Instant, listOf } from './common.ts';
import { fileRoute, route } from './route.ts';

/** How many in each state. */
const Counts = z.object({
  not_yet: z.number().int(),
  in_person: z.number().int(),
  online: z.number().int(),
  left: z.number().int(),
  excused: z.number().int(),
  absent: z.number().int(),
} satisfies Record<(typeof attendanceStates)[number], z.ZodType>);
export type Counts = z.infer<typeof Counts>;

/** Voting members only: guests are on the roll but are nobody's statistics. */
export const MeetingAttendance = z.object({
  meetingId: Id,
  title: z.string(),
  startsAt: Instant,
  invited: z.number().int(),
  /** Came at all: present at the end, or left before it. */
  attended: z.number().int(),
  counts: Counts,
  /** Among those whose coming a door or the online room recorded. */
  punctual: z.number().int(),
  late: z.number().int(),
});
export type MeetingAttendance = z.infer<typeof MeetingAttendance>;
export const MemberAttendance = z.object({
  personId: Id,
  fullName: z.string(),
  office: z.string(),
  invited: z.number().int(),
  attended: z.number().int(),
  counts: Counts,
  punctual: z.number().int(),
  late: z.number().int(),
});
export type MemberAttendance = z.infer<typeof MemberAttendance>;
export const AttendanceStatistics = z.object({
  bodyId: Id,
  bodyName: z.string(),
  /** Oldest first: a line over time. */
  meetings: z.array(MeetingAttendance),
  /** By name. */
  people: z.array(MemberAttendance),
  /** How those who came were recorded. */
  methods: z.array(z.object({ method: CheckInMethod, count: z.number().int() })),
});
export type AttendanceStatistics = z.infer<typeof AttendanceStatistics>;

const bodyParams = z.object({ bodyId: Id });
/** Days of Việt Nam, both included. */
const Day = z.iso.date();

export const getAttendanceStatistics = route({
  method: 'GET',
  path: '/api/bodies/:bodyId/attendance',
  summary: 'Attendance of a body in its meetings that were held from one day to another',
  who: staff,
  params: bodyParams,
  query: z.object({ from: Day, to: Day }),
  response: AttendanceStatistics,
});
export const statisticsFile = fileRoute({
  path: '/api/bodies/:bodyId/attendance/:from/:to/export/:format',
  summary: 'The attendance of a body as a file',
  who: staff,
  params: bodyParams.extend({ from: Day, to: Day, format: z.enum(['xlsx', 'csv']) }),
});

export const OwnAttendance = z.object({
  meetingId: Id,
  title: z.string(),
  bodyName: z.string(),
  startsAt: Instant,
  state: AttendanceState,
  /** When the person first came; null when they did not, or by no record of a door. */
  cameAt: Instant.nullable(),
  isLate: z.boolean(),
});
export type OwnAttendance = z.infer<typeof OwnAttendance>;
export const listMyAttendance = route({
  method: 'GET',
  path: '/api/me/attendance',
  summary: 'The own attendance in meetings that were held, newest first',
  who: ['person'],
  response: listOf(OwnAttendance),
});
