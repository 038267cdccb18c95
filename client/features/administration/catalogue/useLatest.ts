import { type FetchQueryOptions, useQueryClient } from '@tanstack/react-query';
import type { CatalogueRecord } from './record.ts';

/** Reads a catalogue anew and finds a record in it, as someone else has just left it. */
export function useLatest<R extends CatalogueRecord>(
  query: Pick<FetchQueryOptions<{ items: R[] }>, 'queryKey' | 'queryFn' | 'retry' | 'networkMode'>,
): (record: R) => Promise<R | undefined> {
  const client = useQueryClient();
  return async ({ id }) => {
    const { items } = await client.fetchQuery({ ...query, staleTime: 0 });
    return items.find((item) => item.id === id);
  };
}
