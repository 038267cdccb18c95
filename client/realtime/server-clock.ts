import { useSyncExternalStore } from 'react';

/**
 * The server's clock as seen from this tab. Answers that carry `serverTime` keep it right; the answer that
 * was fastest there and back tells most exactly, and an old one gives way to a new one.
 */
interface Sample {
  offsetMs: number;
  /** Half of the way there and back: how far off the sample can be. */
  errorMs: number;
  takenAt: number;
}

const staleAfterMs = 10 * 60_000;
let best: Sample | null = null;
const listeners = new Set<() => void>();

/** Notes the `serverTime` of an answer, if it has one. Times of this machine in milliseconds. */
export function noteServerTime(answer: unknown, sentAt: number, receivedAt: number): void {
  if (typeof answer !== 'object' || answer === null || !('serverTime' in answer)) return;
  if (typeof answer.serverTime !== 'string') return;
  const errorMs = (receivedAt - sentAt) / 2;
  const offsetMs = Math.round(Date.parse(answer.serverTime) - (sentAt + receivedAt) / 2);
  const stale = best === null || receivedAt - best.takenAt > staleAfterMs;
  // A clock that was set anew makes the old sample wrong by more than both could err.
  const moved = best !== null && Math.abs(best.offsetMs - offsetMs) > best.errorMs + errorMs + 1000;
  if (!stale && !moved && best !== null && best.errorMs <= errorMs) return;
  const changed = best?.offsetMs !== offsetMs;
  best = { offsetMs, errorMs, takenAt: receivedAt };
  if (changed) for (const listener of listeners) listener();
}

/** Server time minus the time of this machine, in milliseconds. */
export const clockOffset = (): number => best?.offsetMs ?? 0;

/** Calls back when the offset changes. */
function onClockOffset(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** The offset for clocks and countdowns. */
export const useClockOffset = (): number => useSyncExternalStore(onClockOffset, clockOffset);
