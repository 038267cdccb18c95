import {
  type QueryKey,
  type UseQueryResult,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { z } from 'zod';
import type { Route } from '../../models/contracts/route.ts';
import type { Id } from '../../models/ids.ts';
import type { InputArgs } from './http.ts';
import { type Change, hold, keepUp, readAgain } from './kept.ts';
import { useConnectionState, useFollowMeeting, useRestored } from './provider.tsx';
import { routeKey, routeQuery } from './queries.ts';

/** How an answer about a meeting is kept as it changes. */
export interface FollowedKey<T extends object> {
  /** For `useQuery` and its kin: read only once notices arrive, or what happens in between would be in neither. */
  options: { enabled: boolean; staleTime: number };
  /** Takes over a notice of this meeting; those of others are passed over. */
  take: <N extends { meetingId: Id }>(notice: N, change: Change<T>) => void;
  /** Reads again; with a time in milliseconds at some later moment, once for all who ask until then. */
  refresh: (withinMs?: number) => void;
}

/** Milliseconds after which the page is rather read too early, and once more when notices do arrive. */
const patienceMs = 1500;

/** Milliseconds in which an answer that is kept up to date by notices is not read again for another component. */
const currentForMs = 60_000;

/**
 * Keeps an answer about a meeting up to date: follows the meeting, lets the answer be read after that, and again after
 * each reconnect. What is kept from before is shown meanwhile.
 */
export function useFollowedKey<T extends object>(
  queryKey: QueryKey,
  meetingId: Id,
): FollowedKey<T> {
  const client = useQueryClient();
  const text = JSON.stringify(queryKey);
  const key = useMemo<QueryKey>(() => JSON.parse(text), [text]);
  useEffect(() => hold(client, key), [client, key]);
  const { state } = useFollowMeeting(meetingId);
  const isEarly = useEarly(state === 'entering');
  const refresh = useCallback(
    (withinMs?: number) => readAgain(client, key, withinMs),
    [client, key],
  );
  useRestored(refresh);
  useEffect(() => {
    if (state === 'following' && isEarly) refresh();
  }, [isEarly, refresh, state]);
  return {
    options: { enabled: state !== 'entering' || isEarly, staleTime: currentForMs },
    take(notice, change) {
      if (notice.meetingId === meetingId) keepUp<T>(client, key, notice, change);
    },
    refresh,
  };
}

/** Whether to read before notices arrive: without a connection, and where it takes long to get one. */
function useEarly(isEntering: boolean): boolean {
  const isOffline = useConnectionState() === 'offline';
  const [isEarly, setEarly] = useState(false);
  useEffect(() => {
    if (!isEntering || isEarly) return undefined;
    const timer = setTimeout(() => setEarly(true), isOffline ? 0 : patienceMs);
    return () => clearTimeout(timer);
  }, [isEntering, isEarly, isOffline]);
  return isEarly;
}

type Out<R extends Route> = z.infer<R['response']>;

/** An answer about a meeting with how its reading went, and what keeps it up to date. */
export function useFollowedRoute<R extends Route>(
  meetingId: Id,
  route: R,
  ...args: InputArgs<R>
): FollowedKey<Out<R> & object> & { query: UseQueryResult<Out<R>> } {
  const kept = useFollowedKey<Out<R> & object>(routeKey(route, ...args), meetingId);
  const query = useQuery({ ...routeQuery(route, ...args), ...kept.options });
  return { ...kept, query };
}
