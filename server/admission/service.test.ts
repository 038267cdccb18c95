import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { admissionChanged, doorChanged } from '../../models/contracts/admission.ts';
import type { Id } from '../../models/ids.ts';
import type { Caller } from '../platform/caller.ts';
import { deviceCaller, personCaller, refusal } from '../testing/chamber.ts';
import { type VotingHall, openVotingHall } from '../testing/voting-hall.ts';

let hall: VotingHall;
beforeEach(async () => {
  hall = await openVotingHall(4);
});
afterEach(() => hall.close());

const idOf = (index: number): Id => hall.memberIds[index] ?? '';
const set = (mode: 'open' | 'guests_wait' | 'all_wait' | 'locked') =>
  hall.admission.setDoor(hall.secretary(), { meetingId: hall.meetingId, mode });
const admit = (...personIds: Id[]) =>
  hall.admission.admit(hall.secretary(), { meetingId: hall.meetingId, personIds });
const target = (index: number) => ({ meetingId: hall.meetingId, personId: idOf(index) });
const knockOf = async (caller: Caller) =>
  (await hall.admission.knock(caller, hall.meetingId)).state;
const refusalOf = (caller: Caller) => hall.admission.refusalToEnter(caller, hall.meetingId);
const door = () => hall.admission.door(hall.secretary(), hall.meetingId);
const waiting = async () => (await door()).waiting.map(({ personId }) => personId);
const traces = async () => {
  const { items } = await hall.audit.list({ limit: 50, meetingId: hall.meetingId });
  return items.map(({ action }) => action).filter((action) => action.startsWith('door.'));
};

describe('waiting', () => {
  it('[D10] those who wait are listed in the order in which they came, and let in by name', async () => {
    await set('all_wait');
    expect(await knockOf(hall.member(2))).toBe('waiting');
    hall.clock.set('2026-03-02T01:00:05.000Z');
    expect(await knockOf(hall.member(1))).toBe('waiting');
    hall.clock.set('2026-03-02T01:00:09.000Z');
    expect(await knockOf(hall.member(2))).toBe('waiting');
    expect(await waiting()).toEqual([idOf(2), idOf(1)]);
    expect(await refusalOf(hall.member(2))).toBe('waiting_for_admission');
    await admit(idOf(2));
    expect(await waiting()).toEqual([idOf(1)]);
    expect(await refusalOf(hall.member(2))).toBeNull();
    expect(hall.publisher.named(admissionChanged.name)).toEqual([
      { meetingId: hall.meetingId, state: 'inside' },
    ]);
    expect(await traces()).toEqual(['door.admitted', 'door.set']);
  });

  it('[D11] those who run the meeting hear of the list as it becomes', async () => {
    await set('all_wait');
    await Promise.all([1, 2, 3].map((index) => knockOf(hall.member(index))));
    await vi.waitFor(() => {
      const last = hall.publisher.sent.findLast(({ name }) => name === doorChanged.name);
      expect(last).toMatchObject({ to: `runners:${hall.meetingId}`, data: { mode: 'all_wait' } });
      expect(Object(last?.data).waiting).toHaveLength(3);
    });
  });

  it('[D12] opening the door lets everyone in who waits; letting guests wait, the others', async () => {
    const guest = () => personCaller(hall.secretaryId, { meetingRole: 'guest' });
    await set('all_wait');
    await knockOf(guest());
    await knockOf(hall.member(1));
    await set('guests_wait');
    expect(await waiting()).toEqual([hall.secretaryId]);
    await set('open');
    expect(await waiting()).toEqual([]);
    expect(await knockOf(guest())).toBe('inside');
  });

  it('[D13] whoever is taken off the meeting waits no longer', async () => {
    await set('all_wait');
    await knockOf(hall.member(1));
    const now = await hall.meetings.getMeeting(hall.secretary(), hall.meetingId);
    const participants = now.participants.filter(({ personId }) => personId !== idOf(1));
    await hall.meetings.updateMeeting(hall.secretary(), now.id, { ...now, participants });
    expect(await waiting()).toEqual([]);
    expect((await refusal(admit(idOf(1)))).code).toBe('not_found');
  });

  it('[D14] is for open meetings; what has ended has no door', async () => {
    const { id: meetingId } = await hall.newMeeting();
    expect((await refusal(hall.admission.knock(hall.member(1), meetingId))).code).toBe(
      'meeting_not_open',
    );
    await hall.meetings.setMeetingState(hall.secretary(), hall.meetingId, 'closed');
    expect((await refusal(set('locked'))).code).toBe('meeting_state');
  });
});

