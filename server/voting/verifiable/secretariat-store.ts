import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Id } from '../../../models/ids.ts';
import { people } from '../../../models/tables/identity.ts';
import type { Db } from '../../platform/database.ts';

/** Those of the secretariat whose account is not closed, by name. */
export async function readSecretariat(
  db: Db,
): Promise<{ personId: Id; fullName: string; office: string }[]> {
  return db
    .select({ personId: people.id, fullName: people.fullName, office: people.office })
    .from(people)
    .where(and(eq(people.systemRole, 'secretariat'), isNull(people.closedAt)))
    .orderBy(asc(people.fullName), asc(people.id));
}
