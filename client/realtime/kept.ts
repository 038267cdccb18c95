import { type QueryClient, type QueryKey, hashKey } from '@tanstack/react-query';

/**
 * What a notice makes of a kept answer; `missed` when only reading it again can tell. It may be asked twice about
 * the same notice, and about answers that hold what it says already.
 */
export type Change<T> = (kept: T) => T | 'missed';

interface Keeper {
  /** Changes that were heard while an answer was under way, by the hash of its key, in their order. */
  heard: Map<string, (() => boolean)[]>;
  /** Notices that were taken over; every component that shows an answer hears them. */
  taken: Map<string, WeakSet<object>>;
  /** How many components keep an answer up to date. */
  holders: Map<string, number>;
  /** Readings that are to come. */
  timers: Map<string, ReturnType<typeof setTimeout>>;
  /** Readings that begin as soon as all who hear the same notice have heard it. */
  due: Set<string>;
}

const keepers = new WeakMap<QueryClient, Keeper>();

/**
 * Takes a notice, or the answer to an act, over into a kept answer. An answer that is under way may be older than it
 * and does not take its place: what was heard meanwhile is taken over into that one too.
 */
export function keepUp<T extends object>(
  client: QueryClient,
  queryKey: QueryKey,
  notice: object,
  change: Change<T>,
): void {
  const keeper = keeperOf(client);
  const hash = hashKey(queryKey);
  const taken = keeper.taken.get(hash) ?? new WeakSet();
  if (taken.has(notice)) return;
  keeper.taken.set(hash, taken.add(notice));
  const apply = () => !tookOver(client, queryKey, change);
  const isMissed = apply();
  if (isBeingRead(client, queryKey)) hearLater(keeper, hash, apply);
  else if (isMissed) readAgain(client, queryKey);
}

/** @returns false when the answer has to be read again */
function tookOver<T extends object>(
  client: QueryClient,
  queryKey: QueryKey,
  change: Change<T>,
): boolean {
  const state = client.getQueryState<T>(queryKey);
  if (state?.data === undefined) return true;
  const next = change(state.data);
  if (next === 'missed') return false;
  // A notice tells of itself alone: the answer stays as old as it was when it was read.
  const updatedAt = state.isInvalidated ? 0 : state.dataUpdatedAt;
  client.setQueryData<T>(queryKey, next, { updatedAt });
  return true;
}

/**
 * Reads a kept answer again, with a reading that begins after this call. However many ask for it at once, or while one
 * is to come, it is read once.
 * @param withinMs begins that much later
 */
export function readAgain(client: QueryClient, queryKey: QueryKey, withinMs = 0): void {
  const { due, timers } = keeperOf(client);
  const hash = hashKey(queryKey);
  if (withinMs > 0) {
    if (timers.has(hash)) return;
    const begin = () => {
      timers.delete(hash);
      readAgain(client, queryKey);
    };
    timers.set(hash, setTimeout(begin, withinMs));
    return;
  }
  if (due.has(hash)) return;
  due.add(hash);
  queueMicrotask(() => {
    due.delete(hash);
    beginReading(client, queryKey, hash);
  });
}

function beginReading(client: QueryClient, queryKey: QueryKey, hash: string): void {
  const isFirst = client.getQueryData(queryKey) === undefined;
  // A first reading is not broken off, but began too early.
  if (isFirst && isBeingRead(client, queryKey)) hearLater(keeperOf(client), hash, () => true);
  else void client.invalidateQueries({ queryKey });
}

/**
 * For as long as a component keeps an answer up to date. What was read before anyone did is out of date: nobody heard
 * what happened since.
 * @returns what ends it
 */
export function hold(client: QueryClient, queryKey: QueryKey): () => void {
  const { holders } = keeperOf(client);
  const hash = hashKey(queryKey);
  const count = holders.get(hash) ?? 0;
  holders.set(hash, count + 1);
  const kept = client.getQueryData(queryKey);
  if (count === 0 && kept !== undefined) client.setQueryData(queryKey, kept, { updatedAt: 0 });
  return () => {
    const left = (holders.get(hash) ?? 1) - 1;
    if (left > 0) holders.set(hash, left);
    else holders.delete(hash);
  };
}

const isBeingRead = (client: QueryClient, queryKey: QueryKey): boolean =>
  client.getQueryState(queryKey)?.fetchStatus === 'fetching';

const hearLater = ({ heard }: Keeper, hash: string, apply: () => boolean) =>
  void heard.set(hash, [...(heard.get(hash) ?? []), apply]);

function keeperOf(client: QueryClient): Keeper {
  const known = keepers.get(client);
  if (known) return known;
  const keeper: Keeper = {
    heard: new Map(),
    taken: new Map(),
    holders: new Map(),
    timers: new Map(),
    due: new Set(),
  };
  keepers.set(client, keeper);
  client.getQueryCache().subscribe((event) => {
    const { queryHash, queryKey } = event.query;
    if (event.type === 'removed')
      for (const of of [keeper.heard, keeper.taken]) of.delete(queryHash);
    if (event.type !== 'updated' || event.action.type !== 'success' || event.action.manual) return;
    const changes = keeper.heard.get(queryHash) ?? [];
    keeper.heard.delete(queryHash);
    const missed = changes.map((apply) => apply());
    if (missed.includes(true)) readAgain(client, queryKey);
  });
  return keeper;
}
