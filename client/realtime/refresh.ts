import { type QueryClient, hashKey } from '@tanstack/react-query';
import type { Route } from '../../models/contracts/route.ts';
import type { InputArgs } from './http.ts';
import { routeKey } from './queries.ts';

const waiting = new WeakMap<QueryClient, Set<string>>();

/**
 * Marks one kept answer as out of date. Several components may hear the same notice; however many call this
 * at once, the answer is read anew once.
 */
export function refreshRoute<R extends Route>(
  client: QueryClient,
  route: R,
  ...[input]: InputArgs<R>
): void {
  const queryKey = routeKey(route, input);
  const hash = hashKey(queryKey);
  const hashes = waiting.get(client) ?? new Set();
  waiting.set(client, hashes);
  if (hashes.has(hash)) return;
  hashes.add(hash);
  queueMicrotask(() => {
    hashes.delete(hash);
    void client.invalidateQueries({ queryKey });
  });
}
