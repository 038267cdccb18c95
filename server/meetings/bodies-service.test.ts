import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { peoplesCommitteeRules } from '../../models/contracts/rules.ts';
import { newId } from '../../models/ids.ts';
import { people } from '../../models/tables/identity.ts';
import { ruleSets } from '../../models/tables/meetings.ts';
import { addPeople, refusal } from '../testing/chamber.ts';
import { type Hall, openHall } from '../testing/hall.ts';

let hall: Hall;
beforeEach(async () => {
  hall = await openHall(3);
});
afterEach(() => hall.close());

/** The body's draft without one of its members, as an edit of the first revision. */
function without(gone: number) {
  const draft = hall.bodyDraft();
  const members = draft.members.filter((_, index) => index !== gone);
  return { ...draft, members, revision: 0, closed: false };
}

describe('bodies', () => {
  it('[M22] changed rules make a new version, unchanged ones do not, and earlier ones stay', async () => {
    const { meetings, secretary } = hall;
    const body = await hall.newBody();
    expect(body.ruleSet.version).toBe(1);
    const draft = { ...hall.bodyDraft(), closed: false };
    const rename = { ...draft, name: 'UBND xã', revision: 0 };
    const renamed = await meetings.updateBody(secretary(), body.id, rename);
    expect(renamed).toMatchObject({ name: 'UBND xã', ruleSet: { version: 1 }, revision: 1 });
    const ruleSet = { ...peoplesCommitteeRules, tie: 'not_carried' as const };
    const changed = await meetings.updateBody(secretary(), body.id, {
      ...draft,
      ruleSet,
      revision: 1,
    });
    expect(changed.ruleSet).toEqual({ ...ruleSet, version: 2 });
    const kept = await hall.database.read.select().from(ruleSets);
    expect(kept.map(({ rules }) => rules.tie)).toEqual(['chair', 'not_carried']);
  });

  it('[M23] keep the order of seats and tell names and offices', async () => {
    const { members } = await hall.newBody();
    expect(members.map(({ personId }) => personId)).toEqual(hall.memberIds);
    expect(members[0]).toMatchObject({ office: 'Chủ tịch', fullName: 'Đại biểu 1' });
  });

  it('[M24] need one chair, nobody twice, people and organisations that exist', async () => {
    const { members } = hall.bodyDraft();
    const [, member] = members;
    const attempt = (changes: object) =>
      refusal(hall.meetings.createBody(hall.secretary(), { ...hall.bodyDraft(), ...changes }));
    expect((await attempt({ members: [member] })).code).toBe('body_needs_chair');
    expect((await attempt({ members: [...members, member] })).details).toEqual({
      fields: ['members.3.personId'],
    });
    const stranger = { personId: newId(), role: 'member' };
    const faults = await attempt({ members: [...members, stranger], organisationId: newId() });
    expect(faults.details).toEqual({ fields: ['members.3.personId', 'organisationId'] });
    const [left = ''] = await addPeople(hall, 1);
    await hall.database.write(async (tx) => {
      await tx.update(people).set({ closedAt: hall.clock.now() }).where(eq(people.id, left));
    });
    const closed = { personId: left, role: 'member' };
    expect((await attempt({ members: [...members, closed] })).code).toBe('invalid_input');
    const { items } = await hall.meetings.listBodies(hall.secretary(), { includeClosed: true });
    expect(items).toEqual([]);
  });

  it('[M25] with a meeting ahead are not closed; a closed one plans none', async () => {
    const { meetings, secretary } = hall;
    const { id, bodyId } = await hall.newMeeting();
    const close = { ...hall.bodyDraft(), revision: 0, closed: true };
    const early = await refusal(meetings.updateBody(secretary(), bodyId, close));
    expect(early.code).toBe('in_use');
    await meetings.setMeetingState(secretary(), id, 'cancelled');
    expect((await meetings.updateBody(secretary(), bodyId, close)).closedAt).not.toBeNull();
    expect((await refusal(hall.newMeeting({ bodyId }))).details).toEqual({ fields: ['bodyId'] });
  });

  it('[M26] nobody who votes in an open meeting is taken off the body', async () => {
    const { meetings, secretary } = hall;
    const { id: bodyId } = await hall.newBody();
    const participants = hall.meetingDraft(bodyId).participants.filter(({ seat }) => seat !== 'A3');
    const { id } = await hall.newMeeting({ bodyId, participants });
    await meetings.setMeetingState(secretary(), id, 'open');
    const voter = await refusal(meetings.updateBody(secretary(), bodyId, without(1)));
    expect(voter.code).toBe('meeting_state');
    const body = await meetings.updateBody(secretary(), bodyId, without(2));
    expect(body.members).toHaveLength(2);
  });

  it('[M42] a meeting with a voter who has left the body does not open', async () => {
    const { meetings, secretary } = hall;
    const { id, bodyId } = await hall.newMeeting();
    await meetings.updateBody(secretary(), bodyId, without(1));
    const open = await refusal(meetings.setMeetingState(secretary(), id, 'open'));
    expect(open.details).toEqual({ fields: ['participants.1.role'] });
  });
});
