import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';

/** Everything in tar comes in blocks of so many bytes. */
const block = 512;
/** The largest size that fits the header in octal digits; beyond it GNU's binary form is written. */
const largestOctal = 0o77777777777;

interface Entry {
  name: string;
  path: string;
  size: number;
  /** Seconds since 1970. */
  changed: number;
}

interface Archive {
  bytes: number;
  open(): Readable;
}

/**
 * All files below a folder as one tar archive (POSIX ustar), written while it is read: it takes no room on the disk.
 * @param isWanted by the name below the folder
 */
export async function archiveOf(
  folder: string,
  isWanted: (name: string) => boolean,
): Promise<Archive> {
  const entries: Entry[] = [];
  for (const name of (await readdir(folder, { recursive: true })).toSorted()) {
    const path = join(folder, name);
    const found = await stat(path);
    if (!found.isFile() || !isWanted(name)) continue;
    entries.push({ name, path, size: found.size, changed: Math.floor(found.mtimeMs / 1000) });
  }
  const bytes = entries.reduce((sum, { size }) => sum + block + size + paddingOf(size), 2 * block);
  return { bytes, open: () => Readable.from(write(entries)) };
}

async function* write(entries: readonly Entry[]): AsyncGenerator<Buffer> {
  for (const entry of entries) {
    yield headOf(entry);
    if (entry.size === 0) continue;
    for await (const chunk of createReadStream(entry.path, { end: entry.size - 1 })) yield chunk;
    yield Buffer.alloc(paddingOf(entry.size));
  }
  yield Buffer.alloc(2 * block);
}

const paddingOf = (size: number): number => (block - (size % block)) % block;

function headOf({ name, size, changed }: Entry): Buffer {
  const head = Buffer.alloc(block);
  const octal = (value: number, at: number, digits: number) =>
    head.write(value.toString(8).padStart(digits, '0'), at, 'latin1');
  head.write(name, 0, 100, 'utf8');
  octal(0o600, 100, 7);
  octal(0, 108, 7);
  octal(0, 116, 7);
  if (size <= largestOctal) octal(size, 124, 11);
  else {
    head[124] = 0x80;
    head.writeBigUInt64BE(BigInt(size), 128);
  }
  octal(changed, 136, 11);
  head.write('0', 156, 'latin1');
  head.write('ustar\u000000', 257, 'latin1');
  // The sum is taken with spaces in its own place.
  head.fill(' ', 148, 156);
  const sum = head.reduce((total, byte) => total + byte, 0);
  head.write(`${sum.toString(8).padStart(6, '0')}\u0000 `, 148, 'latin1');
  return head;
}
