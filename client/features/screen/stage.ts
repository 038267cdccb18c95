import type { FloorEntry } from '../../../models/contracts/floor.ts';
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
  | { kind: 'counted'; poll: MyPoll }
  | { kind: 'share'; producerId: string }
  | { kind: 'speaker'; entry: FloorEntry }
  | { kind: 'item'; number: number }
  | { kind: 'agenda' }
  | { kind: 'roll' }
  | { kind: 'seats' }
  | { kind: 'blank' };

type Order = Pick<Meeting, 'agenda' | 'currentAgendaItemId' | 'screenView'>;

/** What goes on in the meeting. */
export interface Doings {
  polls: readonly MyPoll[];
  /** Who has the floor. */
  speech: FloorEntry | null;
  /** The producer of a shared screen. */
  sharedScreen: string | null;
}

/**
 * What stands on the screen alone. The view that the secretary holds, as long as there is something to show in it;
 * else, by itself: an open poll; the result of one, or that it waits to be announced, until the meeting moves to another item or two minutes have
 * passed; a shared screen; who has the floor; the item of the agenda; before the first item, the roll.
 * @param now time of the server in milliseconds
 */
export function stageOf(order: Order, doings: Doings, now: number): Stage {
  return heldStage(order, doings) ?? stageByItself(order, doings, now);
}

function heldStage({ screenView: kind }: Order, doings: Doings): Stage | null {
  switch (kind) {
    case 'auto':
      return null;
    case 'vote':
      return openPoll(doings) ?? lastVerdict(doings);
    case 'share':
      return shared(doings);
    case 'speaker':
      return speaking(doings);
    default:
      return { kind };
  }
}

function stageByItself(order: Order, doings: Doings, now: number): Stage {
  const { agenda, currentAgendaItemId } = order;
  const verdict = lastVerdict(doings);
  const fresh = verdict && isFresh(verdict.poll, currentAgendaItemId, now) ? verdict : null;
  const going = openPoll(doings) ?? fresh ?? shared(doings) ?? speaking(doings);
  if (going !== null) return going;
  const number = agenda.findIndex(({ id }) => id === currentAgendaItemId) + 1;
  return number > 0 ? { kind: 'item', number } : { kind: 'roll' };
}

type StageWith<K extends Stage['kind']> = Extract<Stage, { kind: K }> | null;

function openPoll({ polls }: Doings): StageWith<'poll'> {
  const poll = polls.find(({ state }) => state === 'open');
  return poll === undefined ? null : { kind: 'poll', poll };
}

function lastVerdict({ polls }: Doings): StageWith<'verdict' | 'counted'> {
  const poll = polls
    .filter(({ state, closedAt }) => state === 'closed' && closedAt !== null)
    .toSorted((a, b) => (b.closedAt ?? '').localeCompare(a.closedAt ?? ''))[0];
  if (poll === undefined) return null;
  return { kind: poll.verdict === null ? 'counted' : 'verdict', poll };
}

const shared = ({ sharedScreen }: Doings): StageWith<'share'> =>
  sharedScreen === null ? null : { kind: 'share', producerId: sharedScreen };

const speaking = ({ speech }: Doings): StageWith<'speaker'> =>
  speech === null ? null : { kind: 'speaker', entry: speech };

function isFresh(poll: MyPoll, itemNow: string | null, now: number): boolean {
  const { closedAt, announcedAt, agendaItemId } = poll;
  const shownAt = announcedAt ?? closedAt;
  const movedOn = agendaItemId !== null && itemNow !== null && agendaItemId !== itemNow;
  return !movedOn && shownAt !== null && now < Date.parse(shownAt) + verdictStaysMs;
}

/** Longer texts in smaller type, never below what is read at ten metres; in vw. */
export function textSize(text: string): number {
  if (text.length <= 90) return 4.6;
  if (text.length <= 180) return 3.6;
  return text.length <= 320 ? 3 : 2.5;
}
