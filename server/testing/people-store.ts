import { people } from '../../models/tables/identity.ts';
import type { Db } from '../platform/database.ts';

/** People as they are kept, for tests that need many of them and none of their sign-ins. */
export async function insertPeople(
  tx: Db,
  rows: readonly (typeof people.$inferInsert)[],
): Promise<void> {
  await tx.insert(people).values([...rows]);
}
