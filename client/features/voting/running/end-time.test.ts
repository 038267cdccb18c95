import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { noEnd, secondsAfter, secondsLeftOf, secondsOf } from './end-time.ts';

it('[end] a poll ends by itself only where a time was chosen', () => {
  expect(secondsOf(noEnd)).toBeNull();
  expect(secondsOf({ choice: '2', minutes: 9 })).toBe(120);
  expect(secondsOf({ choice: 'own', minutes: 9 })).toBe(540);
});

it('[end] more time is counted from the end that was set, else from now', () => {
  const endsAt = '2026-11-22T01:40:30Z';
  const now = Date.parse('2026-11-22T01:40:00Z');
  expect(secondsLeftOf(endsAt, now)).toBe(30);
  expect(secondsLeftOf(endsAt, now + 60_000)).toBe(0);
  expect(secondsAfter(secondsLeftOf(endsAt, now), 60)).toBe(90);
  expect(secondsAfter(secondsLeftOf(null, now), 60)).toBe(60);
});

it('[end] whatever is asked for, the server takes it', () => {
  fc.assert(
    fc.property(
      fc.option(fc.nat(100_000)),
      fc.integer({ min: -500, max: 100_000 }),
      (left, more) => {
        const seconds = secondsAfter(left, more);
        expect(seconds).toBeGreaterThanOrEqual(10);
        expect(seconds).toBeLessThanOrEqual(86_400);
      },
    ),
  );
});
