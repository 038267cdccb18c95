import type { Body, Meeting, MeetingDraft, Room } from '../../models/contracts/meetings.ts';
import { peoplesCommitteeRules } from '../../models/contracts/rules.ts';
import { after, hours } from '../platform/clock.ts';
import { foundOr } from './found-or.ts';
import type { DemoPeople } from './load-people.ts';
import type { DemoDeps } from './deps.ts';
import { agenda, rollReason, rooms, stateAtStart, titleAt } from './meeting.ts';
import { cityName, guests, members, secretary } from './people.ts';

const duration = hours(4);

/** The People's Committee, which decides in sessions and in writing. */
export async function loadBody(
  { services: { meetings } }: DemoDeps,
  people: DemoPeople,
): Promise<Body> {
  const { items } = await meetings.listBodies(people.as(secretary), { includeClosed: true });
  return foundOr(
    items,
    ({ name }) => name === cityName,
    () =>
      meetings.createBody(people.as(secretary), {
        name: cityName,
        organisationId: null,
        members: members.map((member) => ({ personId: people.id(member), role: member.role })),
        ruleSet: peoplesCommitteeRules,
      }),
  );
}

/** A meeting that begins now, is open, and has polls prepared. */
export async function loadMeeting(deps: DemoDeps, people: DemoPeople, body: Body): Promise<void> {
  const { meetings } = deps.services;
  const room = await loadRooms(deps, people);
  const { items } = await meetings.listMeetings(people.as(secretary));
  const { id } = await foundOr(
    items,
    (one) => one.bodyId === body.id,
    () => meetings.createMeeting(people.as(secretary), draftMeeting(deps, body, room, people)),
  );
  const planned = await meetings.getMeeting(people.as(secretary), id);
  const meeting =
    planned.state === 'planned'
      ? await meetings.setMeetingState(people.as(secretary), id, 'open')
      : planned;
  await loadRoll(deps, meeting, people);
  await loadPolls(deps, meeting, people);
}

async function loadRooms({ services: { meetings } }: DemoDeps, people: DemoPeople): Promise<Room> {
  const { items } = await meetings.listRooms(people.as(secretary), { includeClosed: true });
  const all = [];
  for (const room of rooms)
    all.push(
      await foundOr(
        items,
        ({ name }) => name === room.name,
        () => meetings.createRoom(people.as(secretary), room),
      ),
    );
  const [first] = all;
  if (first === undefined) throw new Error('no room');
  return first;
}

function draftMeeting(
  { clock }: DemoDeps,
  body: Body,
  room: Room,
  people: DemoPeople,
): MeetingDraft {
  const now = clock.now();
  const startsAt = `${now.slice(0, 'yyyy-mm-ddThh:mm'.length)}:00.000Z`;
  return {
    bodyId: body.id,
    title: titleAt(now),
    kind: 'regular',
    roomId: room.id,
    startsAt,
    endsAt: after(startsAt, duration),
    agenda: agenda.map(({ title, presenter, minutes }) => ({ title, presenter, minutes })),
    participants: [
      ...members.map((member, index) => ({
        personId: people.id(member),
        role: member.role === 'chair' ? ('chair' as const) : ('member' as const),
        seat: `A${index + 1}`,
      })),
      ...guests.map((guest, index) => ({
        personId: people.id(guest),
        role: 'guest' as const,
        seat: `K${index + 1}`,
      })),
    ],
  };
}

async function loadRoll(
  { services: { attendance } }: DemoDeps,
  { id: meetingId }: Meeting,
  people: DemoPeople,
): Promise<void> {
  const { entries } = await attendance.roll(people.as(secretary), meetingId);
  for (const [position, member] of members.entries()) {
    const personId = people.id(member);
    const state = stateAtStart(position);
    const entry = entries.find((one) => one.personId === personId);
    if (entry?.state === 'not_yet' && state !== 'not_yet')
      await attendance.correct(people.as(secretary), {
        meetingId,
        personId,
        state,
        reason: rollReason,
      });
  }
}

const plainPoll = {
  secrecy: 'open',
  binding: true,
  reveal: 'closing',
  link: null,
  ownRules: null,
} as const;

async function loadPolls(
  { services: { voting } }: DemoDeps,
  { id: meetingId, agenda: items }: Meeting,
  people: DemoPeople,
): Promise<void> {
  const { items: there } = await voting.list(people.as(secretary), meetingId);
  const wanted = agenda.flatMap(({ title, polls = [] }) => polls.map((poll) => ({ title, poll })));
  for (const { title, poll } of wanted) {
    if (there.some(({ question }) => question === poll.question)) continue;
    const agendaItemId = items.find((item) => item.title === title)?.id ?? null;
    await voting.create(people.as(secretary), meetingId, { ...plainPoll, ...poll, agendaItemId });
  }
}
