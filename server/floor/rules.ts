import type { FloorEntry } from '../../models/contracts/floor.ts';
import type { ErrorCode } from '../../models/errors.ts';
import type { Id } from '../../models/ids.ts';

/**
 * The floor as pure decisions. A queue is everyone who speaks, is interrupted or waits; a decision gives the entries
 * that become different, or why nothing does. At most one speaks, and at most one is interrupted: by a point of order,
 * after which the speech goes on with the time that was left.
 */
export type Queue = readonly FloorEntry[];
export type Change = FloorEntry[] | ErrorCode;

/** How a meeting begins: everyone can be heard, and a speech is meant to take five minutes. */
export const firstRules = { mode: 'open', defaultSeconds: 300 } as const;

const before = { speaking: 0, interrupted: 1, waiting: 2, done: 3, withdrawn: 3, declined: 3 };
const isOrder = ({ kind }: FloorEntry) => kind === 'point_of_order';

/** Who speaks, who is interrupted, who waits: points of order before all others, then by place. */
export const inOrder = (queue: Queue): FloorEntry[] =>
  queue.toSorted(
    (a, b) =>
      before[a.state] - before[b.state] ||
      Number(isOrder(b)) - Number(isOrder(a)) ||
      a.place - b.place ||
      (a.id < b.id ? -1 : 1),
  );

const speaking = (queue: Queue) => queue.find(({ state }) => state === 'speaking');
const interrupted = (queue: Queue) => queue.find(({ state }) => state === 'interrupted');

/** One request of a person and kind waits at a time. */
export function ask(queue: Queue, request: Request): Change {
  const { personId, kind } = request;
  const waits = (one: FloorEntry) =>
    one.state === 'waiting' && one.personId === personId && one.kind === kind;
  return queue.some(waits) ? 'floor_already_asked' : [newEntry(queue, request)];
}

type Request = Pick<FloorEntry, 'id' | 'personId' | 'kind' | 'topic' | 'agendaItemId' | 'askedAt'>;

/** A new request, behind all others. */
export const newEntry = (queue: Queue, request: Request): FloorEntry => ({
  ...request,
  state: 'waiting',
  place: 1 + Math.max(0, ...queue.map(({ place }) => place)),
  allottedSeconds: null,
  spokenMs: 0,
  since: null,
  startedAt: null,
  endedAt: null,
});

/** The entry that a person would speak on next: the interrupted speech, else the first request. */
export const nextOf = (queue: Queue, personId: Id): FloorEntry | undefined =>
  inOrder(queue).find((one) => one.personId === personId);

/** How long a turn lasts, in seconds from now on; null without a limit, left out as the meeting has it. */
interface Turn {
  seconds: number | null | undefined;
  defaultSeconds: number | null;
}

/**
 * Lets someone speak. A point of order interrupts a speech; any other turn ends the speaker until now, and what had
 * been interrupted, unless it is that very speech to which the floor goes back.
 */
export function give(queue: Queue, entryId: Id, turn: Turn, now: string): Change {
  const entry = queue.find(({ id }) => id === entryId);
  if (entry?.state !== 'waiting' && entry?.state !== 'interrupted') return 'floor_state';
  const current = speaking(queue);
  const held = interrupted(queue);
  const changed = [
    entry.state === 'waiting' ? started(entry, turn, now) : goneOn(entry, turn, now),
  ];
  const interrupts = isOrder(entry) && current !== undefined && !isOrder(current);
  if (current !== undefined) changed.push(interrupts ? paused(current, now) : ended(current, now));
  if (held !== undefined && held !== entry && !isOrder(entry)) changed.push(ended(held, now));
  return changed;
}

/** Ends a speech; the one that it had interrupted goes on. */
export function end(queue: Queue, entryId: Id, now: string): Change {
  const entry = queue.find(({ id }) => id === entryId);
  if (entry?.state !== 'speaking' && entry?.state !== 'interrupted') return 'floor_state';
  const held = entry.state === 'speaking' ? interrupted(queue) : undefined;
  return [ended(entry, now), ...(held === undefined ? [] : [resumed(held, now)])];
}

/** Takes back a request, or ends the own speech. */
export function withdraw(queue: Queue, entryId: Id, now: string): Change {
  const entry = queue.find(({ id }) => id === entryId);
  if (entry?.state !== 'waiting') return end(queue, entryId, now);
  return [{ ...entry, state: 'withdrawn', endedAt: now }];
}

