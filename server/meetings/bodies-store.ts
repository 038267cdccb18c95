import { and, asc, count, desc, eq, inArray, isNull, ne, sql, sum } from 'drizzle-orm';
import type { Body, BodyRole } from '../../models/contracts/meetings.ts';
import type { RuleSet, RuleSetDraft } from '../../models/contracts/rules.ts';
import type { Id } from '../../models/ids.ts';
import { organisations, people } from '../../models/tables/identity.ts';
import {
  bodies,
  bodyMembers,
  meetings,
  participants,
  ruleSets,
} from '../../models/tables/meetings.ts';
import type { Db } from '../platform/database.ts';
import { preparedFor } from '../platform/prepared.ts';

export type BodyRow = typeof bodies.$inferSelect;

/** Bodies by name, each with its members in the order of seats and the rules in force. */
export async function readBodies(db: Db, includeClosed: boolean): Promise<Body[]> {
  const wanted = includeClosed ? undefined : isNull(bodies.closedAt);
  const rows = await db.select().from(bodies).where(wanted).orderBy(asc(bodies.name));
  return Promise.all(rows.map((row) => bodyOf(db, row)));
}

export async function findBody(db: Db, id: Id): Promise<Body | undefined> {
  const [row] = await db.select().from(bodies).where(eq(bodies.id, id));
  return row && bodyOf(db, row);
}

async function bodyOf(db: Db, row: BodyRow): Promise<Body> {
  const members = await readMembers(db, row.id);
  return { ...row, members, ruleSet: await rulesInForce(db, row.id) };
}

async function readMembers(db: Db, bodyId: Id): Promise<Body['members']> {
  return db
    .select({
      personId: bodyMembers.personId,
      role: bodyMembers.role,
      weight: bodyMembers.weight,
      fullName: people.fullName,
      office: people.office,
    })
    .from(bodyMembers)
    .innerJoin(people, eq(people.id, bodyMembers.personId))
    .where(eq(bodyMembers.bodyId, bodyId))
    .orderBy(asc(bodyMembers.position));
}

export async function memberIds(db: Db, bodyId: Id): Promise<Set<Id>> {
  const rows = await db
    .select({ personId: bodyMembers.personId })
    .from(bodyMembers)
    .where(eq(bodyMembers.bodyId, bodyId));
  return new Set(rows.map(({ personId }) => personId));
}

const memberCountQuery = preparedFor((db) =>
  db
    .select({ members: count(), membersWeight: sum(bodyMembers.weight).mapWith(Number) })
    .from(bodyMembers)
    .where(eq(bodyMembers.bodyId, sql.placeholder('bodyId')))
    .prepare(),
);

/** How many members a body has, and the sum of their weights. */
export async function countMembers(
  db: Db,
  bodyId: Id,
): Promise<{ members: number; membersWeight: number }> {
  const [row] = await memberCountQuery(db).execute({ bodyId });
  return { members: row?.members ?? 0, membersWeight: row?.membersWeight ?? 0 };
}

/** What the vote of each member of a body counts, where its rules weigh votes. */
export async function readWeights(db: Db, bodyId: Id): Promise<Map<Id, number>> {
  const rows = await db
    .select({ personId: bodyMembers.personId, weight: bodyMembers.weight })
    .from(bodyMembers)
    .where(eq(bodyMembers.bodyId, bodyId));
  return new Map(rows.map(({ personId, weight }) => [personId, weight]));
}

const newestRulesQuery = preparedFor((db) =>
  db
    .select()
    .from(ruleSets)
    .where(eq(ruleSets.bodyId, sql.placeholder('bodyId')))
    .orderBy(desc(ruleSets.version))
    .limit(1)
    .prepare(),
);

/** The newest version; a body has had one since it was made. */
export async function rulesInForce(db: Db, bodyId: Id): Promise<RuleSet> {
  const [newest] = await newestRulesQuery(db).execute({ bodyId });
  if (newest === undefined) throw new Error('a body without rules');
  return { ...newest.rules, version: newest.version };
}

export async function insertBody(tx: Db, row: BodyRow): Promise<void> {
  await tx.insert(bodies).values(row);
}

export async function saveBody(tx: Db, { id, ...fields }: BodyRow): Promise<void> {
  await tx.update(bodies).set(fields).where(eq(bodies.id, id));
}

/** Puts these members in place of all earlier ones, in this order. */
export async function replaceMembers(
  tx: Db,
  bodyId: Id,
  members: readonly { personId: Id; role: BodyRole; weight?: number | undefined }[],
): Promise<void> {
  await tx.delete(bodyMembers).where(eq(bodyMembers.bodyId, bodyId));
  const rows = members.map(({ personId, role, weight = 1 }, position) => ({
    bodyId,
    personId,
    role,
    position,
    weight,
  }));
  await tx.insert(bodyMembers).values(rows);
}

interface RuleSetVersion {
  bodyId: Id;
  version: number;
  rules: RuleSetDraft;
  createdAt: string;
  createdBy: Id | null;
}

export async function insertRuleSet(tx: Db, row: RuleSetVersion): Promise<void> {
  await tx.insert(ruleSets).values(row);
}

export async function organisationExists(db: Db, id: Id): Promise<boolean> {
  const found = await db
    .select({ id: organisations.id })
    .from(organisations)
    .where(eq(organisations.id, id));
  return found.length > 0;
}

/** Those of the people who exist and were not closed. */
export async function activePeople(db: Db, ids: readonly Id[]): Promise<Set<Id>> {
  const rows = await db
    .select({ id: people.id })
    .from(people)
    .where(and(inArray(people.id, [...ids]), isNull(people.closedAt)));
  return new Set(rows.map(({ id }) => id));
}

/** Whether the body has a meeting that is planned or open. */
export async function bodyAwaitsMeeting(db: Db, bodyId: Id): Promise<boolean> {
  const found = await db
    .select({ id: meetings.id })
    .from(meetings)
    .where(and(eq(meetings.bodyId, bodyId), inArray(meetings.state, ['planned', 'open'])))
    .limit(1);
  return found.length > 0;
}

/** Everyone who presides or votes in a meeting of the body that is open now. */
export async function votersInOpenMeetings(db: Db, bodyId: Id): Promise<Set<Id>> {
  const rows = await db
    .selectDistinct({ personId: participants.personId })
    .from(participants)
    .innerJoin(meetings, eq(meetings.id, participants.meetingId))
    .where(
      and(eq(meetings.bodyId, bodyId), eq(meetings.state, 'open'), ne(participants.role, 'guest')),
    );
  return new Set(rows.map(({ personId }) => personId));
}
