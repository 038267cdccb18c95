import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Fraction, peoplesCommitteeRules } from '../../../../models/contracts/rules.ts';
import { countsOf, neededOf, quorumOf } from './rule-counts.ts';

it('[rules] a People’s Committee of 21 needs 14 present and 11 in favour', () => {
  expect(countsOf(21, peoplesCommitteeRules)).toEqual({ quorum: 14, ofAll: 11, ofQuorum: 8 });
});

const fraction = fc
  .tuple(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 100 }))
  .map(([a, b]): Fraction => ({ numerator: Math.min(a, b), denominator: Math.max(a, b) }));
const size = fc.integer({ min: 0, max: 5000 });

it('[rules] the quorum is the smallest number that is the fraction of all', () => {
  fc.assert(
    fc.property(size, fraction, (members, part) => {
      const quorum = quorumOf(members, part);
      expect(quorum * part.denominator).toBeGreaterThanOrEqual(members * part.numerator);
      expect((quorum - 1) * part.denominator).toBeLessThan(members * part.numerator || 1);
    }),
  );
});

it('[rules] “more than” is the smallest number above the fraction, “at least” the smallest not below', () => {
  fc.assert(
    fc.property(size, fraction, (of, part) => {
      const above = neededOf(of, { kind: 'more_than', fraction: part });
      expect(above * part.denominator).toBeGreaterThan(of * part.numerator);
      expect((above - 1) * part.denominator).toBeLessThanOrEqual(of * part.numerator);
      const least = neededOf(of, { kind: 'at_least', fraction: part });
      expect(least * part.denominator).toBeGreaterThanOrEqual(of * part.numerator);
    }),
  );
});
