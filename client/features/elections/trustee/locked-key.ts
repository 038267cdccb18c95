import { gcm } from '@noble/ciphers/aes.js';
import { scrypt } from '@noble/hashes/scrypt.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';
import { encode } from '../../../../models/belenios/json.ts';
import {
  type TrusteeSecret,
  decodeTrusteeSecret,
  trusteeGroup,
} from '../../../../models/belenios/trustee.ts';

// A trustee's share of the key as it lies in the browser and in the file that they keep: locked with a passphrase.
// WebCrypto has no scrypt, and is missing where a page comes over plain HTTP.

/** 64 MB and a second of a slow telephone for each guess. */
const cost = { N: 65_536, r: 8, p: 1 } as const;
const keyBytes = 32;
const saltBytes = 16;
const nonceBytes = 12;

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${2 * bytes}}$`));

export const LockedKey = z.object({
  kind: z.literal('nghi-truong.trustee-key'),
  version: z.literal(1),
  /** Of the election; each restart has another. */
  uuid: z.string().max(40),
  /** The trustee's, from 1. */
  place: z.number().int().min(1).max(9),
  pollId: z.string().max(60),
  /** For whoever finds the file. */
  question: z.string().max(4000),
  scrypt: z.object({ N: z.literal(cost.N), r: z.literal(cost.r), p: z.literal(cost.p) }),
  salt: hex(saltBytes),
  nonce: hex(nonceBytes),
  sealed: z
    .string()
    .regex(/^([0-9a-f]{2})+$/)
    .max(2000),
});
export type LockedKey = z.infer<typeof LockedKey>;
/** What the share is for. */
export type KeyPlace = Pick<LockedKey, 'uuid' | 'place' | 'pollId' | 'question'>;

const utf8 = new TextEncoder();

/** However a keyboard composes the signs of Vietnamese. */
const bytesOf = (passphrase: string) => utf8.encode(passphrase.normalize('NFKC'));

/** What the lock is bound to, so that no file passes for that of another election or trustee. */
const bound = ({ uuid, place }: Pick<LockedKey, 'uuid' | 'place'>) =>
  utf8.encode(`${uuid}|${place}`);

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));

/** Locks a share; takes a second. */
export function lockKey(secret: TrusteeSecret, passphrase: string, place: KeyPlace): LockedKey {
  const [salt, nonce] = [random(saltBytes), random(nonceBytes)];
  const key = scrypt(bytesOf(passphrase), salt, { ...cost, dkLen: keyBytes });
  const sealed = gcm(key, nonce, bound(place)).encrypt(utf8.encode(encode(secret)));
  return {
    kind: 'nghi-truong.trustee-key',
    version: 1,
    ...place,
    scrypt: cost,
    salt: bytesToHex(salt),
    nonce: bytesToHex(nonce),
    sealed: bytesToHex(sealed),
  };
}

/** @returns null for another passphrase, or a file that was changed */
export function unlockKey(locked: LockedKey, passphrase: string): TrusteeSecret | null {
  const key = scrypt(bytesOf(passphrase), hexToBytes(locked.salt), { ...cost, dkLen: keyBytes });
  try {
    const opened = gcm(key, hexToBytes(locked.nonce), bound(locked)).decrypt(
      hexToBytes(locked.sealed),
    );
    return decodeTrusteeSecret(trusteeGroup(), new TextDecoder().decode(opened));
  } catch {
    // The tag does not fit, of which noble tells by an Error like any other.
    return null;
  }
}

/** @returns null for what is no key file */
export function readKeyFile(text: string): LockedKey | null {
  try {
    return LockedKey.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** Which of the two a file is not for; null when it is right. */
export function fileProblem(
  { uuid, place, pollId }: LockedKey,
  own: Pick<LockedKey, 'uuid' | 'place' | 'pollId'>,
): 'election' | 'old' | 'person' | null {
  if (pollId !== own.pollId) return 'election';
  if (uuid !== own.uuid) return 'old';
  return place === own.place ? null : 'person';
}

export const keyFileName = ({ uuid, place }: Pick<LockedKey, 'uuid' | 'place'>): string =>
  `khoa-${place}-${uuid}.json`;
