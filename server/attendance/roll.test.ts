import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listAudit } from '../../models/contracts/audit.ts';
import {
  checkInOnline,
  correctAttendance,
  getInvitation,
  getRoll,
  rollChanged,
} from '../../models/contracts/attendance.ts';
import { checkInByCode } from '../../models/contracts/kiosk.ts';
import { enterMeeting } from '../../models/contracts/meetings.ts';
import { newId } from '../../models/ids.ts';
import { refusal } from '../testing/chamber.ts';
import { type MeetingHouse, openMeetingHouse } from '../testing/meeting-house.ts';
import type { TestClient } from '../testing/test-client.ts';

let house: MeetingHouse;
beforeEach(async () => {
  house = await openMeetingHouse();
  await house.open();
});
afterEach(() => house.close());

const params = () => ({ meetingId: house.meetingId });
const rollFor = (client: TestClient) => client.call(getRoll, { params: params() });

async function lineOf(client: TestClient, personId: string) {
  const { entries } = await rollFor(client);
  return entries.find((entry) => entry.personId === personId);
}

const correct = (client: TestClient, personId: string, reason = 'Có mặt tại phòng họp') =>
  client.call(correctAttendance, {
    params: { ...params(), personId },
    body: { state: 'in_person', reason },
  });

describe('the roll', () => {
  it('[A20] shows states to everyone in the meeting, and how they came about to the staff alone', async () => {
    await correct(house.administrator, house.member.id);
    const chair = await house.signedIn('chutoa');
    expect(await lineOf(chair, house.member.id)).toMatchObject({
      state: 'in_person',
      evidence: null,
    });
    expect((await lineOf(house.administrator, house.member.id))?.evidence).toMatchObject({
      method: 'manual',
      reason: 'Có mặt tại phòng họp',
      score: null,
    });
    const screen = await house.pairDevice('screen', house.roomId);
    const { entries } = await rollFor(screen.client);
    expect(entries.every(({ evidence }) => evidence === null)).toBe(true);
  });

  it('[A21] is for nobody outside the meeting', async () => {
    await house.addPerson({ username: 'nguoingoai' });
    const outsider = await house.signedIn('nguoingoai');
    expect((await refusal(rollFor(outsider))).code).toBe('not_in_meeting');
  });

  it('[A22] counts voting members who are present, in the notice as in the roll; guests never count', async () => {
    const tab = await (await house.signedIn('chutoa')).connect();
    await tab.act(enterMeeting, params());
    for (const [person, present] of [
      [house.guest, 0],
      [house.member, 1],
      [house.chair, 2],
    ] as const) {
      const heard = tab.next(rollChanged);
      await correct(house.administrator, person.id);
      const { entries, quorum } = await heard;
      const at = house.clock.now();
      expect(entries).toEqual([{ personId: person.id, state: 'in_person', at }]);
      expect(quorum).toEqual({ members: 2, present, needed: 2, reached: present === 2 });
      expect((await rollFor(house.administrator)).quorum).toEqual(quorum);
    }
  });
});

describe('a correction by hand', () => {
  it('[A23] needs a reason, and someone who is in the meeting', async () => {
    const { administrator, member } = house;
    expect((await refusal(correct(administrator, member.id, '  '))).code).toBe('invalid_input');
    expect((await lineOf(administrator, member.id))?.state).toBe('not_yet');
    expect((await refusal(correct(administrator, newId()))).code).toBe('not_found');
  });

  it('[A24] is for the staff: not even the chair makes one', async () => {
    const chair = await house.signedIn('chutoa');
    expect((await refusal(correct(chair, house.chair.id))).code).toBe('not_allowed');
  });

  it('[A25] leaves a trace of who, whom, what and why', async () => {
    await correct(house.administrator, house.member.id, 'Máy ở cửa hỏng');
    const { items } = await house.administrator.call(listAudit, {
      query: { action: 'attendance.corrected' },
    });
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      actorKind: 'person',
      subject: house.member.fullName,
      meetingId: house.meetingId,
      details: { state: 'in_person', reason: 'Máy ở cửa hỏng' },
    });
  });
});

describe('joining online', () => {
  it('[A26] marks the caller, and never takes the seat in the room away', async () => {
    const client = await house.signedIn('uyvien');
    const tab = await client.connect();
    expect(await tab.act(checkInOnline, params())).toEqual({ state: 'online' });
    const kiosk = await (await house.pairDevice('kiosk', house.roomId)).client.connect();
    const { qr } = await client.call(getInvitation, { params: params() });
    await kiosk.act(checkInByCode, { ...params(), code: qr });
    expect(await tab.act(checkInOnline, params())).toEqual({ state: 'in_person' });
    expect((await lineOf(house.administrator, house.member.id))?.evidence?.method).toBe('qr');
  });

  it('[A27] changes and tells nothing the second time', async () => {
    const tab = await (await house.signedIn('uyvien')).connect();
    await tab.act(enterMeeting, params());
    const heard: unknown[] = [];
    tab.socket.on(rollChanged.name, (notice) => heard.push(notice));
    await tab.act(checkInOnline, params());
    await tab.act(checkInOnline, params());
    const { items } = await house.administrator.call(listAudit, {
      query: { action: 'attendance.recorded' },
    });
    expect(items).toHaveLength(1);
    expect(heard).toHaveLength(1);
  });

  it('[A28] is part of an open meeting, not of one that is about to open', async () => {
    const meetingId = await house.newMeeting();
    const tab = await (await house.signedIn('uyvien')).connect();
    expect((await refusal(tab.act(checkInOnline, { meetingId }))).code).toBe('meeting_not_open');
  });
});
