import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { refusal } from '../testing/chamber.ts';
import { type Hall, openHall } from '../testing/hall.ts';

let hall: Hall;
beforeEach(async () => {
  hall = await openHall(3);
});
afterEach(() => hall.close());

const draft = { name: 'Phòng họp số 1', location: 'Tầng 2', seats: 40 };

describe('rooms', () => {
  it('[M20] are made, found, changed, closed and reopened; an older edit loses', async () => {
    const { meetings, secretary, clock } = hall;
    const room = await meetings.createRoom(secretary(), draft);
    const edit = { ...draft, seats: 50, revision: 0, closed: true };
    const closed = await meetings.updateRoom(secretary(), room.id, edit);
    expect(closed).toMatchObject({ seats: 50, revision: 1, closedAt: clock.now() });
    expect(await meetings.listRooms(secretary(), { includeClosed: false })).toEqual({ items: [] });
    expect(await meetings.listRooms(secretary(), { includeClosed: true })).toEqual({
      items: [closed],
    });
    const older = await refusal(meetings.updateRoom(secretary(), room.id, edit));
    expect(older.code).toBe('conflict');
    const reopen = { ...edit, revision: 1, closed: false };
    const open = await meetings.updateRoom(secretary(), room.id, reopen);
    expect(open.closedAt).toBeNull();
  });

  it('[M21] with a meeting ahead are not closed; a closed one takes no new meeting', async () => {
    const { meetings, secretary } = hall;
    const room = await meetings.createRoom(secretary(), draft);
    const meeting = await hall.newMeeting({ roomId: room.id });
    expect(meeting.roomName).toBe('Phòng họp số 1');
    const close = () =>
      meetings.updateRoom(secretary(), room.id, { ...draft, revision: 0, closed: true });
    expect((await refusal(close())).code).toBe('in_use');
    await meetings.setMeetingState(secretary(), meeting.id, 'cancelled');
    await close();
    expect(await refusal(hall.newMeeting({ roomId: room.id }))).toEqual({
      code: 'invalid_input',
      details: { fields: ['roomId'] },
    });
  });
});
