import { pbkdf2 } from '@noble/hashes/pbkdf2.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Group } from './group.ts';
import { type Read, FormatError, listOf, text } from './json.ts';
import { BASE58, randomToken } from './random.ts';

/** Credentials of voters (section 4.8). */

const CREDENTIAL = /^[1-9A-HJ-NP-Za-km-z]{15}$/;
const RANDOM_CHARACTERS = 14;

function checksumOf(characters: string): string {
  let number = 0n;
  for (const character of characters) number = number * 58n + BigInt(BASE58.indexOf(character));
  return BASE58.charAt(Number(53n - (number % 53n)));
}

const compact = (credential: string) => credential.replaceAll('-', '');

/** A fresh secret credential, XXX-XXX-XXX-XXX-XXX; the last character is a checksum. */
export function createCredential(): string {
  const random = randomToken(RANDOM_CHARACTERS);
  return (random + checksumOf(random)).replace(/(.{3})(?=.)/g, '$1-');
}

/** Whether a credential was typed without an error, with or without hyphens. */
export function isCredential(credential: string): boolean {
  const characters = compact(credential);
  if (!CREDENTIAL.test(characters)) return false;
  return checksumOf(characters.slice(0, RANDOM_CHARACTERS)) === characters.at(-1);
}

/**
 * The exponent s that signs for a credential in one election. The credential is taken as it is written: the same
 * characters with hyphens and without are two credentials.
 * @throws {RangeError} when it is no credential
 */
export function secretOf(group: Group, uuid: string, credential: string): bigint {
  if (!isCredential(credential)) throw new RangeError('not a credential');
  const bytes = pbkdf2(sha256, credential, uuid, { c: 1000, dkLen: 32 });
  return group.modQ(BigInt(`0x${bytesToHex(bytes)}`));
}

/** The public credential g^s. */
export function publicCredential(group: Group, uuid: string, credential: string): bigint {
  return group.powerOfG(secretOf(group, uuid, credential));
}

/** One line of the list of voters. */
export interface PublicCredential {
  credential: bigint;
  /** How often a ballot of this credential counts; 1 where nothing is said. */
  weight: bigint;
}

const LINE = /^(0|[1-9][0-9]*)(?:,((?:0|[1-9][0-9]*)?)(?:,.*)?)?$/s;
const LONGEST = 2000;

/**
 * "credential", "credential,weight", or, as belenios-tool 2.0 writes it and the specification does not say, "credential,
 * weight or nothing, name of the voter".
 */
const readLine: Read<PublicCredential> = (value, at) => {
  const line = text(value, at);
  const [, credential, weight] = (line.length <= LONGEST && LINE.exec(line)) || [];
  if (credential === undefined) throw new FormatError(`${at}: not a public credential`);
  return { credential: BigInt(credential), weight: weight ? BigInt(weight) : 1n };
};

/** Reads the list; whether each is an element of the group is another question. */
export const readCredentials = listOf(readLine);

/** The list to publish, sorted, so that its order says nothing about who got which. */
export function publicCredentialList(credentials: readonly bigint[]): string[] {
  return credentials.map(String).toSorted();
}
