import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { getInvitation, getRoll } from '../../models/contracts/attendance.ts';
import { mostTurnBytes, mostTurnFrames } from '../../models/contracts/challenge.ts';
import {
  checkInByCode,
  getKeepingKey,
  listLateAttempts,
  sendLate,
  turnHead,
} from '../../models/contracts/kiosk.ts';
import { newId } from '../../models/ids.ts';
import { after, hours, minutes } from '../platform/clock.ts';
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

const invitationOf = async (username: string) =>
  (await house.signedIn(username)).call(getInvitation, { params: { meetingId: house.meetingId } });

const late = (code: string, at: string) =>
  kiosk.act(sendLate, { meetingId: house.meetingId, at, sign: { code } });

const entryOfMember = async () => {
  const params = { meetingId: house.meetingId };
  const { entries } = await house.administrator.call(getRoll, { params });
  return entries.find(({ personId }) => personId === house.member.id);
};

const listed = async () => {
  const params = { meetingId: house.meetingId };
  return (await house.administrator.call(listLateAttempts, { params })).items;
};

describe('what a door sends late', () => {
  it('[K1] is recorded at its own time, marked with when it was sent', async () => {
    const { qr } = await invitationOf('uyvien');
    const at = house.clock.now();
    house.clock.advance(minutes(20));
    expect(await late(qr, at)).toEqual({ outcome: 'recorded', already: false });
    expect(await entryOfMember()).toMatchObject({
      state: 'in_person',
      at,
      evidence: { method: 'qr', receivedAt: house.clock.now() },
    });
    expect(await late(qr, at)).toEqual({ outcome: 'recorded', already: true });
  });

  it('[K2] and is nobody’s code is listed to the secretariat, with its time and its door', async () => {
    const at = house.clock.now();
    const unmatched = { outcome: 'unmatched', reason: 'code_unknown' };
    expect(await late('NT1.no.such.code', at)).toEqual(unmatched);
    expect(await listed()).toMatchObject([
      { at, deviceName: 'kiosk', method: 'code', reason: 'code_unknown', likely: '' },
    ]);
  });

  it('[K3] from another day, from the future, or when the door was closed, is listed and not recorded', async () => {
    const { qr } = await invitationOf('uyvien');
    const now = house.clock.now();
    const reasons = [];
    for (const at of [after(now, -hours(13)), after(now, minutes(5)), after(now, -hours(11))]) {
      const answer = await late(qr, at);
      reasons.push(answer.outcome === 'unmatched' && answer.reason);
    }
    expect(reasons).toEqual(['too_old', 'too_old', 'door_closed']);
    expect(await entryOfMember()).toMatchObject({ state: 'not_yet' });
    expect(await listed()).toHaveLength(3);
  });

  it('[K9] and is lost is listed with its own time and why, however old', async () => {
    const { meetingId } = house;
    const at = after(house.clock.now(), -hours(30));
    const lost = ['expired', 'unreadable', 'not_kept'] as const;
    for (const reason of lost) {
      const request = { meetingId, at, sign: { lost: reason, method: 'face' as const } };
      expect(await kiosk.act(sendLate, request)).toEqual({ outcome: 'unmatched', reason });
    }
    const items = await listed();
    expect(items.map(({ reason }) => reason).toSorted()).toEqual(lost.toSorted());
    expect(items[0]).toMatchObject({ at, deviceName: 'kiosk', method: 'face', likely: '' });
    expect(await entryOfMember()).toMatchObject({ state: 'not_yet' });
  });

  it('[K4] cannot be used to guess PINs faster than at the door', async () => {
    const at = house.clock.now();
    for (let turn = 0; turn < 10; turn += 1) await late(`NT1.guess.${turn}`, at);
    expect((await refusal(late('NT1.guess.again', at))).code).toBe('too_many_requests');
  });
});

describe('a door', () => {
  it('[K5] gets the same key for what it keeps each time, and every door its own', async () => {
    const { key } = await kiosk.act(getKeepingKey, {});
    expect(Buffer.from(key, 'base64')).toHaveLength(32);
    expect(await kiosk.act(getKeepingKey, {})).toEqual({ key });
    const other = await (await house.pairDevice('kiosk', house.roomId)).client.connect();
    expect((await other.act(getKeepingKey, {})).key).not.toBe(key);
  });

  it('[K6] that answers a challenge which it was not given is told to ask anew', async () => {
    const frames = [{ at: 0, frame: new Uint8Array(8) }];
    const request = { meetingId: house.meetingId, challengeId: newId(), frames };
    expect(await kiosk.act(turnHead, request)).toMatchObject({
      outcome: 'not_turned',
      reason: 'expired',
    });
  });

  it('[K8] can send as many pictures of a turn as may be, and its line stands', async () => {
    const frames = Array.from({ length: mostTurnFrames }, (_, at) => ({
      at,
      frame: new Uint8Array(mostTurnBytes / mostTurnFrames),
    }));
    const request = { meetingId: house.meetingId, challengeId: newId(), frames };
    expect(await kiosk.act(turnHead, request)).toMatchObject({ outcome: 'not_turned' });
    frames[0]!.frame = new Uint8Array(mostTurnBytes / mostTurnFrames + 1);
    expect((await refusal(kiosk.act(turnHead, request))).code).toBe('invalid_input');
    expect(await kiosk.act(getKeepingKey, {})).toHaveProperty('key');
  });

  it('[K7] lets the staff alone see who was not recognised', async () => {
    const params = { meetingId: house.meetingId };
    const member = await house.signedIn('uyvien');
    expect((await refusal(member.call(listLateAttempts, { params }))).code).toBe('not_allowed');
    const { pin } = await invitationOf('uyvien');
    const code = { meetingId: house.meetingId, code: pin };
    expect(await kiosk.act(checkInByCode, code)).toMatchObject({ outcome: 'welcome' });
    expect(await entryOfMember()).toMatchObject({ evidence: { method: 'pin', score: null } });
  });
});
