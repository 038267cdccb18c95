import { describe, expect, it } from 'vitest';
import type { Meeting } from '../../models/contracts/meetings.ts';
import { readAgainWithin, withMeetingChange } from './meeting-changes.ts';

const meeting: Meeting = {
  id: 'm',
  bodyId: 'b',
  bodyName: 'Ủy ban nhân dân',
  title: 'Phiên họp',
  kind: 'regular',
  roomId: null,
  roomName: null,
  startsAt: '2026-03-02T01:00:00Z',
  endsAt: '2026-03-02T03:00:00Z',
  state: 'open',
  myRole: 'member',
  revision: 4,
  agenda: [],
  currentAgendaItemId: null,
  currentItemSince: null,
  screenView: 'auto',
  participants: [],
  openedAt: null,
  closedAt: null,
};
const change = {
  meetingId: 'm',
  revision: 4,
  state: 'open',
  currentAgendaItemId: 'i',
  currentItemSince: '2026-03-02T01:10:00Z',
  screenView: 'seats',
} as const;

describe('a change of a meeting', () => {
  it('[live] moves item, clock and screen without reading anything again', () => {
    const after = withMeetingChange(meeting, change);
    expect(after).toEqual({
      stale: false,
      meeting: {
        ...meeting,
        currentAgendaItemId: 'i',
        currentItemSince: '2026-03-02T01:10:00Z',
        screenView: 'seats',
      },
    });
  });

  it('[live] an edit or another state is read again, also when its notice comes twice', () => {
    const once = withMeetingChange(meeting, { ...change, revision: 5 });
    expect(once.stale).toBe(true);
    expect(withMeetingChange(once.meeting, { ...change, revision: 5 }).stale).toBe(true);
    expect(withMeetingChange(meeting, { ...change, state: 'closed' }).stale).toBe(true);
  });

  it('[live] a few read again at once, a hall spreads out', () => {
    expect(readAgainWithin(meeting)).toBe(0);
    const hall = Array.from({ length: 1000 }, () => ({}) as Meeting['participants'][number]);
    expect(readAgainWithin({ participants: hall })).toBe(3000);
  });
});
