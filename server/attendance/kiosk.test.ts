import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { getInvitation, getRoll } from '../../models/contracts/attendance.ts';
import { checkInByCode, listRoomMeetings, recogniseFace } from '../../models/contracts/kiosk.ts';
import { getMeeting, updateMeeting } from '../../models/contracts/meetings.ts';
import { minutes } from '../platform/clock.ts';
import { refusal } from '../testing/chamber.ts';
import { type MeetingHouse, openMeetingHouse } from '../testing/meeting-house.ts';
import type { TestSocket } from '../testing/test-client.ts';

let house: MeetingHouse;
let kiosk: TestSocket;
beforeEach(async () => {
  house = await openMeetingHouse();
  kiosk = await (await house.pairDevice('kiosk', house.roomId)).client.connect();
});
afterEach(() => house.close());

async function invitationOf(username: string, meetingId = house.meetingId) {
  const client = await house.signedIn(username);
  return client.call(getInvitation, { params: { meetingId } });
}

const enter = (code: string, at = kiosk) =>
  at.act(checkInByCode, { meetingId: house.meetingId, code });
const refused = async (code: string, at = kiosk) => (await refusal(enter(code, at))).code;

/** Six digits that are nobody's PIN in the meeting. */
async function wrongPin(): Promise<string> {
  const pins = await Promise.all(
    ['chutoa', 'uyvien', 'khachmoi'].map(async (name) => (await invitationOf(name)).pin),
  );
  const free = ['000001', '000002', '000003', '000004'].find((pin) => !pins.includes(pin));
  return free ?? '';
}

describe('a code at the door', () => {
  it('[A30] of either kind greets its person, and says so when they come back', async () => {
    const { qr, pin } = await invitationOf('uyvien');
    const { id: personId, fullName } = house.member;
    expect(await enter(qr)).toMatchObject({
      outcome: 'welcome',
      greeting: { personId, fullName, seat: 'A2', already: false },
    });
    expect(await enter(`${pin.slice(0, 3)} ${pin.slice(3)}`)).toMatchObject({
      outcome: 'welcome',
      greeting: { personId, already: true },
    });
    const { entries } = await house.administrator.call(getRoll, {
      params: { meetingId: house.meetingId },
    });
    expect(entries.find((entry) => entry.personId === personId)).toMatchObject({
      state: 'in_person',
      evidence: { method: 'qr', deviceName: 'kiosk', byName: null },
    });
  });

  it('[A31] that is wrong lets nobody in, and ten wrong ones close the door for a minute', async () => {
    const [wrong, { pin }] = [await wrongPin(), await invitationOf('uyvien')];
    for (let turn = 0; turn < 10; turn += 1)
      expect(await refused(wrong)).toBe('check_in_code_unknown');
    expect(await refused(pin)).toBe('too_many_requests');
    house.clock.advance(minutes(1));
    expect(await enter(pin)).toMatchObject({ outcome: 'welcome' });
  });

  it('[A32] cannot be guessed by asking many at once; right codes use up no attempt', async () => {
    const [wrong, { pin }] = [await wrongPin(), await invitationOf('uyvien')];
    for (let turn = 0; turn < 12; turn += 1) await enter(pin);
    const codes = await Promise.all(Array.from({ length: 25 }, () => refused(wrong)));
    expect(codes.filter((code) => code === 'check_in_code_unknown')).toHaveLength(10);
    expect(codes.filter((code) => code === 'too_many_requests')).toHaveLength(15);
  });

  it('[A33] of another meeting, or with another person written in, is refused', async () => {
    const { qr } = await invitationOf('uyvien');
    const other = await invitationOf('uyvien', await house.newMeeting());
    expect(await refused(other.qr)).toBe('check_in_code_unknown');
    expect(await refused(other.qr.replace(other.meetingId, house.meetingId))).toBe(
      'check_in_code_unknown',
    );
    expect(await refused(qr.replace(house.member.id, house.chair.id))).toBe(
      'check_in_code_unknown',
    );
    expect(await refused(qr.slice(0, -1))).toBe('check_in_code_unknown');
  });

  it('[A34] of someone who was taken off the meeting is refused', async () => {
    const { qr, pin } = await invitationOf('khachmoi');
    const params = { meetingId: house.meetingId };
    const meeting = await house.administrator.call(getMeeting, { params });
    const participants = meeting.participants.filter(({ role }) => role !== 'guest');
    await house.administrator.call(updateMeeting, { params, body: { ...meeting, participants } });
    expect(await refused(qr)).toBe('check_in_code_unknown');
    expect(await refused(pin)).toBe('check_in_code_unknown');
  });
});

describe('a kiosk', () => {
  it('[A35] serves its own room only', async () => {
    const { qr } = await invitationOf('uyvien');
    const elsewhere = await house.pairDevice('kiosk', house.otherRoomId);
    expect(await elsewhere.client.call(listRoomMeetings)).toEqual({ items: [] });
    const socket = await elsewhere.client.connect();
    expect(await refused(qr, socket)).toBe('meeting_not_open');
    expect(await enter(qr)).toMatchObject({ outcome: 'welcome' });
  });

  it('[A36] takes nobody for a meeting that is over', async () => {
    const { qr } = await invitationOf('uyvien');
    house.clock.advance(minutes(181));
    expect(await refused(qr)).toBe('meeting_not_open');
  });

  it('[A37] says so when no recognition runs; a person is no kiosk', async () => {
    const request = { meetingId: house.meetingId, frames: [new Uint8Array(8)] };
    expect((await refusal(kiosk.act(recogniseFace, request))).code).toBe('face_unavailable');
    const person = await (await house.signedIn('uyvien')).connect();
    expect((await refusal(person.act(recogniseFace, request))).code).toBe('not_allowed');
    expect(await refused('123456', person)).toBe('not_allowed');
  });
});
