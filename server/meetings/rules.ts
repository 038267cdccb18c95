import { isDeepStrictEqual } from 'node:util';
import type { AttendanceSettings } from '../../models/contracts/attendance-settings.ts';
import type {
  CheckInsByHand,
  MeetingState,
  ParticipantRole,
} from '../../models/contracts/meetings.ts';
import type { RuleSet, RuleSetDraft } from '../../models/contracts/rules.ts';
import type { ErrorCode } from '../../models/errors.ts';
import type { Id } from '../../models/ids.ts';

const nextStates: Record<MeetingState, readonly MeetingState[]> = {
  planned: ['open', 'cancelled'],
  open: ['closed'],
  closed: [],
  cancelled: [],
};

/** A meeting is planned, then open, then closed; a planned one may be cancelled. Nothing goes back. */
export const mayMove = (from: MeetingState, to: MeetingState): ErrorCode | null =>
  nextStates[from].includes(to) ? null : 'meeting_state';

/** What has ended is a record and is not edited. */
export const mayEdit = (state: MeetingState): ErrorCode | null =>
  state === 'planned' || state === 'open' ? null : 'meeting_state';

/** The longest that an item of the agenda can be, in minutes, as the contract says. */
const longestItem = 600;

export const mayExtend = (minutes: number, more: number): boolean => minutes + more <= longestItem;

interface OnAgenda {
  currentAgendaItemId: Id | null;
  currentItemSince: string | null;
}

/** Since when the item is on; going to where the meeting already is starts no clock anew. */
export function itemSince(current: OnAgenda, agendaItemId: Id | null, now: string): string | null {
  if (agendaItemId === null) return null;
  return agendaItemId === current.currentAgendaItemId ? current.currentItemSince : now;
}

/** What decides when the roll is taken. */
export interface Timed {
  state: MeetingState;
  startsAt: string;
  endsAt: string;
  openedAt: string | null;
  /** What the secretary said of the roll, before its time or after it. */
  checkInsByHand: CheckInsByHand | null;
}

type Times = Pick<AttendanceSettings, 'opensBefore' | 'closesAfter'>;

const minute = 60_000;
const moved = (instant: string, by: number): string =>
  new Date(Date.parse(instant) + by * minute).toISOString();

/**
 * From when to when check-ins are taken by themselves. A planned meeting that nobody opened takes them until its
 * announced end; an open one as long after its opening as its body says, or (null) until it is closed.
 */
export function checkInTimes(
  { state, startsAt, endsAt, openedAt }: Timed,
  { opensBefore, closesAfter }: Times,
): { opensAt: string; closesAt: string | null } {
  const opensAt = moved(startsAt, -opensBefore);
  if (state === 'planned') return { opensAt, closesAt: endsAt };
  const closesAt = closesAfter === null || openedAt === null ? null : moved(openedAt, closesAfter);
  return { opensAt, closesAt };
}

/** Whether check-ins are taken: by the hand of the secretary, else by the times of the meeting and its body. */
export function takesCheckIns(meeting: Timed, settings: Times, now: string): boolean {
  const { state, endsAt, checkInsByHand } = meeting;
  if (state !== 'planned' && state !== 'open') return false;
  const { opensAt, closesAt } = checkInTimes(meeting, settings);
  const moment = Date.parse(now);
  // A meeting that never came about does not keep its door open, whoever opened it.
  if (state === 'planned' && moment > Date.parse(endsAt)) return false;
  if (checkInsByHand !== null) return checkInsByHand === 'open';
  const isEarly = state === 'planned' && moment < Date.parse(opensAt);
  return !isEarly && (closesAt === null || moment <= Date.parse(closesAt));
}

/** Whether the devices of a room turn to the meeting: it is open, or about to start. */
export function isAtHand(meeting: Timed, settings: Times, now: string): boolean {
  // A door that was closed by hand still shows what is about to start.
  const checkInsByHand = meeting.checkInsByHand === 'closed' ? null : meeting.checkInsByHand;
  return meeting.state === 'open' || takesCheckIns({ ...meeting, checkInsByHand }, settings, now);
}

/** Someone must preside, and only one. */
export const needsChair = (people: readonly { role: string }[]): ErrorCode | null =>
  people.filter(({ role }) => role === 'chair').length === 1 ? null : 'body_needs_chair';

interface Named {
  personId: Id;
}

/** The places in a list of people that name someone a second time, as paths of fields. */
export function repeatedPeople(list: string, people: readonly Named[]): string[] {
  const first = new Map<Id, number>();
  people.forEach(({ personId }, at) => first.has(personId) || first.set(personId, at));
  return pathsWhere(list, people, 'personId', ({ personId }, at) => first.get(personId) !== at);
}

/** The places that name someone who may not be chosen: unknown, or closed and not in the list before. */
export const unknownPeople = (
  list: string,
  people: readonly Named[],
  known: ReadonlySet<Id>,
): string[] => pathsWhere(list, people, 'personId', ({ personId }) => !known.has(personId));

/** Only members of the body preside and vote; everyone else in a meeting is a guest. */
export const votersOutsideBody = (
  participants: readonly { personId: Id; role: ParticipantRole }[],
  members: ReadonlySet<Id>,
): string[] =>
  pathsWhere(
    'participants',
    participants,
    'role',
    ({ personId, role }) => role !== 'guest' && !members.has(personId),
  );

/**
 * The agenda items that name an id which does not stand on the agenda, or stands there twice.
 * @param standing ids of the items that the meeting has now
 */
export function strangeAgendaItems(
  agenda: readonly { id?: Id | undefined }[],
  standing: ReadonlySet<Id>,
): string[] {
  const seen = new Set<Id>();
  return pathsWhere('agenda', agenda, 'id', ({ id }) => {
    if (id === undefined) return false;
    const strange = !standing.has(id) || seen.has(id);
    seen.add(id);
    return strange;
  });
}

/** Whether an edit changes how the body decides, and so makes a new version. */
export function rulesDiffer({ version: _version, ...inForce }: RuleSet, draft: RuleSetDraft) {
  return !isDeepStrictEqual(inForce, draft);
}

function pathsWhere<T>(
  list: string,
  items: readonly T[],
  field: string,
  wrong: (item: T, at: number) => boolean,
): string[] {
  return items.flatMap((item, at) => (wrong(item, at) ? [`${list}.${at}.${field}`] : []));
}
