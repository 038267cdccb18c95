import { readFileSync } from 'node:fs';

const hexKey = /^[0-9a-f]{64}$/i;
/** 32 bytes. */
const base64urlKey = /^[\w-]{43}$/;

/**
 * Public keys as people hand them on: one in hex or base64url, or a file with one or several of them, as text or in any
 * JSON.
 * @returns base64url; none when there is none
 */
export function publicKeysIn(given: string): string[] {
  const own = keyOf(given);
  if (own !== null) return [own];
  try {
    const words = readFileSync(given, 'utf8').match(/[\w-]+/g) ?? [];
    return words.map(keyOf).filter((key) => key !== null);
  } catch {
    return [];
  }
}

function keyOf(word: string): string | null {
  if (hexKey.test(word)) return Buffer.from(word, 'hex').toString('base64url');
  return base64urlKey.test(word) ? word : null;
}
