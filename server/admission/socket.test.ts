import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  admissionChanged,
  admitPeople,
  doorChanged,
  getDoor,
  knock,
  setDoor,
} from '../../models/contracts/admission.ts';
import { enterMeeting } from '../../models/contracts/meetings.ts';
import { refusal } from '../testing/chamber.ts';
import { type MeetingHouse, openMeetingHouse } from '../testing/meeting-house.ts';

let house: MeetingHouse;
beforeEach(async () => {
  house = await openMeetingHouse();
  await house.open();
});
afterEach(() => house.close());

it('[D30] a guest knocks, the chair sees it and lets them in, and the guest hears of it', async () => {
  const params = { meetingId: house.meetingId };
  const chair = await house.signedIn('chutoa');
  const chairTab = await chair.connect();
  const guestTab = await (await house.signedIn('khachmoi')).connect();
  await chairTab.act(enterMeeting, params);
  const set = chairTab.next(doorChanged);
  await chairTab.act(setDoor, { ...params, mode: 'guests_wait' });
  expect(await set).toMatchObject({ mode: 'guests_wait', waiting: [] });

  const seen = chairTab.next(doorChanged);
  expect(await guestTab.act(knock, params)).toEqual({ state: 'waiting' });
  expect((await seen).waiting).toMatchObject([{ personId: house.guest.id }]);
  expect(await chair.call(getDoor, { params })).toMatchObject({ mode: 'guests_wait' });

  const heard = guestTab.next(admissionChanged);
  await chairTab.act(admitPeople, { ...params, personIds: [house.guest.id] });
  expect(await heard).toEqual({ ...params, state: 'inside' });
  expect(await guestTab.act(knock, params)).toEqual({ state: 'inside' });
});

it('[D31] the door is kept by the chair and the staff alone', async () => {
  const params = { meetingId: house.meetingId };
  const member = await house.signedIn('uyvien');
  const tab = await member.connect();
  const attempt = tab.act(setDoor, { ...params, mode: 'locked' });
  expect((await refusal(attempt)).code).toBe('not_allowed');
  expect((await refusal(member.call(getDoor, { params }))).code).toBe('not_allowed');
  const staff = await house.administrator.connect();
  expect(await staff.act(setDoor, { ...params, mode: 'locked' })).toEqual({ done: true });
});
