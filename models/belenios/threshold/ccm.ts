import { cbc, ctr } from '@noble/ciphers/aes.js';

/**
 * AES in CCM mode (RFC 3610), which WebCrypto lacks, from the two modes that it is made of: CBC for the tag, CTR for the text. With
 * the parameters that belenios-tool takes and the specification leaves open: a tag of 8 bytes, and of the
 * initialization vector as many bytes as the length of the message leaves room for (13 below 64 kB).
 */

const BLOCK = 16;
const TAG = 8;

function concat(...parts: Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

const lengthBytes = (length: number) => (length < 1 << 16 ? 2 : 3);

/** Flags, nonce and a number in one block. */
function blockOf(flags: number, iv: Uint8Array, number: number, width: number): Uint8Array {
  const block = new Uint8Array(BLOCK);
  block[0] = flags;
  block.set(iv.subarray(0, BLOCK - 1 - width), 1);
  for (let at = 0; at < width; at += 1) block[BLOCK - 1 - at] = (number >>> (8 * at)) & 255;
  return block;
}

function macOf(key: Uint8Array, iv: Uint8Array, message: Uint8Array): Uint8Array {
  const width = lengthBytes(message.length);
  const first = blockOf(((TAG - 2) / 2) * 8 + width - 1, iv, message.length, width);
  const fill = new Uint8Array((BLOCK - (message.length % BLOCK)) % BLOCK);
  const mac = cbc(key, new Uint8Array(BLOCK), { disablePadding: true }).encrypt(
    concat(first, message, fill),
  );
  return mac.slice(-BLOCK, -BLOCK + TAG);
}

/** The key stream's first block hides the tag, the others the text. */
function mask(key: Uint8Array, iv: Uint8Array, tag: Uint8Array, message: Uint8Array) {
  const width = lengthBytes(message.length);
  const start = blockOf(width - 1, iv, 0, width);
  const head = concat(tag, new Uint8Array(BLOCK - TAG));
  const masked = ctr(key, start).encrypt(concat(head, message));
  return { tag: masked.slice(0, TAG), message: masked.slice(BLOCK) };
}

/** @returns the encrypted message and after it the tag */
export function encryptCcm(key: Uint8Array, iv: Uint8Array, message: Uint8Array): Uint8Array {
  const masked = mask(key, iv, macOf(key, iv, message), message);
  return concat(masked.message, masked.tag);
}

/** @returns null when the tag is not that of the message */
export function decryptCcm(key: Uint8Array, iv: Uint8Array, data: Uint8Array): Uint8Array | null {
  if (data.length < TAG) return null;
  const { tag, message } = mask(key, iv, data.subarray(-TAG), data.subarray(0, -TAG));
  const expected = macOf(key, iv, message);
  const differences = expected.reduce((bits, byte, at) => bits | (byte ^ (tag[at] ?? 0)), 0);
  return differences === 0 ? message : null;
}
