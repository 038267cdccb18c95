import { announcedBefore, answeredWithin } from '../../../../models/contracts/presence.ts';

/** How far the question is whether someone is there. */
export type Asking =
  | { phase: 'none' }
  /** Told that it comes; and asked, with so long left, seconds. */
  | { phase: 'announced' | 'asked'; secondsLeft: number }
  | { phase: 'over' };

/**
 * A question that is long due, as after the computer was closed, is announced first like any other.
 * @param dueAt when it is due, null for never
 * @param openedAt since when the page could announce it; both and `now` in milliseconds of the server's clock
 */
export function askingAt(dueAt: number | null, openedAt: number, now: number): Asking {
  if (dueAt === null) return { phase: 'none' };
  const askedAt = Math.max(dueAt, openedAt + announcedBefore * 1000);
  const overAt = askedAt + answeredWithin * 1000;
  if (now >= overAt) return { phase: 'over' };
  if (now >= askedAt) return { phase: 'asked', secondsLeft: Math.ceil((overAt - now) / 1000) };
  if (now < askedAt - announcedBefore * 1000) return { phase: 'none' };
  return { phase: 'announced', secondsLeft: Math.ceil((askedAt - now) / 1000) };
}

/** 2:05 */
export const minutesAndSeconds = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
