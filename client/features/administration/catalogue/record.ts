import type { Id } from '../../../../models/ids.ts';

/** What every catalogue record has. */
export interface CatalogueRecord {
  id: Id;
  revision: number;
  /** When it was taken out of use; null while it is used. */
  closedAt: string | null;
}

/** Those in use, and the one that is chosen already although it no longer is. */
export const choosable = <R extends CatalogueRecord>(
  records: readonly R[] | undefined,
  chosen: Id | null,
): R[] => (records ?? []).filter(({ id, closedAt }) => closedAt === null || id === chosen);
