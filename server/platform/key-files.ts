import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { SigningKey } from '../../models/contracts/ledger.ts';

// The master key and what stands beside it while it is exchanged. Every step leaves files from which the next start,
// of the server or of the exchange, can go on.

const masterBytes = 32;

/** The master key that is to take over, while the templates are sealed anew. */
export const nextFileOf = (file: string): string => `${file}.next`;
/** The replaced master key, until it is overwritten. */
const oldFileOf = (file: string): string => `${file}.old`;
/** Signing keys of earlier master keys: what was signed with them stays good for a while. */
const retiredFileOf = (file: string): string => `${file}.retired`;

/** The public keys of all that ever signed records here; they outlive their master keys. */
const signingKeysFileOf = (file: string): string => `${file}.signing-keys.json`;

/** @throws Error when the file does not hold a key */
export function readMaster(file: string): Buffer {
  const master = readFileSync(file);
  if (master.length !== masterBytes) throw new Error(`the key file must hold ${masterBytes} bytes`);
  return master;
}

/** The key in `file`, made now with access for the owner alone where there is none. */
export function readOrMakeMaster(file: string): Buffer {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  try {
    return writeNew(file, randomBytes(masterBytes));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return readMaster(file);
}

/** Puts the next master key in the place of the present one, in one step, then overwrites and removes the old one. */
export function replaceMaster(file: string): void {
  const old = oldFileOf(file);
  if (!existsSync(old)) linkSync(file, old);
  renameSync(nextFileOf(file), file);
  syncFolder(file);
  destroyOldMaster(file);
}

/** Ends what a replacement that was cut off has left; does nothing when there is nothing left. */
export function destroyOldMaster(file: string): void {
  const old = oldFileOf(file);
  if (!existsSync(old)) return;
  // Still the key in use under a second name: the replacement has not happened yet.
  if (statSync(old).ino !== statSync(file).ino) overwrite(old);
  unlinkSync(old);
  syncFolder(file);
}

const Retired = z.array(z.object({ signing: z.string(), until: z.iso.datetime() }));
type Retired = z.infer<typeof Retired>;

/** Signing keys that are still good at `now`. */
export function readRetired(file: string, now: string): Retired {
  const retired = retiredFileOf(file);
  if (!existsSync(retired)) return [];
  const all = Retired.parse(JSON.parse(readFileSync(retired, 'utf8')));
  return all.filter(({ until }) => until > now);
}

/** Keeps these and no others. */
export function writeRetired(file: string, all: Retired): void {
  const retired = retiredFileOf(file);
  exchange(retired, JSON.stringify(all), () => {
    if (existsSync(retired)) overwrite(retired);
  });
}

/** Puts a file in the place of another in one step. */
function exchange(file: string, text: string, before?: () => void): void {
  const fresh = `${file}.new`;
  if (existsSync(fresh)) unlinkSync(fresh);
  writeNew(fresh, Buffer.from(text));
  before?.();
  renameSync(fresh, file);
  syncFolder(file);
}

/** Of earlier and present master keys, the oldest first. */
function readSigningKeys(file: string): SigningKey[] {
  const list = signingKeysFileOf(file);
  return existsSync(list) ? z.array(SigningKey).parse(JSON.parse(readFileSync(list, 'utf8'))) : [];
}

/**
 * Remembers for good that this key signs here, so that its signatures are known after it was exchanged.
 * @returns all of them, the oldest first
 */
export function rememberSigningKey(file: string, { keyId, publicKey }: SigningKey): SigningKey[] {
  const known = readSigningKeys(file);
  if (known.some((one) => one.publicKey === publicKey)) return known;
  const all = [...known, { keyId, publicKey }];
  exchange(signingKeysFileOf(file), JSON.stringify(all));
  return all;
}

function writeNew(file: string, bytes: Buffer): Buffer {
  const descriptor = openSync(file, 'wx', 0o600);
  writeSync(descriptor, bytes);
  fsyncSync(descriptor);
  closeSync(descriptor);
  syncFolder(file);
  return bytes;
}

function overwrite(file: string): void {
  const descriptor = openSync(file, 'r+');
  writeSync(descriptor, randomBytes(statSync(file).size), 0, undefined, 0);
  fsyncSync(descriptor);
  closeSync(descriptor);
}

/** A name is on disk only when its folder is. */
function syncFolder(file: string): void {
  const descriptor = openSync(dirname(file), 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
}
