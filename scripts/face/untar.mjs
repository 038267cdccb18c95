import { gunzipSync } from 'node:zlib';

const BLOCK = 512;

/** @param {Buffer} header @param {number} from @param {number} length */
const field = (header, from, length) =>
  header.toString('utf8', from, from + length).replace(/\0.*$/s, '');

/**
 * Reads named files out of a .tgz. Only names asked for are looked at and nothing is written, so a hostile
 * archive cannot place files.
 * @param {Buffer} archive @param {string[]} names
 * @returns {Map<string, Buffer>} those of the names that are there
 */
export function readFromTgz(archive, names) {
  const tar = gunzipSync(archive, { maxOutputLength: 512 * 1024 * 1024 });
  /** @type {Map<string, Buffer>} */
  const found = new Map();
  for (let at = 0; at + BLOCK <= tar.length;) {
    const header = tar.subarray(at, at + BLOCK);
    const name = field(header, 0, 100);
    if (name === '') break;
    const size = parseInt(field(header, 124, 12), 8) || 0;
    if (names.includes(name)) found.set(name, tar.subarray(at + BLOCK, at + BLOCK + size));
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return found;
}
