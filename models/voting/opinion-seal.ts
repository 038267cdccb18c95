import { canonicalJson } from './canonical-json.ts';
import { hashOf } from './ledger.ts';

/**
 * What the ledger holds of a written opinion: its SHA-256 together with a random salt, so that nobody can find a short
 * text by trying. Whoever has both, from a report, can show that the text was never changed.
 * @param salt random, of its own for each opinion; hex
 */
export const sealOf = (opinion: string, salt: string): string =>
  hashOf(canonicalJson({ opinion, salt }));
