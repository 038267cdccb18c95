import type { Device, confirmPairing, updateDevice } from '../../models/contracts/identity.ts';
import type { BodyOf } from '../../models/contracts/route.ts';
import { AppError } from '../../models/errors.ts';
import { type Id, newId } from '../../models/ids.ts';
import { type Caller, personOf } from '../platform/caller.ts';
import { minutes } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import type { IdentityDeps } from './deps.ts';
import { findDevice, insertDevice, isOpenRoom, readDevices, saveDevice } from './devices-store.ts';
import { confirmCode } from './pairing-service.ts';
import { compareTexts } from './rules.ts';
import { endSessionsOfDevice } from './sessions-store.ts';

export function createDevicesService(deps: IdentityDeps) {
  const { database, clock, publisher, audit, limits } = deps;
  return {
    /** Devices by name. */
    async listDevices(includeRevoked: boolean): Promise<Device[]> {
      const items = await readDevices(database.read, includeRevoked);
      return items.toSorted((a, b) => compareTexts(a.name, b.name));
    },

    /** @throws AppError `pairing_code_unknown`, `too_many_requests`, or `invalid_input` for an unknown room */
    async confirmPairing(
      caller: Caller,
      { code, name, roomId }: BodyOf<typeof confirmPairing>,
    ): Promise<Device> {
      const { personId } = personOf(caller);
      const attempt = await limits.pairingCode(personId);
      const device = await database.write(async (tx) => {
        await requireRoom(tx, roomId);
        const id = newId();
        const kind = await confirmCode(tx, deps, code, async (found) => {
          await insertDevice(tx, {
            id,
            kind: found,
            name,
            roomId,
            pairedAt: clock.now(),
            pairedBy: personId,
          });
          return id;
        });
        await audit.record(tx, caller, {
          action: 'device.paired',
          subject: name,
          details: { kind },
        });
        return viewDevice(tx, id);
      }, caller.once);
      await attempt.forgive();
      return device;
    },

    /** @throws AppError `not_found`, `device_revoked`, or `invalid_input` for an unknown room */
    updateDevice(caller: Caller, id: Id, edit: BodyOf<typeof updateDevice>): Promise<Device> {
      return database.write(async (tx) => {
        const before = await viewDevice(tx, id);
        if (before.revokedAt !== null) throw new AppError('device_revoked');
        if (before.roomId !== edit.roomId) await requireRoom(tx, edit.roomId);
        await saveDevice(tx, id, edit);
        await audit.record(tx, caller, { action: 'device.updated', subject: edit.name });
        return viewDevice(tx, id);
      }, caller.once);
    },

    /** Ends its sessions and connections; a device that was revoked before stays as it is. */
    async revokeDevice(caller: Caller, id: Id): Promise<Device> {
      const { device, ended } = await database.write(async (tx) => {
        const before = await viewDevice(tx, id);
        if (before.revokedAt !== null) return { device: before, ended: [] };
        await saveDevice(tx, id, { revokedAt: clock.now() });
        await audit.record(tx, caller, { action: 'device.revoked', subject: before.name });
        return { device: await viewDevice(tx, id), ended: await endSessionsOfDevice(tx, id) };
      }, caller.once);
      publisher.endSessions(ended);
      return device;
    },

    async deviceSession(caller: Caller): Promise<{ device: Device | null; serverTime: string }> {
      const id = caller.device?.deviceId;
      const device = id === undefined ? undefined : await findDevice(database.read, id);
      return { device: device ?? null, serverTime: clock.now() };
    },
  };
}

/** Notes when devices were last there, at most once a minute each, beside what they asked for. */
export function createSightings({ database, clock, logger }: IdentityDeps) {
  const noted = new Map<Id, number>();
  return (deviceId: Id): void => {
    const now = clock.now();
    const last = noted.get(deviceId);
    if (last !== undefined && Date.parse(now) - last < minutes(1)) return;
    noted.set(deviceId, Date.parse(now));
    database
      .write((tx) => saveDevice(tx, deviceId, { lastSeenAt: now }))
      .catch((error: unknown) => logger.warn({ err: error }, 'a device sighting was not noted'));
  };
}

async function requireRoom(db: Db, roomId: Id | null): Promise<void> {
  if (roomId !== null && !(await isOpenRoom(db, roomId)))
    throw new AppError('invalid_input', { fields: ['roomId'] });
}

/** @throws AppError `not_found` */
export async function viewDevice(db: Db, id: Id): Promise<Device> {
  const device = await findDevice(db, id);
  if (device === undefined) throw new AppError('not_found');
  return device;
}