describe('a locked door', () => {
  it('[D15] keeps new people out and takes back those who were inside, noted or not', async () => {
    expect(await knockOf(hall.member(1))).toBe('inside');
    expect(await refusalOf(hall.member(2))).toBeNull();
    await set('locked');
    expect(await knockOf(hall.member(1))).toBe('inside');
    expect(await knockOf(hall.member(2))).toBe('inside');
    expect(await knockOf(hall.member(3))).toBe('locked');
    expect(await refusalOf(hall.member(3))).toBe('meeting_locked');
    expect(await waiting()).toEqual([]);
    await admit(idOf(3));
    expect(await refusalOf(hall.member(3))).toBeNull();
  });

  it('[D16] is open to the chair, the staff and the devices of the room', async () => {
    await set('locked');
    for (const caller of [hall.chair(), hall.secretary(), deviceCaller({ kind: 'room' })])
      expect(await refusalOf(caller)).toBeNull();
  });
});

describe('turning away', () => {
  it('[D17] is for those who wait, and holds for a minute', async () => {
    await set('all_wait');
    const decline = () => hall.admission.decline(hall.secretary(), target(1));
    expect((await refusal(decline())).code).toBe('conflict');
    await knockOf(hall.member(1));
    await decline();
    expect(await refusalOf(hall.member(1))).toBe('admission_declined');
    expect(await knockOf(hall.member(1))).toBe('declined');
    hall.clock.set('2026-03-02T01:01:00.000Z');
    expect(await knockOf(hall.member(1))).toBe('waiting');
  });
});

describe('sending out', () => {
  it('[D18] lasts until let in again, and is told to those who end the connection', async () => {
    const sentOut: Id[] = [];
    hall.admission.onRemoved((personId, meetingId) => void sentOut.push(personId, meetingId));
    await knockOf(hall.member(1));
    await hall.admission.remove(hall.chair(), target(1));
    expect(sentOut).toEqual([idOf(1), hall.meetingId]);
    expect(await refusalOf(hall.member(1))).toBe('removed_from_room');
    await set('open');
    expect(await knockOf(hall.member(1))).toBe('removed');
    await admit(idOf(1));
    expect(await knockOf(hall.member(1))).toBe('inside');
    expect(await traces()).toEqual(['door.admitted', 'door.set', 'door.removed']);
  });

  it('[D19] never the chair, nor the staff', async () => {
    const chair = hall.admission.remove(hall.secretary(), target(0));
    expect((await refusal(chair)).code).toBe('not_allowed');
    const staff = { meetingId: hall.meetingId, personId: hall.secretaryId };
    const attempt = hall.admission.remove(hall.chair(), staff);
    expect((await refusal(attempt)).code).toBe('not_allowed');
  });

  it('[D20] touches neither presence nor the right to vote', async () => {
    await hall.checkIn([0, 2]);
    await hall.attendance.checkInOnline(hall.member(1), hall.meetingId);
    await hall.admission.remove(hall.chair(), target(1));
    const pollId = await hall.openedPoll();
    const { receipt } = await hall.cast(pollId, 1, 'for');
    expect(receipt.marks).toEqual({ kind: 'motion', choice: 'for' });
  });

  it('[D21] a repeated request gets the first answer and sends nobody out twice', async () => {
    const sentOut: Id[] = [];
    hall.admission.onRemoved((personId) => void sentOut.push(personId));
    const { requestId } = hall.chair();
    const again = () => personCaller(idOf(0), { meetingRole: 'chair', requestId });
    expect(await hall.admission.remove(again(), target(1))).toEqual({ done: true });
    await admit(idOf(1));
    expect(await hall.admission.remove(again(), target(1))).toEqual({ done: true });
    expect(sentOut).toEqual([idOf(1)]);
    expect(await refusalOf(hall.member(1))).toBeNull();
  });
});

describe('the roll', () => {
  it('[D22] has nobody online who is not inside', async () => {
    await set('all_wait');
    const join = (index: number) =>
      hall.attendance.checkInOnline(hall.member(index), hall.meetingId);
    expect((await refusal(join(1))).code).toBe('waiting_for_admission');
    await admit(idOf(1));
    expect(await join(1)).toEqual({ state: 'online' });
    await set('locked');
    expect((await refusal(join(2))).code).toBe('meeting_locked');
    await hall.admission.remove(hall.secretary(), target(2));
    expect((await refusal(join(2))).code).toBe('removed_from_room');
  });
});
