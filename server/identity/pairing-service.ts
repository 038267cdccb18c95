import { randomBytes } from 'node:crypto';
import type { PairedKind } from '../../models/contracts/identity.ts';
import { AppError } from '../../models/errors.ts';
import { type Id, newId } from '../../models/ids.ts';
import type { Identity } from '../platform/caller.ts';
import { after, hours, minutes } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import type { IdentityDeps } from './deps.ts';
import {
  findDevice,
  findPairing,
  findPairingByCode,
  forgetPairingsBefore,
  insertPairing,
  savePairing,
} from './devices-store.ts';
import { pairingCodeOf, shownPairingCode } from './rules.ts';
import { endSession, insertSession } from './sessions-store.ts';
import type { NewSession } from './sessions-service.ts';
import { hashToken, newToken } from './tokens.ts';

const codeLifetime = minutes(10);
const deviceSessionLifetime = hours(24 * 365);

type Claim = { state: 'waiting' } | ({ state: 'confirmed' } & NewSession);

/** The device's side of pairing: it asks, shows a code, and learns that it was confirmed. */
export function createPairingService(deps: IdentityDeps) {
  const { database, clock, keys, limits } = deps;
  return {
    /** A code that is good for ten minutes and once. @throws AppError `too_many_requests` */
    async startPairing(kind: PairedKind, address: string) {
      await limits.startPairing(address);
      const code = pairingCodeOf(randomBytes(8));
      const secret = newToken();
      const expiresAt = after(clock.now(), codeLifetime);
      const id = newId();
      await database.write(async (tx) => {
        await forgetPairingsBefore(tx, clock.now());
        await insertPairing(tx, {
          id,
          kind,
          codeHash: codeHashOf(keys, code),
          secretHash: hashToken(secret),
          expiresAt,
          deviceId: null,
          claimedAt: null,
        });
      });
      return { pairingId: id, code: shownPairingCode(code), secret, expiresAt };
    },

    /**
     * Says `confirmed` once, with the session of the device; an earlier session of the same browser ends.
     * @throws AppError `pairing_code_unknown`, `device_revoked` or `too_many_requests`
     */
    async claimPairing(
      caller: Identity,
      pairingId: Id,
      secret: string,
      address: string,
    ): Promise<Claim> {
      await limits.claimPairing(address);
      const pairing = await findPairing(database.read, pairingId);
      if (pairing === undefined || pairing.secretHash !== hashToken(secret))
        throw new AppError('pairing_code_unknown');
      if (pairing.deviceId === null && pairing.expiresAt > clock.now()) return { state: 'waiting' };
      return database.write((tx) => claim(tx, deps, pairingId, caller));
    },
  };
}

/** Under the server's key: eight characters alone could be found by trying all. */
const codeHashOf = (keys: IdentityDeps['keys'], code: string) => keys.mac('pairing code', code);

/**
 * Uses up a code; the device then has as long to claim it as it had to be confirmed.
 * @throws AppError `pairing_code_unknown`
 */
export async function confirmCode(
  tx: Db,
  { clock, keys }: IdentityDeps,
  code: string,
  makeDevice: (kind: PairedKind) => Promise<Id>,
): Promise<PairedKind> {
  const pairing = await findPairingByCode(tx, codeHashOf(keys, code));
  if (pairing === undefined || pairing.deviceId !== null || pairing.expiresAt <= clock.now())
    throw new AppError('pairing_code_unknown');
  const deviceId = await makeDevice(pairing.kind);
  await savePairing(tx, pairing.id, { deviceId, expiresAt: after(clock.now(), codeLifetime) });
  return pairing.kind;
}

async function claim(
  tx: Db,
  { clock }: IdentityDeps,
  pairingId: Id,
  { device: earlier }: Identity,
): Promise<Claim> {
  const now = clock.now();
  const pairing = await findPairing(tx, pairingId);
  if (!pairing?.deviceId || pairing.claimedAt !== null || pairing.expiresAt <= now)
    throw new AppError('pairing_code_unknown');
  const { deviceId } = pairing;
  const device = await findDevice(tx, deviceId);
  if (device === undefined || device.revokedAt !== null) throw new AppError('device_revoked');
  const token = newToken();
  const expiresAt = after(now, deviceSessionLifetime);
  if (earlier !== null) await endSession(tx, earlier.sessionId);
  await insertSession(tx, {
    id: newId(),
    deviceId,
    tokenHash: hashToken(token),
    createdAt: now,
    expiresAt,
  });
  await savePairing(tx, pairingId, { claimedAt: now });
  return { state: 'confirmed', token, expiresAt };
}
