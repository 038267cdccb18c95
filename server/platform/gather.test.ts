import { assert, integer, nat, property } from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { gather, paceFor } from './gather.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setUp() {
  const sent: [string, number[]][] = [];
  const gatherer = gather<string, number[]>({
    interval: 250,
    merge: (waiting, next) => [...waiting, ...next],
    send: (key, value) => void sent.push([key, value]),
  });
  return { gatherer, sent };
}

it('[P40] the first goes out at once, the others together, and none is lost', () => {
  const { gatherer, sent } = setUp();
  for (const number of [1, 2, 3]) gatherer.add('a', [number]);
  expect(sent).toEqual([['a', [1]]]);
  vi.advanceTimersByTime(249);
  expect(sent).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(sent).toEqual([
    ['a', [1]],
    ['a', [2, 3]],
  ]);
});

it('[P41] after a quiet interval the next goes out at once again', () => {
  const { gatherer, sent } = setUp();
  gatherer.add('a', [1]);
  vi.advanceTimersByTime(250);
  gatherer.add('a', [2]);
  expect(sent).toHaveLength(2);
});

it('[P42] keys do not wait for each other, and what was dropped is not sent', () => {
  const { gatherer, sent } = setUp();
  gatherer.add('a', [1]);
  gatherer.add('b', [2]);
  gatherer.add('a', [3]);
  gatherer.drop('a');
  vi.advanceTimersByTime(1000);
  expect(sent).toEqual([
    ['a', [1]],
    ['b', [2]],
  ]);
});

it('[P43] the longer it goes on the seldomer it is told, and after a quiet interval at once again', () => {
  const sent: number[] = [];
  const gatherer = gather<string, number>({
    interval: (_key, told) => paceFor(500, told),
    merge: (_waiting, next) => next,
    send: () => void sent.push(Date.now()),
  });
  const began = Date.now();
  for (let at = 0; at < 10_000; at += 50) {
    gatherer.add('a', at);
    vi.advanceTimersByTime(50);
  }
  expect(sent.map((at) => at - began)).toEqual([0, 250, 750, 1750, 3750, 6750, 9750]);
  vi.advanceTimersByTime(6000);
  gatherer.add('a', 1);
  expect(sent.at(-1)).toBe(Date.now());
});

/** Words that each hears of a coming that lasts, when someone comes at every moment of it. */
function wordsIn(ms: number, audience: number): number {
  let words = 0;
  for (let at = 0; at <= ms; at += paceFor(audience, words - 1)) words += 1;
  return words;
}

it('[P44] three or five times the listeners hear no more words each', () => {
  assert(
    property(integer({ min: 1, max: 5000 }), integer({ min: 0, max: 60_000 }), (audience, ms) => {
      expect(wordsIn(ms, 3 * audience)).toBeLessThanOrEqual(wordsIn(ms, audience));
    }),
  );
  expect(wordsIn(10_000, 500)).toBe(wordsIn(10_000, 300));
});

it('[pace] from a quarter of a second to three', () => {
  assert(
    property(nat(5000), nat(40), (audience, told) => {
      const pause = paceFor(audience, told);
      expect(pause).toBeGreaterThanOrEqual(250);
      expect(pause).toBeLessThanOrEqual(3000);
      expect(paceFor(audience, told + 1)).toBeGreaterThanOrEqual(pause);
    }),
  );
});
