import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import { existsSync } from 'node:fs';
import type { SigningKey } from '../../models/contracts/ledger.ts';
import {
  nextFileOf,
  readMaster,
  readOrMakeMaster,
  readRetired,
  rememberSigningKey,
} from './key-files.ts';
import { type Signer, signerOf } from './signer.ts';

/** Derived from the master key, one for each purpose, so that no use weakens another. */
export interface Keys {
  /** Names the key that seals, so that what another key sealed can be told apart. */
  keyId: string;
  /** AES-256-GCM: 12 bytes nonce, 16 bytes tag, ciphertext. `context` must be the same to open. */
  seal(plain: Uint8Array, context: string): Buffer;
  /**
   * @param keyId of the key that sealed it, when that is not the present one
   * @throws when the key, the context or a byte is wrong
   */
  open(sealed: Uint8Array, context: string, keyId?: string): Buffer;
  /** Whether what this key sealed can be opened: the present one, and the next while it is exchanged. */
  canOpen(keyId: string): boolean;
  /** An exchange of the master key was cut off and waits to be ended. */
  isBeingExchanged: boolean;
  /** HMAC-SHA-256 over the parts, base64url; `purpose` keeps uses apart. */
  mac(purpose: string, ...parts: string[]): string;
  /** Whether `given` is what `mac` gives, or gave before the master key was exchanged. */
  isMac(given: string, purpose: string, ...parts: string[]): boolean;
  /** What `mac` gives, and after it what it gave before the master key was exchanged. */
  macs(purpose: string, ...parts: string[]): string[];
  /** Signs the records of votes. */
  signer: Signer;
  /** With which records are and were signed: the present one first, then the newest before. */
  signingKeys: SigningKey[];
}

const nonceBytes = 12;
const tagBytes = 16;

/**
 * The keys of this server, from the master key in `file`, which is made at the first start with access for the
 * owner alone. Losing it loses the face templates and makes invitations that were
 * printed before useless, and nothing else.
 * @param now tells which signing keys of earlier master keys are still good
 */
export function loadKeys(file: string, now = new Date().toISOString()): Keys {
  const own = keysOf(readOrMakeMaster(file), signersOf(file, now));
  const known = rememberSigningKey(file, own.signer);
  const earlier = known.filter(({ keyId }) => keyId !== own.signer.keyId).toReversed();
  const keys = { ...own, signingKeys: [...own.signingKeys, ...earlier] };
  const next = nextFileOf(file);
  if (!existsSync(next)) return keys;
  const following = keysOf(readMaster(next));
  return {
    ...keys,
    open: (sealed, context, keyId = keys.keyId) =>
      (keyId === following.keyId ? following : keys).open(sealed, context),
    canOpen: (keyId) => keyId === keys.keyId || keyId === following.keyId,
    isBeingExchanged: true,
  };
}

/** The keys of one master key, and of `earlier` ones only what they signed. */
export function keysOf(master: Buffer, earlier: readonly Buffer[] = []): Keys {
  const sealing = derive(master, 'seal');
  const signing = signingKeyOf(master);
  const signer = signerOf(derive(master, 'sign-records'));
  const keyId = createHash('sha256').update(sealing).digest('hex').slice(0, 16);
  return {
    keyId,
    seal(plain, context) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce).setAAD(Buffer.from(context));
      const body = Buffer.concat([cipher.update(plain), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]);
    },
    open(sealed, context) {
      const bytes = Buffer.from(sealed);
      const nonce = bytes.subarray(0, nonceBytes);
      const tag = bytes.subarray(nonceBytes, nonceBytes + tagBytes);
      const decipher = createDecipheriv('aes-256-gcm', sealing, nonce, { authTagLength: tagBytes })
        .setAAD(Buffer.from(context))
        .setAuthTag(tag);
      return Buffer.concat([
        decipher.update(bytes.subarray(nonceBytes + tagBytes)),
        decipher.final(),
      ]);
    },
    canOpen: (id) => id === keyId,
    isBeingExchanged: false,
    signer,
    signingKeys: [{ keyId: signer.keyId, publicKey: signer.publicKey }],
    mac: (purpose, ...parts) => sign(signing, [purpose, ...parts]),
    isMac: (given, purpose, ...parts) =>
      [signing, ...earlier].some((key) => isSame(given, sign(key, [purpose, ...parts]))),
    macs: (purpose, ...parts) => [signing, ...earlier].map((key) => sign(key, [purpose, ...parts])),
  };
}

/** Signs, and cannot open anything: it may outlive its master key. */
export const signingKeyOf = (master: Buffer): Buffer => derive(master, 'mac');

const signersOf = (file: string, now: string): Buffer[] =>
  readRetired(file, now).map(({ signing }) => Buffer.from(signing, 'base64url'));

const sign = (key: Buffer, parts: string[]): string =>
  createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url');

function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}

const derive = (master: Buffer, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', master, 'nghi-truong', purpose, 32));
