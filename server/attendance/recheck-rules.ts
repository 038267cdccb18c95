import type { AttendanceState } from '../../models/contracts/attendance.ts';
import type { PresenceLine } from '../../models/contracts/presence.ts';

interface Standing {
  /** Minutes between two questions; 0: never asked. */
  every: number;
  isMeetingOpen: boolean;
  state: AttendanceState;
  /** When the roll said so; null when it says nothing. */
  since: string | null;
  last: PresenceLine['last'];
}

/**
 * When someone is next asked whether they are there: so long after they came, or after the last time. Only who is online
 * in an open meeting is asked. A face that was not the person's own ends no question: they may try again.
 */
export function dueAt({ every, isMeetingOpen, state, since, last }: Standing): string | null {
  if (every === 0 || !isMeetingOpen || state !== 'online' || since === null) return null;
  const answered = last !== null && last.outcome !== 'different' ? last.at : since;
  const from = Math.max(Date.parse(since), Date.parse(answered));
  return new Date(from + every * 60_000).toISOString();
}

/** Whether most of the pictures of one moment show the person whose template the distances were measured to. */
export const isOwnFace = (distances: readonly number[], verify: number): boolean =>
  distances.filter((distance) => distance <= verify).length * 2 > distances.length;

/** The middle of what is known; null when nothing is. */
export function middleOf(scores: readonly (number | null)[]): number | null {
  const known = scores.filter((score) => score !== null).toSorted((a, b) => a - b);
  return known[Math.floor(known.length / 2)] ?? null;
}
