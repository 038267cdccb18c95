import { and, count, eq, isNull } from 'drizzle-orm';
import type { Organisation } from '../../models/contracts/identity.ts';
import type { Id } from '../../models/ids.ts';
import { organisations, people } from '../../models/tables/identity.ts';
import type { Db } from '../platform/database.ts';

export async function readOrganisations(db: Db, includeClosed: boolean): Promise<Organisation[]> {
  return db
    .select()
    .from(organisations)
    .where(includeClosed ? undefined : isNull(organisations.closedAt));
}

export async function findOrganisation(db: Db, id: Id): Promise<Organisation | undefined> {
  const [found] = await db.select().from(organisations).where(eq(organisations.id, id));
  return found;
}

export async function insertOrganisation(tx: Db, organisation: Organisation): Promise<void> {
  await tx.insert(organisations).values(organisation);
}

export async function saveOrganisation(tx: Db, organisation: Organisation): Promise<void> {
  await tx.update(organisations).set(organisation).where(eq(organisations.id, organisation.id));
}

/** Open organisations below it and active people in it. */
export async function countInOrganisation(db: Db, id: Id): Promise<number> {
  const [below] = await db
    .select({ n: count() })
    .from(organisations)
    .where(and(eq(organisations.parentId, id), isNull(organisations.closedAt)));
  const [inside] = await db
    .select({ n: count() })
    .from(people)
    .where(and(eq(people.organisationId, id), isNull(people.closedAt)));
  return (below?.n ?? 0) + (inside?.n ?? 0);
}
