import {
  type QueryClient,
  type UseMutationResult,
  type UseQueryResult,
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import type { Route } from '../../models/contracts/route.ts';
import { createActs } from './act.ts';
import { type InputArgs, type InputOf, callRoute } from './http.ts';

type Out<R extends Route> = z.infer<R['response']>;

interface Parts {
  params?: unknown;
  query?: unknown;
}

/** Where the answer of a route is kept: its path, then params and query. */
export function routeKey<R extends Route>(route: R, input?: Partial<InputOf<R>>) {
  const { params, query }: Parts = input ?? {};
  if (params === undefined && query === undefined) return [route.path] as const;
  return [route.path, params ?? {}, ...(query === undefined ? [] : [query])] as const;
}

/** For loaders and for `useQuery` with options of its own. */
export const routeQuery = <R extends Route>(route: R, ...[input]: InputArgs<R>) =>
  queryOptions<Out<R>>({
    queryKey: routeKey(route, input),
    queryFn: ({ signal }) => callRoute(route, input, { signal }),
    // `call` tries again by itself, and says `offline` rather than waiting for ever.
    retry: false,
    networkMode: 'always',
    refetchOnReconnect: true,
  });

/** Reads a route and keeps the answer; `data` stays while it is read anew. */
export const useQueryRoute = <R extends Route>(
  route: R,
  ...args: InputArgs<R>
): UseQueryResult<Out<R>> => useQuery(routeQuery(route, ...args));

interface MutationOptions<R extends Route> {
  /** Routes whose kept answers are out of date afterwards, whatever their params. */
  invalidates?: readonly Route[];
  onSuccess?: (answer: Out<R>, input: InputOf<R>) => unknown;
}

/**
 * Changes something through a route. `mutateAsync` rejects with a Refusal; the same input again after a
 * loss of the network is the same act.
 */
export function useMutationRoute<R extends Route>(
  route: R,
  { invalidates = [], onSuccess }: MutationOptions<R> = {},
): UseMutationResult<Out<R>, Error, InputOf<R>> {
  const client = useQueryClient();
  const [act] = useState(createActs);
  return useMutation({
    mutationFn: (input: InputOf<R>) => act(input, (key) => callRoute(route, input, { key })),
    retry: false,
    networkMode: 'always',
    async onSuccess(answer, input) {
      await onSuccess?.(answer, input);
      await invalidateRoutes(client, invalidates);
    },
  });
}

/** Marks the kept answers of routes as out of date; those on the screen are read anew. */
async function invalidateRoutes(client: QueryClient, routes: readonly Route[]): Promise<void> {
  await Promise.all(routes.map((route) => client.invalidateQueries({ queryKey: routeKey(route) })));
}
