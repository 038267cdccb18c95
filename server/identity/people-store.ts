import { and, count, eq, isNull, ne, sql } from 'drizzle-orm';
import type { Person } from '../../models/contracts/identity.ts';
import type { Id } from '../../models/ids.ts';
import { faceTemplates } from '../../models/tables/attendance.ts';
import { organisations, people } from '../../models/tables/identity.ts';
import type { Db } from '../platform/database.ts';

export type PersonRow = typeof people.$inferSelect;

const shown = {
  id: people.id,
  revision: people.revision,
  closedAt: people.closedAt,
  fullName: people.fullName,
  office: people.office,
  organisationId: people.organisationId,
  organisationName: organisations.name,
  username: people.username,
  systemRole: people.systemRole,
  email: people.email,
  phone: people.phone,
  lastSignInAt: people.lastSignInAt,
  faceEnrolled:
    sql`exists (select 1 from ${faceTemplates} where ${faceTemplates.personId} = ${people.id})`.mapWith(
      Boolean,
    ),
};

const selectPeople = (db: Db) =>
  db
    .select(shown)
    .from(people)
    .leftJoin(organisations, eq(organisations.id, people.organisationId));

export async function readPeople(db: Db, includeClosed: boolean): Promise<Person[]> {
  return selectPeople(db).where(includeClosed ? undefined : isNull(people.closedAt));
}

export async function viewPerson(db: Db, id: Id): Promise<Person | undefined> {
  const [found] = await selectPeople(db).where(eq(people.id, id));
  return found;
}

/** With the password's hash: for decisions inside this slice only. */
export async function findPerson(db: Db, id: Id): Promise<PersonRow | undefined> {
  const [found] = await db.select().from(people).where(eq(people.id, id));
  return found;
}

export async function findByUsername(db: Db, username: string): Promise<PersonRow | undefined> {
  const [found] = await db.select().from(people).where(eq(people.username, username));
  return found;
}

export async function insertPerson(tx: Db, person: PersonRow): Promise<void> {
  await tx.insert(people).values(person);
}

export async function savePerson(tx: Db, id: Id, changes: Partial<PersonRow>): Promise<void> {
  await tx.update(people).set(changes).where(eq(people.id, id));
}

/** Active administrators beside this person. */
export async function countOtherAdministrators(db: Db, id: Id): Promise<number> {
  const [found] = await db
    .select({ n: count() })
    .from(people)
    .where(and(eq(people.systemRole, 'administrator'), isNull(people.closedAt), ne(people.id, id)));
  return found?.n ?? 0;
}
