import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';

/** SHA-256 of bytes, or of the UTF-8 of a text, in hexadecimal. */
export type Sha256 = (data: string | Uint8Array) => string;

const utf8 = new TextEncoder();

export const sha256Hex: Sha256 = (data) =>
  bytesToHex(sha256(typeof data === 'string' ? utf8.encode(data) : data));

/** HJSON of section 4.15: Base64 of the SHA-256 without padding; fingerprints of elections and trackers of ballots. */
export const jsonHash = (serialization: string, hash: Sha256 = sha256Hex): string =>
  base64Of(hash(serialization));

/** HJSON of what has this SHA-256, given in hexadecimal. */
export const base64Of = (hex: string): string =>
  btoa(String.fromCharCode(...hexToBytes(hex))).replace(/=+$/, '');
