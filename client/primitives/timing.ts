/** A time that is spent while it runs: a speech, an item of the agenda. */
export interface Timing {
  /** Null without a limit. */
  allottedSeconds: number | null;
  /** Spent before `since`. */
  spokenMs: number;
  /** ISO 8601; null while the clock stands. */
  since: string | null;
}

export interface TimingNow {
  spentMs: number;
  /** Below zero when over time; null without a limit. */
  leftMs: number | null;
  /** How much of the time is spent, 0 to 1; null without a limit. */
  share: number | null;
  phase: 'free' | 'running' | 'ending' | 'over';
}

/** The last minute is the end of a long time, the last fifth that of a short one. */
const endingMs = (allottedMs: number): number => Math.min(60_000, allottedMs / 5);

/** @param now the time of the server in milliseconds */
export function timingAt({ allottedSeconds, spokenMs, since }: Timing, now: number): TimingNow {
  // Clocks differ by a little: what has just begun has not begun in the future.
  const running = since === null ? 0 : Math.max(0, now - Date.parse(since));
  const spentMs = spokenMs + running;
  if (allottedSeconds === null) return { spentMs, leftMs: null, share: null, phase: 'free' };
  const allottedMs = allottedSeconds * 1000;
  const leftMs = allottedMs - spentMs;
  const share = allottedMs === 0 ? 1 : Math.min(1, spentMs / allottedMs);
  if (leftMs <= 0) return { spentMs, leftMs, share, phase: 'over' };
  return { spentMs, leftMs, share, phase: leftMs <= endingMs(allottedMs) ? 'ending' : 'running' };
}

/** `4:07`, or `1:04:07` from an hour on. */
export function clockText(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  const rest = String(whole % 60).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
}

/** What is left counts down to 0:00, what is spent or over counts up from there. */
export const secondsLeft = (leftMs: number): number => Math.ceil(leftMs / 1000);

export interface EndNow {
  leftMs: number;
  phase: 'running' | 'ending' | 'over';
}

/** The last seconds before something closes by itself. */
const lastMs = 30_000;

/** @param now the time of the server in milliseconds */
export function endAt(endsAt: string, now: number): EndNow {
  const leftMs = Math.max(0, Date.parse(endsAt) - now);
  return { leftMs, phase: leftMs === 0 ? 'over' : leftMs <= lastMs ? 'ending' : 'running' };
}
