import type { MeetingSummary } from '../../../models/contracts/meetings.ts';
import { isSameDay } from '../../primitives/dates.ts';

export interface Arranged {
  /** Going on, or on this day; the earliest first. */
  today: MeetingSummary[];
  /** The next first. */
  coming: MeetingSummary[];
  /** The latest first. */
  past: MeetingSummary[];
}

/**
 * Divides meetings by the day in Vietnam. A meeting that is open is of today whenever it began; one of today
 * that has ended stays in view until the day is over.
 * @param now the time of the server, in milliseconds
 */
export function arrangeMeetings(meetings: readonly MeetingSummary[], now: number): Arranged {
  const byStart = meetings.toSorted((a, b) => a.startsAt.localeCompare(b.startsAt));
  const isToday = ({ state, startsAt }: MeetingSummary) =>
    state === 'open' || (state !== 'cancelled' && isSameDay(startsAt, now));
  const isComing = (meeting: MeetingSummary) =>
    !isToday(meeting) && meeting.state === 'planned' && Date.parse(meeting.startsAt) > now;
  return {
    today: byStart.filter(isToday),
    coming: byStart.filter(isComing),
    past: byStart.filter((meeting) => !isToday(meeting) && !isComing(meeting)).toReversed(),
  };
}
