import { isDeepStrictEqual } from 'node:util';
import type { MeetingState, ParticipantRole } from '../../models/contracts/meetings.ts';
import type { Fraction, RuleSet, RuleSetDraft } from '../../models/contracts/rules.ts';
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

/** The door opens this long before the announced start, in milliseconds. */
const doorOpensBefore = 2 * 60 * 60_000;

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

interface Timed {
  state: MeetingState;
  startsAt: string;
  endsAt: string;
}

/** Whether check-ins are taken: the meeting is open, or planned, about to start and not over. */
export function takesCheckIns({ state, startsAt, endsAt }: Timed, now: string): boolean {
  if (state !== 'planned') return state === 'open';
  const moment = Date.parse(now);
  return moment >= Date.parse(startsAt) - doorOpensBefore && moment <= Date.parse(endsAt);
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

/**
 * Rules that can be written down but not meant: more than the whole can never be reached, and a chair's vote on
 * a tie would stand in for a qualified majority (more than a half) that was not there.
 */
export function ruleSetFaults({ threshold, tie }: RuleSetDraft): string[] {
  const { kind, fraction } = threshold;
  const faults: string[] = [];
  if (kind === 'more_than' && fraction.numerator === fraction.denominator)
    faults.push('ruleSet.threshold.fraction');
  if (tie === 'chair' && moreThanHalf(fraction)) faults.push('ruleSet.tie');
  return faults;
}

const moreThanHalf = ({ numerator, denominator }: Fraction) => 2 * numerator > denominator;

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
