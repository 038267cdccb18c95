/** Where the time comes from, so that rules about time can be tried with any time. */
export interface Clock {
  /** The present moment in UTC, ISO 8601 with milliseconds. */
  now(): string;
}

export const systemClock: Clock = { now: () => new Date().toISOString() };

/** The moment that lies `milliseconds` after `instant` (before, if negative). */
export const after = (instant: string, milliseconds: number): string =>
  new Date(Date.parse(instant) + milliseconds).toISOString();

export const minutes = (count: number): number => count * 60_000;
export const hours = (count: number): number => minutes(count * 60);
