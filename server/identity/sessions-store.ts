import { and, eq, gt, isNull, lte, ne, sql } from 'drizzle-orm';
import type { Id } from '../../models/ids.ts';
import { devices, people, sessions } from '../../models/tables/identity.ts';
import type { SignedInDevice, SignedInPerson } from '../platform/caller.ts';
import type { Db } from '../platform/database.ts';

type Session = typeof sessions.$inferInsert;

export async function insertSession(tx: Db, session: Session): Promise<void> {
  await tx.insert(sessions).values(session);
}

/** Ends the sessions, but for the one to keep. @returns the ids of those that ended */
export async function endSessionsOfPerson(tx: Db, personId: Id, keep?: Id): Promise<Id[]> {
  const ended = await tx
    .delete(sessions)
    .where(
      and(eq(sessions.personId, personId), keep === undefined ? undefined : ne(sessions.id, keep)),
    )
    .returning({ id: sessions.id });
  return ended.map(({ id }) => id);
}

export async function endSessionsOfDevice(tx: Db, deviceId: Id): Promise<Id[]> {
  const ended = await tx
    .delete(sessions)
    .where(eq(sessions.deviceId, deviceId))
    .returning({ id: sessions.id });
  return ended.map(({ id }) => id);
}

export async function endSession(tx: Db, id: Id): Promise<void> {
  await tx.delete(sessions).where(eq(sessions.id, id));
}

/** @returns the ids of those that had expired */
export async function forgetSessionsBefore(tx: Db, instant: string): Promise<Id[]> {
  const expired = await tx
    .delete(sessions)
    .where(lte(sessions.expiresAt, instant))
    .returning({ id: sessions.id });
  return expired.map(({ id }) => id);
}

interface Lookup {
  tokenHash: string;
  now: string;
}

/** Asked with every request and every socket action, so prepared once. */
export function prepareLookups(db: Db) {
  const alive = and(
    eq(sessions.tokenHash, sql.placeholder('tokenHash')),
    gt(sessions.expiresAt, sql.placeholder('now')),
  );
  const personQuery = db
    .select({
      personId: people.id,
      sessionId: sessions.id,
      fullName: people.fullName,
      systemRole: people.systemRole,
      mustChangePassword: people.mustChangePassword,
    })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(and(alive, isNull(people.closedAt)))
    .prepare();
  const deviceQuery = db
    .select({
      deviceId: devices.id,
      sessionId: sessions.id,
      name: devices.name,
      kind: devices.kind,
      roomId: devices.roomId,
      scopes: devices.scopes,
    })
    .from(sessions)
    .innerJoin(devices, eq(devices.id, sessions.deviceId))
    .where(and(alive, isNull(devices.revokedAt)))
    .prepare();
  const deviceOf = async (lookup: Lookup): Promise<SignedInDevice | null> => {
    const [found] = await deviceQuery.execute({ ...lookup });
    return found ?? null;
  };
  return {
    async person(lookup: Lookup): Promise<SignedInPerson | null> {
      const [found] = await personQuery.execute({ ...lookup });
      return found ?? null;
    },
    /** By its cookie. A system's token is good in its own header alone, which no browser sends by accident. */
    async device(lookup: Lookup): Promise<SignedInDevice | null> {
      const found = await deviceOf(lookup);
      return found?.kind === 'system' ? null : found;
    },
    async system(lookup: Lookup): Promise<SignedInDevice | null> {
      const found = await deviceOf(lookup);
      return found?.kind === 'system' ? found : null;
    },
  };
}
