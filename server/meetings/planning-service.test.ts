import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { meetingChanged } from '../../models/contracts/meetings.ts';
import { type Id, newId } from '../../models/ids.ts';
import { agendaItems } from '../../models/tables/meetings.ts';
import type { Caller } from '../platform/caller.ts';
import { addPeople, personCaller, refusal } from '../testing/chamber.ts';
import { type Hall, openHall } from '../testing/hall.ts';

let hall: Hall;
beforeEach(async () => {
  hall = await openHall(3);
});
afterEach(() => hall.close());

/** The meeting as an edit would send it back unchanged. */
async function editOf(meetingId: Id) {
  const { meetings, secretary } = hall;
  const { bodyId, title, kind, roomId, startsAt, endsAt, agenda, participants, revision } =
    await meetings.getMeeting(secretary(), meetingId);
  return { bodyId, title, kind, roomId, startsAt, endsAt, agenda, participants, revision };
}
const seenBy = async (caller: Caller) =>
  (await hall.meetings.listMeetings(caller)).items.map(({ id, myRole }) => [id, myRole]);

describe('planning meetings', () => {
  it('[M30] a meeting keeps agenda and participants in order; each participant has a PIN', async () => {
    const { meetings, memberIds } = hall;
    const { read } = hall.database;
    const meeting = await hall.newMeeting();
    expect(meeting).toMatchObject({ state: 'planned', revision: 0, bodyName: 'UBND phường' });
    expect(meeting.startsAt).toBe('2026-03-02T01:30:00.000Z');
    expect(meeting.agenda.map(({ title }) => title)).toEqual(['Báo cáo', 'Biểu quyết']);
    expect(meeting.participants.map(({ seat }) => seat)).toEqual(['A1', 'A2', 'A3', '']);
    expect(meeting.myRole).toBe('guest');
    const pin = await meetings.pinOf(read, meeting.id, memberIds[0] ?? '');
    expect(pin).toMatch(/^\d{6}$/);
    expect(await meetings.personByPin(read, meeting.id, pin)).toBe(memberIds[0]);
    expect(await meetings.personByPin(read, newId(), pin)).toBeNull();
    expect((await refusal(meetings.pinOf(read, meeting.id, newId()))).code).toBe('not_found');
  });

  it('[M31] who is no member of the body can only be a guest', async () => {
    const body = await hall.newBody();
    const participants = hall.meetingDraft(body.id).participants.map((one) => ({
      ...one,
      role: one.role === 'chair' ? one.role : ('member' as const),
    }));
    const attempt = hall.newMeeting({ bodyId: body.id, participants });
    expect((await refusal(attempt)).details).toEqual({ fields: ['participants.3.role'] });
  });

  it('[M32] an edit keeps ids and PINs, takes off what is missing, and tells those concerned', async () => {
    const { meetings, secretary, memberIds, publisher, secretaryId } = hall;
    const { read } = hall.database;
    const meeting = await hall.newMeeting();
    const pin = await meetings.pinOf(read, meeting.id, memberIds[1] ?? '');
    const edit = await editOf(meeting.id);
    const [late = ''] = await addPeople(hall, 1);
    const members = edit.participants.filter(({ role }) => role !== 'guest').toReversed();
    const changed = await meetings.updateMeeting(secretary(), meeting.id, {
      ...edit,
      agenda: [{ title: 'Khai mạc', presenter: '', minutes: 5 }, ...edit.agenda.slice(1)],
      participants: [...members, { personId: late, role: 'guest', seat: 'B1' }],
    });
    expect(changed.revision).toBe(1);
    expect(changed.agenda.map(({ title }) => title)).toEqual(['Khai mạc', 'Biểu quyết']);
    expect(changed.agenda[1]?.id).toBe(meeting.agenda[1]?.id);
    const onFile = await read.select().from(agendaItems);
    const removed = onFile.filter(({ removedAt }) => removedAt !== null);
    expect(removed).toMatchObject([{ title: 'Báo cáo' }]);
    expect(changed.participants.map(({ seat }) => seat)).toEqual(['A3', 'A2', 'A1', 'B1']);
    expect(await meetings.pinOf(read, meeting.id, memberIds[1] ?? '')).toBe(pin);
    expect(await meetings.roleOf(secretaryId, meeting.id)).toBeNull();
    expect(publisher.removed).toEqual([{ personId: secretaryId, meetingId: meeting.id }]);
    expect(publisher.named(meetingChanged.name)).toEqual([
      {
        meetingId: meeting.id,
        revision: 1,
        state: 'planned',
        currentAgendaItemId: null,
        currentItemSince: null,
        screenView: 'auto',
      },
    ]);
  });

  it('[M33] an edit of an older revision loses; an item of another meeting is refused', async () => {
    const { meetings, secretary } = hall;
    const { id } = await hall.newMeeting();
    const edit = await editOf(id);
    await meetings.updateMeeting(secretary(), id, edit);
    expect((await refusal(meetings.updateMeeting(secretary(), id, edit))).code).toBe('conflict');
    const foreign = { id: newId(), title: 'Lạ', presenter: '', minutes: 1 };
    const stolen = { ...edit, revision: 1, agenda: [foreign] };
    const attempt = meetings.updateMeeting(secretary(), id, stolen);
    expect((await refusal(attempt)).details).toEqual({ fields: ['agenda.0.id'] });
  });

  it('[M34] a request that is sent again makes one meeting', async () => {
    const body = await hall.newBody();
    const caller = hall.secretary();
    const draft = hall.meetingDraft(body.id);
    const first = await hall.meetings.createMeeting(caller, draft);
    expect(await hall.meetings.createMeeting(caller, draft)).toEqual(first);
    expect(await seenBy(hall.secretary())).toHaveLength(1);
  });

  it('[M35] people see their own meetings, the staff all of them, newest first', async () => {
    const [chair = '', second = '', third = ''] = hall.memberIds;
    const early = await hall.newMeeting();
    const late = await hall.newMeeting({
      bodyId: early.bodyId,
      startsAt: '2026-04-02T01:30:00Z',
      endsAt: '2026-04-02T02:30:00Z',
      participants: [
        { personId: second, role: 'chair', seat: '' },
        { personId: third, role: 'member', seat: '' },
      ],
    });
    expect(await seenBy(hall.secretary())).toEqual([
      [late.id, null],
      [early.id, 'guest'],
    ]);
    expect(await seenBy(personCaller(chair))).toEqual([[early.id, 'chair']]);
    expect(await seenBy(personCaller(newId()))).toEqual([]);
  });

  it('[M40] what ended is not edited; an open meeting is, but stays with its body', async () => {
    const { meetings, secretary } = hall;
    const { id } = await hall.newMeeting();
    const other = await hall.newBody();
    await meetings.setMeetingState(secretary(), id, 'open');
    const moved = { ...(await editOf(id)), bodyId: other.id };
    expect((await refusal(meetings.updateMeeting(secretary(), id, moved))).details).toEqual({
      fields: ['bodyId'],
    });
    const edit = { ...(await editOf(id)), title: 'Phiên họp chuyên đề' };
    const edited = await meetings.updateMeeting(secretary(), id, edit);
    expect(edited.title).toBe('Phiên họp chuyên đề');
    await meetings.setMeetingState(secretary(), id, 'closed');
    const late = meetings.updateMeeting(secretary(), id, await editOf(id));
    expect((await refusal(late)).code).toBe('meeting_state');
  });
});
