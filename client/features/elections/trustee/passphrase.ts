/** Signs that a passphrase has at least. */
export const leastSigns = 10;

type Strength = 'weak' | 'fair' | 'strong';

/**
 * A hint, no measure: length counts, and whether signs repeat. Against guessing works that each guess takes a second and that
 * the locked share must be stolen first.
 */
export function strengthOf(passphrase: string): Strength {
  const signs = [...passphrase.normalize('NFKC')];
  const words = passphrase.trim().split(/[\s\-_.,]+/);
  const different = new Set(signs).size;
  if (signs.length < leastSigns || different < 5) return 'weak';
  const isLong = signs.length >= 20 || (words.length >= 4 && signs.length >= 14);
  return isLong && different >= 8 ? 'strong' : 'fair';
}
