import { createReadStream } from 'node:fs';
import type { Block } from '../../sfu/recording/matroska.ts';

const ids = { segment: 0x18538067, cluster: 0x1f43b675, time: 0xe7, block: 0xa3 };
/** Elements that are looked into; all others are skipped as a whole. */
const opened = new Set([ids.segment, ids.cluster]);
const longestId = 4;
/** Track number, time and flags of a simple block, as our recorder writes it. */
const blockHead = 4;

/**
 * The blocks of a Matroska file as our recorder writes it: one track, no lacing. Ends where the file breaks off.
 * However long the file is, little of it is held.
 */
export async function* blocksOf(file: string): AsyncGenerator<Block> {
  let held = Buffer.alloc(0);
  let skip = 0;
  let start = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) {
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    let at = 0;
    for (;;) {
      const skipped = Math.min(skip, held.length - at);
      [at, skip] = [at + skipped, skip - skipped];
      // A power cut may leave zeros, which are nothing.
      if (skip === 0 && lengthAt(held, at) > longestId) return;
      const head = skip > 0 ? null : readHead(held, at);
      if (head === null) break;
      const { id, size, content } = head;
      if (opened.has(id)) at = content;
      else if (id !== ids.time && id !== ids.block) [at, skip] = [content, size];
      else if (content + size > held.length) break;
      else {
        const bytes = held.subarray(content, content + size);
        at = content + size;
        if (id === ids.time) start = numberIn(bytes);
        else yield blockIn(bytes, start);
      }
    }
    held = held.subarray(at);
  }
}

const blockIn = (bytes: Buffer, start: number): Block => ({
  at: start + bytes.readInt16BE(1),
  key: ((bytes[3] ?? 0) & 0x80) !== 0,
  data: bytes.subarray(blockHead),
});

/** @returns null when the bytes end before the content */
function readHead(bytes: Buffer, at: number): { id: number; size: number; content: number } | null {
  const idLength = lengthAt(bytes, at);
  const sizeLength = lengthAt(bytes, at + idLength);
  const content = at + idLength + sizeLength;
  if (idLength === 0 || sizeLength === 0 || content > bytes.length) return null;
  const [first = 0, ...rest] = bytes.subarray(at + idLength, content);
  // Without the marker that tells the length: with it, long sizes would lose digits.
  const size = numberIn([first & (0xff >> sizeLength), ...rest]);
  return { id: bytes.readUIntBE(at, idLength), size, content };
}

/** As the number of leading zeros of the first byte tells; 0 behind the end. */
const lengthAt = (bytes: Buffer, at: number): number =>
  at < bytes.length ? Math.clz32(bytes[at] ?? 0) - 23 : 0;

const numberIn = (bytes: readonly number[] | Buffer): number =>
  [...bytes].reduce((sum, byte) => sum * 256 + byte, 0);
