import type { MyPoll } from '../../../../models/contracts/voting.ts';
import type { Id } from '../../../../models/ids.ts';
import { onePlace } from '../../../primitives/order.ts';

type Polls = readonly MyPoll[];

/** Polls that are still to be held, in their order. */
export const preparedOf = (polls: Polls): MyPoll[] =>
  polls.filter(({ state }) => state === 'draft');

/** Polls that were held, whatever became of them; the last one first. */
export const decidedOf = (polls: Polls): MyPoll[] =>
  polls
    .filter(({ state }) => state === 'closed' || state === 'void')
    .toSorted((a, b) => (b.openedAt ?? '').localeCompare(a.openedAt ?? ''));

/** Closed, and its result waits for the chair's word. */
export const isToAnnounce = ({ state, reveal, announcedAt }: MyPoll): boolean =>
  state === 'closed' && reveal === 'announcing' && announcedAt === null;

/**
 * All polls of a meeting in order after one that is still to be held was put before another one, or last. Those that
 * were held keep their places.
 * @returns undefined where nothing changes
 */
export function orderAfter(polls: Polls, movedId: Id, beforeId: Id | null): Id[] | undefined {
  const prepared = preparedOf(polls).map(({ id }) => id);
  const rest = prepared.filter((id) => id !== movedId);
  const at = beforeId === null ? rest.length : rest.indexOf(beforeId);
  if (at === -1 || rest.length === prepared.length) return undefined;
  const next = rest.toSpliced(at, 0, movedId);
  if (next.every((id, place) => id === prepared[place])) return undefined;
  const places = next.values();
  return polls.map(({ id, state }) => (state === 'draft' ? (places.next().value ?? id) : id));
}

/** Before which a poll has to be put to come one place up or down; undefined at that end. */
export const beforeWhich = (
  polls: Polls,
  id: Id,
  direction: 'up' | 'down',
): Id | null | undefined => onePlace(preparedOf(polls), id, direction);
