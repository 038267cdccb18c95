const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long is left in the largest unit that says something: days from two on, then hours from two on, then minutes. */
export interface Remaining {
  unit: 'days' | 'hours' | 'minutes' | 'over';
  count: number;
}

/** Rounded down, so that nobody is told more time than there is; under a minute is told as one. */
export function remainingUntil(deadline: string, now: number): Remaining {
  const left = Date.parse(deadline) - now;
  if (left <= 0) return { unit: 'over', count: 0 };
  if (left >= 2 * day) return { unit: 'days', count: Math.floor(left / day) };
  if (left >= 2 * hour) return { unit: 'hours', count: Math.floor(left / hour) };
  return { unit: 'minutes', count: Math.max(1, Math.floor(left / minute)) };
}
