import type { MyPoll } from '../../../../models/contracts/voting.ts';
import type { Id } from '../../../../models/ids.ts';

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
export function beforeWhich(polls: Polls, id: Id, by: -1 | 1): Id | null | undefined {
  const prepared = preparedOf(polls);
  const at = prepared.findIndex((poll) => poll.id === id);
  if (at === -1 || prepared[at + by] === undefined) return undefined;
  return (by === -1 ? prepared[at - 1] : prepared[at + 2])?.id ?? null;
}

/** Before which a poll has to be put that was dropped beside another one. */
export function droppedBefore(
  polls: Polls,
  moved: Id,
  target: Id,
  side: 'before' | 'after',
): Id | null | undefined {
  const rest = preparedOf(polls).filter(({ id }) => id !== moved);
  const at = rest.findIndex(({ id }) => id === target);
  if (at === -1) return undefined;
  return (side === 'before' ? rest[at] : rest[at + 1])?.id ?? null;
}
