import { FormatError } from '../json.ts';

/**
 * The old-style tar of section 4.4, byte for byte as belenios-tool writes it: no user, no "ustar", one time for all files,
 * and nothing after the last file, so that an archive grows by appending. A header that is not exactly the one we would write
 * is refused.
 */

export interface TarFile {
  name: string;
  content: Uint8Array;
}

const BLOCK = 512;
const NAME_LENGTH = 100;
const CHECKSUM_AT = 148;
const ascii = new TextEncoder();

const octal = (value: number, digits: number) => value.toString(8).padStart(digits, '0');

function headerOf(name: string, size: number, time: number): Uint8Array {
  const header = new Uint8Array(BLOCK);
  const put = (at: number, value: string) => header.set(ascii.encode(value), at);
  put(0, name);
  put(100, '0000644\0');
  put(108, '0000000\0');
  put(116, '0000000\0');
  put(124, `${octal(size, 11)}\0`);
  put(136, `${octal(time, 11)}\0`);
  // The checksum counts its own place as spaces.
  put(CHECKSUM_AT, '        ');
  put(156, '0');
  const sum = header.reduce((total, byte) => total + byte, 0);
  put(CHECKSUM_AT, `${octal(sum, 6)}\0 `);
  return header;
}

const padded = (size: number) => Math.ceil(size / BLOCK) * BLOCK;

/** The bytes to append for these files. @param time seconds since 1970, the same for all files of an archive */
export function tarOf(files: readonly TarFile[], time: number): Uint8Array {
  const length = files.reduce((sum, { content }) => sum + BLOCK + padded(content.length), 0);
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const { name, content } of files) {
    bytes.set(headerOf(name, content.length, time), at);
    bytes.set(content, at + BLOCK);
    at += BLOCK + padded(content.length);
  }
  return bytes;
}

function readName(header: Uint8Array): string {
  const end = header.indexOf(0);
  const name = header.subarray(0, end < 0 || end > NAME_LENGTH ? NAME_LENGTH : end);
  return String.fromCharCode(...name);
}

function readOctal(header: Uint8Array, at: number): number {
  return Number.parseInt(String.fromCharCode(...header.subarray(at, at + 11)), 8);
}

const same = (one: Uint8Array, other: Uint8Array) =>
  one.length === other.length && one.every((byte, at) => byte === other[at]);

export interface Tar {
  files: TarFile[];
  /** Of all files, seconds since 1970. */
  time: number;
}

/** @throws {FormatError} when a byte is not as it should be, or files have different times */
export function readTar(bytes: Uint8Array): Tar {
  const time = bytes.length < BLOCK ? Number.NaN : readOctal(bytes, 136);
  const files: TarFile[] = [];
  let at = 0;
  while (at < bytes.length) {
    const header = bytes.subarray(at, at + BLOCK);
    const name = header.length === BLOCK ? readName(header) : '';
    const size = readOctal(header, 124);
    const where = `file ${files.length + 1} at byte ${at}`;
    if (!(size >= 0) || !(time >= 0) || !same(header, headerOf(name, size, time))) {
      throw new FormatError(`${where}: not a header of this archive`);
    }
    const start = at + BLOCK;
    const end = start + padded(size);
    if (end > bytes.length) throw new FormatError(`${where}: cut short`);
    if (bytes.subarray(start + size, end).some((byte) => byte !== 0)) {
      throw new FormatError(`${where}: something follows the content`);
    }
    files.push({ name, content: bytes.subarray(start, start + size) });
    at = end;
  }
  return { files, time };
}
