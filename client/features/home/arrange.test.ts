import { expect, it } from 'vitest';
import type { MeetingState, MeetingSummary } from '../../../models/contracts/meetings.ts';
import { arrangeMeetings } from './arrange.ts';

const meeting = (title: string, startsAt: string, state: MeetingState = 'planned') =>
  ({
    id: title,
    title,
    startsAt,
    endsAt: startsAt,
    state,
    bodyId: 'b',
    bodyName: 'UBND',
    kind: 'regular',
    roomId: null,
    roomName: null,
    myRole: 'member',
  }) satisfies MeetingSummary;
// 06:30 of 5 January in Vietnam; still 4 January in UTC.
const now = Date.parse('2026-01-04T23:30:00Z');
const titles = (meetings: readonly MeetingSummary[]) => meetings.map(({ title }) => title);

it('[home] the day is that of Vietnam, and what goes on is of today', () => {
  const { today, coming, past } = arrangeMeetings(
    [
      meeting('tomorrow', '2026-01-06T01:00:00Z'),
      meeting('afternoon', '2026-01-05T07:00:00Z'),
      meeting('morning', '2026-01-05T01:00:00Z'),
      meeting('ended today', '2026-01-04T18:00:00Z', 'closed'),
      meeting('cancelled today', '2026-01-05T02:00:00Z', 'cancelled'),
      meeting('open since yesterday', '2026-01-04T09:00:00Z', 'open'),
      meeting('yesterday', '2026-01-04T08:00:00Z', 'closed'),
      meeting('last year', '2025-06-01T08:00:00Z', 'closed'),
      meeting('next week', '2026-01-12T01:00:00Z'),
    ],
    now,
  );
  expect(titles(today)).toEqual(['open since yesterday', 'ended today', 'morning', 'afternoon']);
  expect(titles(coming)).toEqual(['tomorrow', 'next week']);
  expect(titles(past)).toEqual(['cancelled today', 'yesterday', 'last year']);
});