export function decline(queue: Queue, entryId: Id, now: string): Change {
  const entry = queue.find(({ id }) => id === entryId);
  if (entry?.state !== 'waiting') return 'floor_state';
  return [{ ...entry, state: 'declined', endedAt: now }];
}

/** More time for who has the floor; from now on where the time is over. Who has no limit needs none. */
export function extend(queue: Queue, entryId: Id, seconds: number, now: string): Change {
  const entry = queue.find(({ id }) => id === entryId);
  if (entry?.state !== 'speaking' && entry?.state !== 'interrupted') return 'floor_state';
  const { allottedSeconds } = entry;
  if (allottedSeconds === null) return [entry];
  const used = Math.ceil(spokenAt(entry, now) / 1000);
  return [{ ...entry, allottedSeconds: Math.max(allottedSeconds, used) + seconds }];
}

/**
 * Puts a request before another, or last. A point of order stays before all others, wherever it is put.
 * @returns the moved request; all of its sort where their places have become too close to come between
 */
export function move(queue: Queue, entryId: Id, beforeId: Id | null): Change {
  const waiting = inOrder(queue).filter(({ state }) => state === 'waiting');
  const entry = waiting.find(({ id }) => id === entryId);
  const target = waiting.find(({ id }) => id === beforeId);
  if (entry === undefined || entry === target) return 'floor_state';
  if (beforeId !== null && target === undefined) return 'floor_state';
  const others = waiting.filter((one) => isOrder(one) === isOrder(entry) && one !== entry);
  const at = placeAmong(others, entry, target);
  const low = others[at - 1]?.place ?? (others[at]?.place ?? 1) - 2;
  const high = others[at]?.place ?? low + 2;
  const place = (low + high) / 2;
  if (low < place && place < high) return [{ ...entry, place }];
  return others.toSpliced(at, 0, entry).map((one, index) => ({ ...one, place: index + 1 }));
}

/** Where among its sort a request comes to stand; before one of the other sort means at its near end. */
function placeAmong(others: Queue, entry: FloorEntry, target: FloorEntry | undefined): number {
  if (target === undefined) return others.length;
  if (isOrder(target) === isOrder(entry)) return others.indexOf(target);
  return isOrder(entry) ? others.length : 0;
}

/** The meeting ends, or these people leave it: whoever speaks has spoken, whoever waits waits no longer. */
export function leave(queue: Queue, leaves: (entry: FloorEntry) => boolean, now: string) {
  const changed = new Map<Id, FloorEntry>();
  const left = () => queue.map((one) => changed.get(one.id) ?? one);
  for (const { id } of inOrder(queue).filter(leaves)) {
    const outcome = withdraw(left(), id, now);
    if (typeof outcome !== 'string') for (const one of outcome) changed.set(one.id, one);
  }
  return [...changed.values()];
}

/** Spoken until now, in milliseconds. */
export const spokenAt = ({ spokenMs, since }: FloorEntry, now: string): number =>
  spokenMs + (since === null ? 0 : Math.max(0, Date.parse(now) - Date.parse(since)));

const started = (
  entry: FloorEntry,
  { seconds, defaultSeconds }: Turn,
  now: string,
): FloorEntry => ({
  ...entry,
  state: 'speaking',
  allottedSeconds: seconds === undefined ? defaultSeconds : seconds,
  since: now,
  startedAt: now,
});

/** Goes on with the time that was left, unless a time was named. */
function goneOn(entry: FloorEntry, { seconds }: Turn, now: string): FloorEntry {
  const used = Math.ceil(entry.spokenMs / 1000);
  const named = seconds === null || seconds === undefined ? null : used + seconds;
  const allottedSeconds = seconds === undefined ? entry.allottedSeconds : named;
  return { ...resumed(entry, now), allottedSeconds };
}

const stopped = (entry: FloorEntry, now: string): FloorEntry => ({
  ...entry,
  spokenMs: spokenAt(entry, now),
  since: null,
});
const paused = (entry: FloorEntry, now: string): FloorEntry => ({
  ...stopped(entry, now),
  state: 'interrupted',
});
const ended = (entry: FloorEntry, now: string): FloorEntry => ({
  ...stopped(entry, now),
  state: 'done',
  endedAt: now,
});
const resumed = (entry: FloorEntry, now: string): FloorEntry => ({
  ...entry,
  state: 'speaking',
  since: now,
});
