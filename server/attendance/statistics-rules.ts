import type { AttendanceState, CheckInMethod } from '../../models/contracts/attendance.ts';
import type {
  AttendanceStatistics,
  Counts,
  MeetingAttendance,
  MemberAttendance,
  OwnAttendance,
} from '../../models/contracts/attendance-statistics.ts';
import type { Id } from '../../models/ids.ts';
import { isPresent } from './rules.ts';

export interface HeldMeeting {
  meetingId: Id;
  title: string;
  bodyName: string;
  startsAt: string;
  openedAt: string | null;
}

/** How a roll ended for one person. */
export interface Line {
  meetingId: Id;
  personId: Id;
  fullName: string;
  office: string;
  state: AttendanceState;
  method: CheckInMethod | null;
  /** When a door or the online room first saw them. */
  cameAt: string | null;
}

/** Whoever left before the end was there. */
const attended = (state: AttendanceState): boolean => isPresent(state) || state === 'left';

/** After the announced start and after the meeting was really opened: nobody is late for what has not begun. */
export function isLate(cameAt: string, { startsAt, openedAt }: HeldMeeting): boolean {
  const begin = Math.max(Date.parse(startsAt), Date.parse(openedAt ?? startsAt));
  return Date.parse(cameAt) > begin;
}

/** @param held in order; `lines` are of those meetings */
export function statisticsOf(
  held: readonly HeldMeeting[],
  lines: readonly Line[],
): Pick<AttendanceStatistics, 'meetings' | 'people' | 'methods'> {
  const meetingOf = new Map(held.map((meeting) => [meeting.meetingId, meeting]));
  const known = lines.filter(({ meetingId }) => meetingOf.has(meetingId));
  const tally = (some: readonly Line[]) => tallyOf(some, meetingOf);
  const meetings = held.map(({ meetingId, title, startsAt }): MeetingAttendance => ({
    meetingId,
    title,
    startsAt,
    ...tally(known.filter((line) => line.meetingId === meetingId)),
  }));
  const people = [...byPerson(known).values()].flatMap((own): MemberAttendance[] => {
    const [first] = own;
    if (first === undefined) return [];
    const { personId, fullName, office } = first;
    return [{ personId, fullName, office, ...tally(own) }];
  });
  const inOrder = people.toSorted((a, b) => byName.compare(a.fullName, b.fullName));
  return { meetings, people: inOrder, methods: methodsOf(known) };
}

const byName = new Intl.Collator('vi');

function byPerson(lines: readonly Line[]): Map<Id, Line[]> {
  const all = new Map<Id, Line[]>();
  for (const line of lines) {
    const own = all.get(line.personId);
    if (own === undefined) all.set(line.personId, [line]);
    else own.push(line);
  }
  return all;
}

function tallyOf(lines: readonly Line[], meetingOf: ReadonlyMap<Id, HeldMeeting>) {
  const counts: Counts = { not_yet: 0, in_person: 0, online: 0, left: 0, excused: 0, absent: 0 };
  let [punctual, late] = [0, 0];
  for (const { meetingId, state, cameAt } of lines) {
    counts[state] += 1;
    const meeting = meetingOf.get(meetingId);
    if (!attended(state) || cameAt === null || meeting === undefined) continue;
    if (isLate(cameAt, meeting)) late += 1;
    else punctual += 1;
  }
  const came = counts.in_person + counts.online + counts.left;
  return { invited: lines.length, attended: came, counts, punctual, late };
}

function methodsOf(lines: readonly Line[]): AttendanceStatistics['methods'] {
  const counts = new Map<CheckInMethod, number>();
  for (const { state, method } of lines)
    if (method !== null && attended(state)) counts.set(method, (counts.get(method) ?? 0) + 1);
  return [...counts]
    .map(([method, count]) => ({ method, count }))
    .toSorted((a, b) => b.count - a.count);
}

/** One person's meetings, in the order of `held`. */
export function ownAttendance(
  held: readonly HeldMeeting[],
  lines: readonly Line[],
): OwnAttendance[] {
  const lineOf = new Map(lines.map((line) => [line.meetingId, line]));
  return held.map((meeting) => {
    const { state = 'not_yet', cameAt = null } = lineOf.get(meeting.meetingId) ?? {};
    const came = attended(state) ? cameAt : null;
    const { meetingId, title, bodyName, startsAt } = meeting;
    const isTooLate = came !== null && isLate(came, meeting);
    return { meetingId, title, bodyName, startsAt, state, cameAt: came, isLate: isTooLate };
  });
}
