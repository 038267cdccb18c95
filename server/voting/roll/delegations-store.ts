import { and, asc, eq, isNull } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Delegation } from '../../../models/contracts/voting-acts.ts';
import type { Id } from '../../../models/ids.ts';
import { people } from '../../../models/tables/identity.ts';
import { delegations } from '../../../models/tables/voting.ts';
import type { Db } from '../../platform/database.ts';

type DelegationRow = typeof delegations.$inferSelect;

const inForce = (meetingId: Id) =>
  and(eq(delegations.meetingId, meetingId), isNull(delegations.endedAt));

/** Those that were not ended, the earliest first. */
export async function readDelegations(db: Db, meetingId: Id): Promise<{ from: Id; to: Id }[]> {
  return db
    .select({ from: delegations.fromPersonId, to: delegations.toPersonId })
    .from(delegations)
    .where(inForce(meetingId))
    .orderBy(asc(delegations.id));
}

const givers = alias(people, 'givers');
const holders = alias(people, 'holders');

/** The same with names. */
export async function readNamedDelegations(db: Db, meetingId: Id): Promise<Delegation[]> {
  return db
    .select({
      id: delegations.id,
      from: { personId: delegations.fromPersonId, fullName: givers.fullName },
      to: { personId: delegations.toPersonId, fullName: holders.fullName },
      basis: delegations.basis,
      recordedAt: delegations.recordedAt,
    })
    .from(delegations)
    .innerJoin(givers, eq(givers.id, delegations.fromPersonId))
    .innerJoin(holders, eq(holders.id, delegations.toPersonId))
    .where(inForce(meetingId))
    .orderBy(asc(delegations.id));
}

export async function findDelegation(db: Db, id: Id): Promise<DelegationRow | undefined> {
  const [row] = await db.select().from(delegations).where(eq(delegations.id, id));
  return row;
}

export async function insertDelegation(tx: Db, row: DelegationRow): Promise<void> {
  await tx.insert(delegations).values(row);
}

export async function endDelegation(
  tx: Db,
  id: Id,
  end: Pick<DelegationRow, 'endedBy' | 'endedAt'>,
): Promise<void> {
  await tx.update(delegations).set(end).where(eq(delegations.id, id));
}
