import { type Clock, after } from '../platform/clock.ts';

/** A clock that stands still until it is told otherwise. */
export interface TestClock extends Clock {
  advance(milliseconds: number): void;
}

export function createTestClock(start = '2026-03-02T01:00:00.000Z'): TestClock {
  let now = start;
  return {
    now: () => now,
    advance: (milliseconds) => {
      now = after(now, milliseconds);
    },
  };
}
