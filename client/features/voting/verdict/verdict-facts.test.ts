import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../../../models/contracts/verdict.ts';
import { carried, elected, ranked, ruleSet } from '../testing/verdicts.ts';
import { chartsOf, isUnanimous } from './verdict-facts.ts';

const counts = fc.record({ for: fc.nat(500), against: fc.nat(500), abstain: fc.nat(500) });

describe('chartsOf', () => {
  it('[chart] the bar in favour reaches the mark exactly when the count reaches what is needed', () => {
    fc.assert(
      fc.property(
        counts,
        fc.nat(500),
        fc.nat(1500),
        fc.integer({ min: 1, max: 900 }),
        (c, notVoted, size, needed) => {
          const denominator = { kind: 'all', size } as const;
          const [chart] = chartsOf({ ...carried, counts: c, notVoted, denominator, needed });
          const [bar] = chart?.bars ?? [];
          const length = (bar?.parts ?? []).reduce((sum, part) => sum + part.length, 0);
          expect(length >= (chart?.neededAt ?? Number.NaN)).toBe(c.for >= needed);
        },
      ),
    );
  });

  it('[chart] no bar leaves the scale, each keeps its own count, and deemed answers are a part of it', () => {
    fc.assert(
      fc.property(counts, fc.nat(500), fc.nat(500), fc.nat(1500), (c, silent, deemed, size) => {
        const denominator = { kind: 'valid', size } as const;
        const rules = { ...ruleSet, silence: 'deemed_for' as const };
        const [chart] = chartsOf({
          ...carried,
          ruleSet: rules,
          counts: { ...c, for: c.for + deemed },
          notVoted: silent + deemed,
          deemed,
          denominator,
        });
        expect(chart?.bars.map(({ votes }) => votes)).toEqual([
          c.for + deemed,
          c.against,
          c.abstain,
          silent,
        ]);
        for (const { parts } of chart?.bars ?? []) {
          const length = parts.reduce((sum, part) => sum + part.length, 0);
          expect(length).toBeGreaterThanOrEqual(0);
          expect(length).toBeLessThanOrEqual(1 + Number.EPSILON * 4);
        }
        const given = chart?.bars[0]?.parts[0]?.length ?? 0;
        const added = chart?.bars[0]?.parts[1]?.length ?? 0;
        if (deemed > 0) expect(added * c.for).toBeCloseTo(given * deemed, 6);
        else expect(added).toBe(0);
      }),
    );
  });

  it('[chart] options stand in the order of the paper, those of a count of rankings in that of votes', () => {
    expect(chartsOf(elected)[0]?.bars.map(({ id }) => id)).toEqual([1, 2, 3, 'blank', 'notVoted']);
    const rounds = chartsOf(ranked);
    expect(rounds.map(({ id }) => id)).toEqual(['firstRound', 'secondRound']);
    expect(rounds[0]?.bars.map(({ id }) => id)).toEqual([3, 2, 1, 'spent']);
    expect(rounds[1]?.bars.filter(({ passed }) => passed).map(({ id }) => id)).toEqual([2]);
  });
});

const bothGot = (votes: number, cast: number): Verdict => ({
  ...elected,
  cast,
  options: [1, 2].map((key) => ({ key, votes, passed: false })),
});

describe('isUnanimous', () => {
  it('[secret] says so exactly when all ballots hold the same answer', () => {
    fc.assert(
      fc.property(counts, (c) => {
        const cast = c.for + c.against + c.abstain;
        const sides = Object.values(c).filter((votes) => votes > 0).length;
        expect(isUnanimous({ ...carried, counts: c, cast })).toBe(sides === 1);
      }),
    );
  });

  it('[secret] as many votes for two options is not one mind, all votes for both is', () => {
    expect(isUnanimous(bothGot(3, 6))).toBe(false);
    expect(isUnanimous(bothGot(6, 6))).toBe(true);
  });
});
