import type { RollEntry } from '../../../models/contracts/attendance.ts';
import type { Meeting, MeetingSummary } from '../../../models/contracts/meetings.ts';
import type { MyPoll } from '../../../models/contracts/voting.ts';

/** How long a result stays on the screen while the meeting does not move on, in milliseconds. */
export const verdictStaysMs = 120_000;

type RoomMeeting = Pick<MeetingSummary, 'id' | 'state' | 'startsAt'>;

/** The meeting that a room's screen follows: the open one, else the one that starts first. */
export const meetingFor = <M extends RoomMeeting>(meetings: readonly M[]): M | undefined =>
  meetings.toSorted((a, b) => rank(a) - rank(b) || a.startsAt.localeCompare(b.startsAt))[0];

const rank = ({ state }: RoomMeeting): number => (state === 'open' ? 0 : 1);

/** The one thing that matters now. */
export type Stage =
  | { kind: 'poll'; poll: MyPoll }
  | { kind: 'verdict'; poll: MyPoll }
  | { kind: 'item'; number: number }
  | { kind: 'roll' };

/**
 * What stands on the screen alone: an open poll; the result of one, until the meeting moves to another item
 * or two minutes have passed; the item of the agenda; before the first item, the roll.
 * @param now time of the server in milliseconds
 */
export function stageOf(
  { agenda, currentAgendaItemId }: Pick<Meeting, 'agenda' | 'currentAgendaItemId'>,
  polls: readonly MyPoll[],
  now: number,
): Stage {
  const open = polls.find(({ state }) => state === 'open');
  if (open !== undefined) return { kind: 'poll', poll: open };
  const decided = polls
    .filter(({ state, closedAt }) => state === 'closed' && closedAt !== null)
    .toSorted((a, b) => (b.closedAt ?? '').localeCompare(a.closedAt ?? ''))[0];
  if (decided !== undefined && isFresh(decided, currentAgendaItemId, now))
    return { kind: 'verdict', poll: decided };
  const number = agenda.findIndex(({ id }) => id === currentAgendaItemId) + 1;
  return number > 0 ? { kind: 'item', number } : { kind: 'roll' };
}

function isFresh({ closedAt, agendaItemId }: MyPoll, itemNow: string | null, now: number): boolean {
  const movedOn = agendaItemId !== null && itemNow !== null && agendaItemId !== itemNow;
  return !movedOn && closedAt !== null && now < Date.parse(closedAt) + verdictStaysMs;
}

/** Longer texts in smaller type, never below what is read at ten metres; in vw. */
export function textSize(text: string): number {
  if (text.length <= 90) return 4.6;
  if (text.length <= 180) return 3.6;
  return text.length <= 320 ? 3 : 2.5;
}

export const isPresent = ({ state }: Pick<RollEntry, 'state'>): boolean =>
  state === 'in_person' || state === 'online';
