/** Bytes of a secret that are looked for; fewer could be there by chance. */
const CHUNK = 24;
const CHUNKS = 12;
/** Digits of a number that are looked for. */
const DIGITS = 9;

/** A search for one secret, in bytes as they are and in every text that such bytes are usually written as. */
export interface Needles {
  bytes: Buffer[];
  texts: string[];
}

/** What betrays a picture: pieces of the file, and how any JPEG begins. */
export function needlesOfPicture(file: Uint8Array): Needles {
  const needles = needlesOfBytes(file);
  const starts = [0xe0, 0xe1, 0xdb].map((marker) => Buffer.from([0xff, 0xd8, 0xff, marker]));
  needles.bytes.push(...starts);
  needles.texts.push('/9j/4', '/9j/2', 'ffd8ffe', 'ffd8ffdb', '255,216,255', '"0":255,"1":216');
  return needles;
}

/** What betrays a descriptor: pieces of its memory, and its numbers written out. */
export function needlesOfVector(vector: Float32Array): Needles {
  const needles = needlesOfBytes(
    new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength),
  );
  for (const value of vector) {
    const text = Math.abs(value).toString();
    if (text.length > DIGITS && !text.includes('e')) needles.texts.push(text.slice(0, DIGITS + 2));
  }
  return needles;
}

function needlesOfBytes(secret: Uint8Array): Needles {
  const needles: Needles = { bytes: [], texts: [] };
  for (const chunk of chunksOf(secret)) {
    needles.bytes.push(chunk);
    needles.texts.push(chunk.toString('hex'), chunk.join(','));
    // Where the secret begins within the encoded text shifts how its bytes are grouped by three.
    for (const shift of [0, 1, 2]) {
      const whole = chunk.subarray(shift, shift + CHUNK - 3);
      needles.texts.push(whole.toString('base64'));
    }
  }
  return needles;
}

/** Evenly spread, without those that are much the same byte over and over. */
function chunksOf(secret: Uint8Array): Buffer[] {
  const step = Math.max(4, Math.floor((secret.length - CHUNK) / CHUNKS / 4) * 4);
  const chunks: Buffer[] = [];
  for (let at = 0; at + CHUNK <= secret.length; at += step) {
    const chunk = Buffer.from(secret.subarray(at, at + CHUNK));
    if (new Set(chunk).size > CHUNK / 2) chunks.push(chunk);
  }
  return chunks;
}

const isHex = (needle: string) => /^[0-9a-f]{6,}$/.test(needle);

/** @returns what of the secret is in the haystack, and nothing when it is clean */
export function findLeaks(haystack: Uint8Array, needles: readonly Needles[]): string[] {
  const bytes = Buffer.from(haystack.buffer, haystack.byteOffset, haystack.byteLength);
  const text = bytes.toString('latin1').replaceAll('-', '+').replaceAll('_', '/');
  const lower = text.toLowerCase();
  return needles.flatMap((needle) => [
    ...needle.bytes.filter((chunk) => bytes.includes(chunk)).map((chunk) => chunk.toString('hex')),
    ...needle.texts.filter((one) => (isHex(one) ? lower : text).includes(one)),
  ]);
}
