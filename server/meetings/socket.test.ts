import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  createBody,
  createMeeting,
  createRoom,
  enterMeeting,
  getMeeting,
  leaveMeeting,
  meetingChanged,
  setMeetingState,
  updateMeeting,
} from '../../models/contracts/meetings.ts';
import { peoplesCommitteeRules } from '../../models/contracts/rules.ts';
import { refusal } from '../testing/chamber.ts';
import { type TestApp, createTestApp } from '../testing/test-app.ts';

let house: TestApp;
beforeEach(async () => {
  house = await createTestApp();
});
afterEach(() => house.close());

/** A planned meeting in a room, with a chair and a guest. */
async function plannedMeeting() {
  const { administrator } = house;
  const chair = await house.addPerson({ username: 'chutoa' });
  const guest = await house.addPerson({ username: 'khachmoi' });
  const room = await administrator.call(createRoom, {
    body: { name: 'P1', location: '', seats: 9 },
  });
  const body = await administrator.call(createBody, {
    body: {
      name: 'UBND phường',
      organisationId: null,
      members: [{ personId: chair.id, role: 'chair' }],
      ruleSet: peoplesCommitteeRules,
    },
  });
  return administrator.call(createMeeting, {
    body: {
      bodyId: body.id,
      title: 'Phiên họp',
      kind: 'regular',
      roomId: room.id,
      startsAt: '2026-03-02T01:00:00Z',
      endsAt: '2026-03-02T03:00:00Z',
      agenda: [],
      participants: [
        { personId: chair.id, role: 'chair', seat: '' },
        { personId: guest.id, role: 'guest', seat: '' },
      ],
    },
  });
}

it('[M50] those who entered hear of changes, those who left or were taken off do not', async () => {
  const meeting = await plannedMeeting();
  const params = { meetingId: meeting.id };
  const chair = await house.signedIn('chutoa');
  const chairTab = await chair.connect();
  const guestTab = await (await house.signedIn('khachmoi')).connect();
  for (const tab of [chairTab, guestTab]) await tab.act(enterMeeting, params);
  const heard: unknown[] = [];
  guestTab.socket.on(meetingChanged.name, (data) => heard.push(data));

  const opening = chairTab.next(meetingChanged);
  await chair.call(setMeetingState, { params, body: { state: 'open' } });
  expect(await opening).toMatchObject({ state: 'open' });

  const now = await house.administrator.call(getMeeting, { params });
  const removal = chairTab.next(meetingChanged);
  const participants = now.participants.filter(({ role }) => role === 'chair');
  await house.administrator.call(updateMeeting, { params, body: { ...now, participants } });
  await removal;
  expect((await refusal(guestTab.act(enterMeeting, params))).code).toBe('not_in_meeting');
  const closing = chairTab.next(meetingChanged);
  await chair.call(setMeetingState, { params, body: { state: 'closed' } });
  expect(await closing).toMatchObject({ state: 'closed' });
  // The last that the guest heard was the change that took them off.
  expect(heard).toHaveLength(2);
  expect(await chairTab.act(leaveMeeting, params)).toEqual({ left: true });
});

it('[M51] a screen enters the meetings of its own room only', async () => {
  const meeting = await plannedMeeting();
  const params = { meetingId: meeting.id };
  const other = await house.administrator.call(createRoom, {
    body: { name: 'P2', location: '', seats: 9 },
  });
  const here = await house.pairDevice('screen', meeting.roomId);
  const elsewhere = await house.pairDevice('screen', other.id);
  expect(await (await here.client.connect()).act(enterMeeting, params)).toEqual({
    serverTime: house.clock.now(),
  });
  const intruder = await elsewhere.client.connect();
  expect((await refusal(intruder.act(enterMeeting, params))).code).toBe('not_allowed');
});
