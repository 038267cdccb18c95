import type { Fraction, Threshold } from '../contracts/rules.ts';

// Whole-number arithmetic only, so that no rounding decides a vote.

const floorOf = (n: number, { numerator, denominator }: Fraction): number =>
  (n * numerator - ((n * numerator) % denominator)) / denominator;
const ceilOf = (n: number, fraction: Fraction): number =>
  floorOf(n, fraction) + ((n * fraction.numerator) % fraction.denominator === 0 ? 0 : 1);

/** How many of all members must be present: `ceil(members × fraction)`. */
export const quorumNeeded = (members: number, fraction: Fraction): number =>
  ceilOf(members, fraction);

/**
 * The votes that reach a threshold of a whole: more than a/b of n is `floor(n·a/b) + 1`, at least a/b of n is
 * `ceil(n·a/b)`; never none, for nothing is carried without a single vote for it.
 * @returns null where no part is asked for and the most votes decide
 */
export function votesNeeded(n: number, threshold: Threshold): number | null {
  if (threshold.kind === 'relative') return null;
  if (threshold.kind === 'more_than') return floorOf(n, threshold.fraction) + 1;
  return Math.max(1, ceilOf(n, threshold.fraction));
}
