import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockText, endAt, secondsLeft, timingAt } from './timing.ts';

const start = Date.parse('2025-11-22T01:40:00.000Z');
const since = new Date(start).toISOString();

const at = (allottedSeconds: number, spent: number) =>
  timingAt({ allottedSeconds, spokenMs: spent * 1000, since: null }, start).phase;

describe('timingAt', () => {
  it('[floor] time spent and time left always make up the time given', () => {
    fc.assert(
      fc.property(fc.nat(7200), fc.nat(7_200_000), fc.nat(7_200_000), (allotted, spoken, later) => {
        const timing = { allottedSeconds: allotted, spokenMs: spoken, since };
        const { spentMs, leftMs, share, phase } = timingAt(timing, start + later);
        expect(spentMs + (leftMs ?? Number.NaN)).toBe(allotted * 1000);
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
        expect(phase === 'over').toBe(spentMs >= allotted * 1000);
      }),
    );
  });

  it('[floor] a clock that stands does not move', () => {
    fc.assert(
      fc.property(fc.nat(600_000), fc.nat(600_000), (spoken, later) => {
        const timing = { allottedSeconds: 300, spokenMs: spoken, since: null };
        expect(timingAt(timing, start + later).spentMs).toBe(spoken);
      }),
    );
  });

  it('[floor] without a limit nothing is ever over', () => {
    const timing = { allottedSeconds: null, spokenMs: 9_000_000, since };
    expect(timingAt(timing, start)).toEqual({
      spentMs: 9_000_000,
      leftMs: null,
      share: null,
      phase: 'free',
    });
  });

  it('[floor] the end shows one minute ahead, of a short time the last fifth', () => {
    expect([at(600, 539), at(600, 540), at(600, 600)]).toEqual(['running', 'ending', 'over']);
    expect([at(60, 47), at(60, 48), at(60, 60)]).toEqual(['running', 'ending', 'over']);
  });

  it('[floor] a machine whose clock is behind the server shows nothing spent, not less', () => {
    const timing = { allottedSeconds: 60, spokenMs: 0, since };
    expect(timingAt(timing, start - 5000).leftMs).toBe(60_000);
  });
});

it('[floor] clocks read as people write them', () => {
  expect([0, 7, 60, 247, 3600, 3847].map(clockText)).toEqual([
    '0:00',
    '0:07',
    '1:00',
    '4:07',
    '1:00:00',
    '1:04:07',
  ]);
  expect([10_000, 9_001, 1].map(secondsLeft)).toEqual([10, 10, 1]);
});

it('[end] the last half minute is told, and no time is left after the end', () => {
  fc.assert(
    fc.property(fc.integer({ min: -60_000, max: 120_000 }), (left) => {
      const { leftMs, phase } = endAt(since, start - left);
      expect(leftMs).toBe(Math.max(0, left));
      expect(phase).toBe(left <= 0 ? 'over' : left <= 30_000 ? 'ending' : 'running');
    }),
  );
});
