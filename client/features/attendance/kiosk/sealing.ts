import type { Id } from '../../../../models/ids.ts';

/** Someone who stood before a kiosk that was cut off. */
export interface Attempt {
  /** Names it to the server, so that it counts once however often it is sent. */
  id: Id;
  meetingId: Id;
  /** By the server's clock, as far as the kiosk knows it. */
  at: string;
  sign: { frames: Uint8Array<ArrayBuffer>[] } | { code: string };
}

const nonceBytes = 12;
const lengthBytes = 4;

/** A key that this page can use and nobody can read out of the browser. @param base64 of 256 bits */
export function importKey(base64: string): Promise<CryptoKey> {
  const raw = Uint8Array.from(atob(base64), (one) => one.codePointAt(0) ?? 0);
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/** AES-256-GCM over the whole attempt: nonce and ciphertext in one. */
export async function seal(key: CryptoKey, attempt: Attempt): Promise<Uint8Array<ArrayBuffer>> {
  const iv = crypto.getRandomValues(new Uint8Array(nonceBytes));
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, pack(attempt));
  return joined([iv, new Uint8Array(sealed)]);
}

/** @throws when the key or a byte is wrong */
export async function unseal(key: CryptoKey, sealed: Uint8Array<ArrayBuffer>): Promise<Attempt> {
  const iv = sealed.slice(0, nonceBytes);
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, sealed.slice(nonceBytes));
  return unpack(new Uint8Array(plain));
}

/** Length of the head, the head as JSON, then the pictures one after the other. */
function pack({ sign, ...facts }: Attempt): Uint8Array<ArrayBuffer> {
  const frames = 'frames' in sign ? sign.frames : [];
  const code = 'code' in sign ? sign.code : null;
  const sizes = frames.map(({ byteLength }) => byteLength);
  const head = new TextEncoder().encode(JSON.stringify({ ...facts, code, sizes }));
  const length = new Uint8Array(lengthBytes);
  new DataView(length.buffer).setUint32(0, head.byteLength);
  return joined([length, head, ...frames]);
}

interface Head {
  id: Id;
  meetingId: Id;
  at: string;
  code: string | null;
  sizes: number[];
}

function unpack(bytes: Uint8Array<ArrayBuffer>): Attempt {
  const end = lengthBytes + new DataView(bytes.buffer).getUint32(0);
  const head: Head = JSON.parse(new TextDecoder().decode(bytes.subarray(lengthBytes, end)));
  const { code, sizes, ...facts } = head;
  if (code !== null) return { ...facts, sign: { code } };
  let from = end;
  const frames = sizes.map((size) => bytes.slice(from, (from += size)));
  return { ...facts, sign: { frames } };
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}
