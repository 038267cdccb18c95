import type { Person } from '../../models/contracts/identity.ts';
import {
  createBody,
  createMeeting,
  createRoom,
  setMeetingState,
} from '../../models/contracts/meetings.ts';
import { peoplesCommitteeRules } from '../../models/contracts/rules.ts';
import type { Id } from '../../models/ids.ts';
import { type TestApp, type TestAppOptions, createTestApp } from './test-app.ts';

/** The whole server with two rooms and, in the first, a planned meeting that is about to start. */
export interface MeetingHouse extends TestApp {
  meetingId: Id;
  roomId: Id;
  otherRoomId: Id;
  chair: Person;
  member: Person;
  guest: Person;
  open(): Promise<unknown>;
  /** Another meeting in the same room, with the same people. */
  newMeeting(): Promise<Id>;
}

/** Signed in as `chutoa`, `uyvien` and `khachmoi`. */
export async function openMeetingHouse(options?: TestAppOptions): Promise<MeetingHouse> {
  const house = await createTestApp(options);
  const chair = await house.addPerson({ username: 'chutoa', fullName: 'Nguyễn Thị Chủ Tọa' });
  const member = await house.addPerson({ username: 'uyvien', fullName: 'Trần Văn Ủy Viên' });
  const guest = await house.addPerson({ username: 'khachmoi', fullName: 'Lê Khách Mời' });
  const [roomId, otherRoomId] = [await newRoom(house, 'P1'), await newRoom(house, 'P2')];
  const newMeeting = await meetingsOf(house, roomId, { chair, member, guest });
  const meetingId = await newMeeting();
  const open = () =>
    house.administrator.call(setMeetingState, { params: { meetingId }, body: { state: 'open' } });
  return { ...house, meetingId, roomId, otherRoomId, chair, member, guest, open, newMeeting };
}

async function newRoom({ administrator }: TestApp, name: string): Promise<Id> {
  const room = await administrator.call(createRoom, { body: { name, location: '', seats: 9 } });
  return room.id;
}

async function meetingsOf(
  { administrator }: TestApp,
  roomId: Id,
  { chair, member, guest }: Record<'chair' | 'member' | 'guest', Person>,
): Promise<() => Promise<Id>> {
  const voters = [
    { personId: chair.id, role: 'chair' as const },
    { personId: member.id, role: 'member' as const },
  ];
  const body = await administrator.call(createBody, {
    body: {
      name: 'UBND phường',
      organisationId: null,
      members: voters,
      ruleSet: peoplesCommitteeRules,
    },
  });
  const people = [...voters, { personId: guest.id, role: 'guest' as const }];
  const draft = {
    bodyId: body.id,
    title: 'Phiên họp',
    kind: 'regular' as const,
    roomId,
    startsAt: '2026-03-02T01:30:00Z',
    endsAt: '2026-03-02T04:00:00Z',
    agenda: [],
    participants: people.map((one, index) => ({ ...one, seat: `A${index + 1}` })),
  };
  return async () => (await administrator.call(createMeeting, { body: draft })).id;
}
