import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { peoplesCommitteeRules } from '../../models/contracts/rules.ts';
import { AppError } from '../../models/errors.ts';
import { type Id, newId } from '../../models/ids.ts';
import { deviceCaller, personCaller, refusal } from '../testing/chamber.ts';
import { type Hall, openHall } from '../testing/hall.ts';

let hall: Hall;
beforeEach(async () => {
  hall = await openHall(3);
});
afterEach(() => hall.close());

async function meetingInRoom() {
  const room = { name: 'P1', location: '', seats: 9 };
  const { id: roomId } = await hall.meetings.createRoom(hall.secretary(), room);
  return { roomId, id: (await hall.newMeeting({ roomId })).id };
}

describe('holding meetings', () => {
  it('[M41] opening and closing are on record with their time, and nothing goes back', async () => {
    const { meetings, secretary, clock } = hall;
    const { id } = await hall.newMeeting();
    const opened = await meetings.setMeetingState(secretary(), id, 'open');
    expect(opened).toMatchObject({ state: 'open', openedAt: clock.now(), closedAt: null });
    clock.set('2026-03-02T03:00:00.000Z');
    const closed = await meetings.setMeetingState(secretary(), id, 'closed');
    expect(closed).toMatchObject({
      openedAt: opened.openedAt,
      closedAt: '2026-03-02T03:00:00.000Z',
    });
    const reopen = await refusal(meetings.setMeetingState(secretary(), id, 'open'));
    expect(reopen.code).toBe('meeting_state');
    const trace = await hall.audit.list({ limit: 50, meetingId: id });
    expect(trace.items.map(({ action }) => action)).toEqual([
      'meeting.state_changed',
      'meeting.state_changed',
      'meeting.created',
    ]);
  });

  it('[M43] another capability can forbid closing, in the same transaction', async () => {
    const { meetings, secretary } = hall;
    const { id } = await hall.newMeeting();
    await meetings.setMeetingState(secretary(), id, 'open');
    meetings.onBeforeClose(async () => {
      throw new AppError('meeting_has_open_poll');
    });
    const close = await refusal(meetings.setMeetingState(secretary(), id, 'closed'));
    expect(close.code).toBe('meeting_has_open_poll');
    expect(await meetings.stateOf(hall.database.read, id)).toBe('open');
  });

  it('[M44] an open meeting moves along its agenda without undoing an edit under way', async () => {
    const { meetings, secretary } = hall;
    const { id, agenda } = await hall.newMeeting();
    const first = agenda[0]?.id ?? '';
    const early = await refusal(meetings.setCurrentAgendaItem(secretary(), id, first));
    expect(early.code).toBe('meeting_not_open');
    const open = await meetings.setMeetingState(secretary(), id, 'open');
    const moved = await meetings.setCurrentAgendaItem(secretary(), id, first);
    expect(moved).toMatchObject({ currentAgendaItemId: first, revision: open.revision });
    const strange = await refusal(meetings.setCurrentAgendaItem(secretary(), id, newId()));
    expect(strange.code).toBe('not_found');
    const shorter = await meetings.updateMeeting(secretary(), id, {
      ...moved,
      agenda: moved.agenda.slice(1),
    });
    expect(shorter.currentAgendaItemId).toBeNull();
  });

  it('[M45] a device follows the meetings of its room; one without a room, any', async () => {
    const { meetings, secretary } = hall;
    const { id, roomId } = await meetingInRoom();
    await meetings.admitViewer(deviceCaller({ roomId }), id);
    await meetings.admitViewer(deviceCaller(), id);
    await meetings.admitViewer(personCaller(newId(), { meetingRole: 'member' }), id);
    const elsewhere = await refusal(meetings.admitViewer(deviceCaller({ roomId: newId() }), id));
    expect(elsewhere.code).toBe('not_allowed');
    const nowhere = await refusal(meetings.admitViewer(secretary(), newId()));
    expect(nowhere.code).toBe('not_found');
  });

  it('[M46] a room takes check-ins for open meetings and those that start within two hours', async () => {
    const { id, roomId } = await meetingInRoom();
    const seen = async (room: Id | null, now: string) => {
      const found = await hall.meetings.currentInRoom(hall.database.read, room, now);
      return found.map((one) => one.id);
    };
    expect(await seen(roomId, '2026-03-01T23:29:59.000Z')).toEqual([]);
    expect(await seen(roomId, '2026-03-01T23:30:00.000Z')).toEqual([id]);
    expect(await seen(null, '2026-03-02T02:00:00.000Z')).toEqual([id]);
    expect(await seen(newId(), '2026-03-02T02:00:00.000Z')).toEqual([]);
    expect(await seen(roomId, '2026-03-03T00:00:00.000Z')).toEqual([]);
    await hall.meetings.setMeetingState(hall.secretary(), id, 'open');
    expect(await seen(roomId, '2026-03-03T00:00:00.000Z')).toEqual([id]);
  });

  it('[M47] rules and members of the body are told as they are now', async () => {
    const { id } = await hall.newMeeting();
    const { read } = hall.database;
    expect(await hall.meetings.bodyRules(read, id)).toEqual({
      ruleSet: { ...peoplesCommitteeRules, version: 1 },
      members: 3,
      membersWeight: 3,
    });
    expect((await refusal(hall.meetings.bodyRules(read, newId()))).code).toBe('not_found');
  });
});
