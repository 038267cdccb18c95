import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  askForFloor,
  endSpeech,
  floorChanged,
  getFloor,
  giveFloor,
  listSpeeches,
  withdrawFromFloor,
} from '../../models/contracts/floor.ts';
import { enterMeeting } from '../../models/contracts/meetings.ts';
import { refusal } from '../testing/chamber.ts';
import { type MeetingHouse, openMeetingHouse } from '../testing/meeting-house.ts';

let house: MeetingHouse;
beforeEach(async () => {
  house = await openMeetingHouse();
  await house.open();
});
afterEach(() => house.close());

it('[F40] a guest asks, the chair gives the floor, and everyone follows', async () => {
  const params = { meetingId: house.meetingId };
  const chair = await house.signedIn('chutoa');
  const [chairTab, guestTab] = [
    await chair.connect(),
    await (await house.signedIn('khachmoi')).connect(),
  ];
  for (const tab of [chairTab, guestTab]) await tab.act(enterMeeting, params);

  const asked = chairTab.next(floorChanged);
  const entry = await guestTab.act(askForFloor, { ...params, kind: 'speech', topic: ' Ý kiến ' });
  expect(entry.topic).toBe('Ý kiến');
  expect(await asked).toMatchObject({ version: 1, changed: [{ id: entry.id, state: 'waiting' }] });

  const given = guestTab.next(floorChanged);
  await chairTab.act(giveFloor, { ...params, to: { entryId: entry.id }, seconds: null });
  expect(await given).toMatchObject({
    version: 2,
    changed: [{ id: entry.id, state: 'speaking', allottedSeconds: null }],
  });
  house.clock.advance(5000);
  const ended = chairTab.next(floorChanged);
  await guestTab.act(withdrawFromFloor, { ...params, entryId: entry.id });
  expect((await ended).changed).toMatchObject([{ state: 'done', spokenMs: 5000 }]);
  expect((await chair.call(getFloor, { params })).entries).toEqual([]);
  const { items } = await chair.call(listSpeeches, { params });
  expect(items.map(({ id }) => id)).toEqual([entry.id]);
});

it('[F41] members do not give the floor, and staff who take no part do not ask for it', async () => {
  const params = { meetingId: house.meetingId };
  const memberTab = await (await house.signedIn('uyvien')).connect();
  const { id } = await memberTab.act(askForFloor, { ...params, kind: 'question' });
  for (const attempt of [
    memberTab.act(giveFloor, { ...params, to: { entryId: id } }),
    memberTab.act(endSpeech, { ...params, entryId: id }),
  ])
    expect((await refusal(attempt)).code).toBe('not_allowed');
  const staffTab = await house.administrator.connect();
  const attempt = staffTab.act(askForFloor, { ...params, kind: 'speech' });
  expect((await refusal(attempt)).code).toBe('not_in_meeting');
  expect(await staffTab.act(giveFloor, { ...params, to: { entryId: id } })).toMatchObject({
    state: 'speaking',
  });
});
