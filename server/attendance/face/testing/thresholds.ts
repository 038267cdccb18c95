import type { Thresholds } from '../types.ts';

/** As shipped, of an embedder that makes whatever vectors a test likes. */
export const thresholds: Thresholds = {
  embedder: 'a@1',
  verify: 1,
  identify: 0.95,
  identifyLarge: 0.9,
  largeRoll: 1000,
  margin: 0.08,
  doubt: 0.1,
  confirm: false,
};
