import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

const utf8 = new TextEncoder();

export function sha256Hex(data: string | Uint8Array): string {
  return bytesToHex(sha256(typeof data === 'string' ? utf8.encode(data) : data));
}

/** The 256-bit big-endian number that every challenge is made from. */
export function hashToNumber(text: string): bigint {
  return BigInt(`0x${sha256Hex(text)}`);
}

/** HJSON of section 4.15: Base64 of the SHA-256 without padding; fingerprints of elections and trackers of ballots. */
export function jsonHash(serialization: string): string {
  const bytes = sha256(utf8.encode(serialization));
  return btoa(String.fromCharCode(...bytes)).replace(/=+$/, '');
}
