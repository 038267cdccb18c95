import type { Device } from '../../models/contracts/identity.ts';
import type { BodyOf } from '../../models/contracts/route.ts';
import type { Issued, createSystem } from '../../models/contracts/systems.ts';
import { AppError } from '../../models/errors.ts';
import { type Id, newId } from '../../models/ids.ts';
import { type Caller, personOf } from '../platform/caller.ts';
import { after, hours } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import type { IdentityDeps } from './deps.ts';
import { viewDevice } from './devices-service.ts';
import { insertDevice, saveDevice } from './devices-store.ts';
import { findByUsername, viewPerson } from './people-store.ts';
import { endSessionsOfDevice, insertSession } from './sessions-store.ts';
import { hashToken, newSystemToken } from './tokens.ts';

/** Other computer systems: each is a device that brings a token where others bring a cookie. */
export function createSystemsService(deps: IdentityDeps) {
  const { database, clock, audit } = deps;
  return {
    async createSystem(
      caller: Caller,
      { name, scopes, days }: BodyOf<typeof createSystem>,
    ): Promise<Issued> {
      const id = newId();
      const made = await database.write(async (tx) => {
        const pairedBy = personOf(caller).personId;
        await insertDevice(tx, {
          id,
          kind: 'system',
          name,
          roomId: null,
          pairedAt: clock.now(),
          pairedBy,
          scopes,
        });
        await audit.record(tx, caller, {
          action: 'device.paired',
          subject: name,
          details: { kind: 'system', scopes: scopes.join(', '), days },
        });
        return id;
      }, caller.once);
      // Sent again after a lost answer: nobody has seen the token that was in it, so that another takes its place.
      return issue(deps, made, days);
    },

    /** @throws AppError `not_found`, `device_revoked` */
    async renewSystemToken(caller: Caller, id: Id, days: number): Promise<Issued> {
      await database.write(async (tx) => {
        const { name } = await existing(tx, id);
        await audit.record(tx, caller, {
          action: 'device.token_renewed',
          subject: name,
          details: { days },
        });
        return id;
      }, caller.once);
      return issue(deps, id, days);
    },

    /** For another system, which knows people by their user names. @throws AppError `not_found` */
    async findSystemPerson(username: string) {
      const found = await findByUsername(database.read, username);
      const person = found && (await viewPerson(database.read, found.id));
      if (person === undefined || person.closedAt !== null) throw new AppError('not_found');
      return { personId: person.id, fullName: person.fullName, faceEnrolled: person.faceEnrolled };
    },
  };
}

/** Puts a new token in the place of any before. */
async function issue({ database, clock }: IdentityDeps, id: Id, days: number): Promise<Issued> {
  const token = newSystemToken();
  const device = await database.write(async (tx) => {
    await existing(tx, id);
    const createdAt = clock.now();
    const expiresAt = after(createdAt, hours(24 * days));
    await endSessionsOfDevice(tx, id);
    const tokenHash = hashToken(token);
    await insertSession(tx, { id: newId(), deviceId: id, tokenHash, createdAt, expiresAt });
    await saveDevice(tx, id, { expiresAt });
    return viewDevice(tx, id);
  });
  return { device, token };
}

async function existing(db: Db, id: Id): Promise<Device> {
  const device = await viewDevice(db, id);
  if (device.kind !== 'system') throw new AppError('not_found');
  if (device.revokedAt !== null) throw new AppError('device_revoked');
  return device;
}
