import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  extendAgendaItem,
  getMeeting,
  meetingChanged,
  setScreenView,
} from '../../models/contracts/meetings.ts';
import { newId } from '../../models/ids.ts';
import { refusal } from '../testing/chamber.ts';
import { type Hall, openHall } from '../testing/hall.ts';
import { openMeetingHouse } from '../testing/meeting-house.ts';

let hall: Hall;
beforeEach(async () => {
  hall = await openHall(3);
});
afterEach(() => hall.close());

async function openMeeting() {
  const { id } = await hall.newMeeting();
  const meeting = await hall.meetings.setMeetingState(hall.secretary(), id, 'open');
  return { id, meeting, items: meeting.agenda.map((item) => item.id) };
}

it('[M52] the clock of an item starts when the meeting comes to it, and not again on the spot', async () => {
  const { meetings, secretary, clock, publisher } = hall;
  const { id, items } = await openMeeting();
  const [first = '', second = ''] = items;
  const began = clock.now();
  const moved = await meetings.setCurrentAgendaItem(secretary(), id, first);
  expect(moved.currentItemSince).toBe(began);
  clock.set('2026-03-02T01:10:00.000Z');
  const stayed = await meetings.setCurrentAgendaItem(secretary(), id, first);
  expect(stayed.currentItemSince).toBe(began);
  const next = await meetings.setCurrentAgendaItem(secretary(), id, second);
  expect(next.currentItemSince).toBe(clock.now());
  expect(publisher.named(meetingChanged.name).at(-1)).toMatchObject({
    currentAgendaItemId: second,
    currentItemSince: clock.now(),
  });
  const none = await meetings.setCurrentAgendaItem(secretary(), id, null);
  expect(none).toMatchObject({ currentAgendaItemId: null, currentItemSince: null });
});

it('[M53] more minutes make a new revision, in open meetings only, and never too many', async () => {
  const { meetings, secretary } = hall;
  const planned = await hall.newMeeting();
  const extension = { agendaItemId: planned.agenda[0]?.id ?? '', minutes: 5 };
  const early = await refusal(meetings.extendAgendaItem(secretary(), planned.id, extension));
  expect(early.code).toBe('meeting_not_open');
  const { id, meeting, items } = await openMeeting();
  const [first = ''] = items;
  const extend = (agendaItemId: string, minutes: number) =>
    meetings.extendAgendaItem(secretary(), id, { agendaItemId, minutes });
  const longer = await extend(first, 5);
  expect(longer.agenda[0]?.minutes).toBe((meeting.agenda[0]?.minutes ?? 0) + 5);
  expect(longer.revision).toBe(meeting.revision + 1);
  expect((await refusal(extend(newId(), 5))).code).toBe('not_found');
  await extend(first, 240);
  await extend(first, 240);
  expect((await refusal(extend(first, 240))).details).toEqual({ fields: ['minutes'] });
});

it('[M54] the big screen is chosen until the meeting has ended, without making an edit lose', async () => {
  const { meetings, secretary, publisher } = hall;
  const planned = await hall.newMeeting();
  const held = await meetings.setScreenView(secretary(), planned.id, 'agenda');
  expect(held).toMatchObject({ screenView: 'agenda', revision: planned.revision });
  expect(publisher.named(meetingChanged.name).at(-1)).toMatchObject({ screenView: 'agenda' });
  await meetings.setMeetingState(secretary(), planned.id, 'cancelled');
  const late = await refusal(meetings.setScreenView(secretary(), planned.id, 'auto'));
  expect(late.code).toBe('meeting_state');
  const trace = await hall.audit.list({ limit: 9, action: 'meeting.screen_set' });
  expect(trace.items).toMatchObject([{ details: { view: 'agenda' } }]);
});

it('[M55] the chair extends and chooses over HTTP; members do not', async () => {
  const house = await openMeetingHouse();
  await house.open();
  const params = { meetingId: house.meetingId };
  const chair = await house.signedIn('chutoa');
  const member = await house.signedIn('uyvien');
  const shown = await chair.call(setScreenView, { params, body: { view: 'seats' } });
  expect(shown.screenView).toBe('seats');
  const denied = await refusal(member.call(setScreenView, { params, body: { view: 'auto' } }));
  expect(denied.code).toBe('not_allowed');
  const absent = { ...params, agendaItemId: newId() };
  const missing = chair.call(extendAgendaItem, { params: absent, body: { minutes: 5 } });
  expect((await refusal(missing)).code).toBe('not_found');
  expect((await member.call(getMeeting, { params })).screenView).toBe('seats');
  await house.close();
});
