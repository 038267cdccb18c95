import { assert, nat, property } from 'fast-check';
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

it('[pace] the words to a hall cost at most about 500 messages a second, from a quarter of a second to two', () => {
  assert(
    property(nat(5000), (audience) => {
      const pause = paceFor(audience);
      expect(pause).toBeGreaterThanOrEqual(250);
      expect(pause).toBeLessThanOrEqual(2000);
      if (audience <= 1000) expect((audience * 1000) / pause).toBeLessThanOrEqual(500);
    }),
  );
});
