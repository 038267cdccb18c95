import type { QueryClient } from '@tanstack/react-query';
import type { Route } from '../../models/contracts/route.ts';
import type { InputArgs } from './http.ts';
import { readAgain } from './kept.ts';
import { routeKey } from './queries.ts';

/** Marks the kept answer of a route as out of date; one that is on the screen is read again, once. */
export const refreshRoute = <R extends Route>(
  client: QueryClient,
  route: R,
  ...[input]: InputArgs<R>
): void => readAgain(client, routeKey(route, input));
