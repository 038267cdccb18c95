import { eq, isNull, lte } from 'drizzle-orm';
import type { Device } from '../../models/contracts/identity.ts';
import type { Id } from '../../models/ids.ts';
import { devicePairings, devices, people } from '../../models/tables/identity.ts';
import { rooms } from '../../models/tables/rooms.ts';
import type { Db } from '../platform/database.ts';

type DeviceRow = typeof devices.$inferInsert;
type Pairing = typeof devicePairings.$inferSelect;

const selectDevices = (db: Db) =>
  db
    .select({
      id: devices.id,
      kind: devices.kind,
      name: devices.name,
      roomId: devices.roomId,
      roomName: rooms.name,
      pairedAt: devices.pairedAt,
      pairedByName: people.fullName,
      lastSeenAt: devices.lastSeenAt,
      revokedAt: devices.revokedAt,
      scopes: devices.scopes,
      expiresAt: devices.expiresAt,
    })
    .from(devices)
    .innerJoin(people, eq(people.id, devices.pairedBy))
    .leftJoin(rooms, eq(rooms.id, devices.roomId));

export async function readDevices(db: Db, includeRevoked: boolean): Promise<Device[]> {
  return selectDevices(db).where(includeRevoked ? undefined : isNull(devices.revokedAt));
}

export async function findDevice(db: Db, id: Id): Promise<Device | undefined> {
  const [found] = await selectDevices(db).where(eq(devices.id, id));
  return found;
}

export async function insertDevice(tx: Db, device: DeviceRow): Promise<void> {
  await tx.insert(devices).values(device);
}

export async function saveDevice(tx: Db, id: Id, changes: Partial<DeviceRow>): Promise<void> {
  await tx.update(devices).set(changes).where(eq(devices.id, id));
}

export async function isOpenRoom(db: Db, id: Id): Promise<boolean> {
  const [found] = await db.select().from(rooms).where(eq(rooms.id, id));
  return found !== undefined && found.closedAt === null;
}

export async function insertPairing(tx: Db, pairing: Pairing): Promise<void> {
  await tx.insert(devicePairings).values(pairing);
}

export async function findPairing(db: Db, id: Id): Promise<Pairing | undefined> {
  const [found] = await db.select().from(devicePairings).where(eq(devicePairings.id, id));
  return found;
}

export async function findPairingByCode(db: Db, codeHash: string): Promise<Pairing | undefined> {
  const [found] = await db
    .select()
    .from(devicePairings)
    .where(eq(devicePairings.codeHash, codeHash));
  return found;
}

export async function savePairing(tx: Db, id: Id, changes: Partial<Pairing>): Promise<void> {
  await tx.update(devicePairings).set(changes).where(eq(devicePairings.id, id));
}

export async function forgetPairingsBefore(tx: Db, instant: string): Promise<void> {
  await tx.delete(devicePairings).where(lte(devicePairings.expiresAt, instant));
}
