import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Choice } from '../../models/contracts/ballots.ts';
import { peoplesCommitteeRules } from '../../models/contracts/rules.ts';
import { type MyPoll, Poll } from '../../models/contracts/voting.ts';
import { newId } from '../../models/ids.ts';
import { deviceCaller, personCaller, refusal } from '../testing/chamber.ts';
import { type VotingHall, motionDraft, openVotingHall } from '../testing/voting-hall.ts';
import { checkLedger } from '../../models/voting/ledger-check.ts';

let hall: VotingHall;
beforeEach(async () => {
  hall = await openVotingHall(5);
});
afterEach(() => hall.close());

const draft = motionDraft();
const marks = (choice: Choice) => ({ kind: 'motion', choice });
const seenBy = async (caller: ReturnType<VotingHall['chair']>) =>
  (await hall.voting.list(caller, hall.meetingId)).items;
const onlyOne = async (caller: ReturnType<VotingHall['chair']>): Promise<MyPoll> => {
  const [poll] = await seenBy(caller);
  if (poll === undefined) throw new Error('no poll to be seen');
  return poll;
};
/** How many entries a ledger has, once it is known to be sound. */
async function entriesOf(pollId: string): Promise<number> {
  const rows = await hall.ledger.read(hall.database.read, pollId);
  expect(checkLedger(rows).faults).toEqual([]);
  return rows.length;
}

describe('preparing polls', () => {
  it('[V40] drafts are numbered, can be changed, and only those who run polls see them', async () => {
    const { voting, meetingId, secretary } = hall;
    const first = await voting.create(secretary(), meetingId, draft);
    const second = await voting.create(hall.chair(), meetingId, draft);
    expect([first.number, second.number]).toEqual([1, 2]);
    const agenda = (await hall.meetings.meetingOf(hall.database.read, meetingId)).agenda;
    const words = { question: 'Thông qua nghị quyết?', agendaItemId: agenda[1]?.id ?? '' };
    const edit = { ...motionDraft(words), revision: 0 };
    const changed = await voting.update(hall.chair(), meetingId, first.id, edit);
    expect(changed).toMatchObject({ ...words, revision: 1 });
    expect(await seenBy(secretary())).toHaveLength(2);
    expect(await seenBy(hall.chair())).toHaveLength(2);
    expect(await seenBy(hall.member(1))).toEqual([]);
    expect(await seenBy(deviceCaller())).toEqual([]);
    expect(hall.publisher.named('poll:changed')).toEqual([]);
  });

  it('[V192] whoever prepares a poll reads the rules of the body that are in force', async () => {
    const rules = await hall.voting.bodyRules(hall.secretary(), hall.meetingId);
    expect(rules).toEqual({ ...peoplesCommitteeRules, version: 1 });
    const unknown = hall.voting.bodyRules(hall.secretary(), newId());
    expect((await refusal(unknown)).code).toBe('not_found');
  });

  it('[V193] whoever runs the meeting is told when drafts change, members nothing', async () => {
    const { voting, meetingId, secretary } = hall;
    const { id } = await voting.create(secretary(), meetingId, draft);
    const edit = { ...motionDraft({ question: 'Khác?' }), revision: 0 };
    await voting.update(secretary(), meetingId, id, edit);
    await voting.order(secretary(), meetingId, [id]);
    await voting.remove(secretary(), meetingId, id, 1);
    const told = hall.publisher.named('poll:drafts_changed');
    expect(told).toEqual(Array.from({ length: 4 }, () => ({ meetingId })));
  });

  it('[V194] an edit of an older form of a draft is refused and changes nothing', async () => {
    const { voting, meetingId, secretary } = hall;
    const { id, revision } = await voting.create(secretary(), meetingId, draft);
    const theirs = { ...motionDraft({ question: 'Bản của người kia?' }), revision };
    const saved = await voting.update(hall.chair(), meetingId, id, theirs);
    const told = hall.publisher.sent.length;
    const mine = { ...motionDraft({ question: 'Bản của tôi?' }), revision };
    const late = voting.update(secretary(), meetingId, id, mine);
    expect((await refusal(late)).code).toBe('conflict');
    const removal = voting.remove(secretary(), meetingId, id, revision);
    expect((await refusal(removal)).code).toBe('conflict');
    expect(await onlyOne(secretary())).toEqual(saved);
    expect(hall.publisher.sent).toHaveLength(told);
    // A new place in the order is no other form; whoever has seen the newest one may save over it.
    await voting.order(secretary(), meetingId, [id]);
    const edit = { ...mine, revision: saved.revision };
    expect(await voting.update(secretary(), meetingId, id, edit)).toMatchObject({
      question: 'Bản của tôi?',
      revision: saved.revision + 1,
    });
  });

  it('[V41] an agenda item of another meeting, and a meeting that is over, are refused', async () => {
    const { voting, meetings, meetingId, secretary } = hall;
    const strange = voting.create(secretary(), meetingId, { ...draft, agendaItemId: newId() });
    expect((await refusal(strange)).details).toEqual({ fields: ['agendaItemId'] });
    const other = await voting.create(secretary(), meetingId, draft);
    const elsewhere = await hall.newMeeting();
    const wrong = voting.update(secretary(), elsewhere.id, other.id, {
      ...draft,
      revision: 0,
    });
    expect((await refusal(wrong)).code).toBe('not_found');
    await meetings.setMeetingState(secretary(), meetingId, 'closed');
    const late = await refusal(voting.create(secretary(), meetingId, draft));
    expect(late.code).toBe('meeting_state');
  });
});

describe('opening', () => {
  it('[V42] freezes roll, rules, members and wording', async () => {
    const { voting, meetingId, secretary } = hall;
    await hall.checkIn([0, 1, 2, 3]);
    const pollId = await hall.openedPoll();
    await hall.checkIn([4]);
    const [body] = (await hall.meetings.listBodies(secretary(), { includeClosed: false })).items;
    await hall.meetings.updateBody(secretary(), body?.id ?? '', {
      ...hall.bodyDraft({ ...peoplesCommitteeRules, tie: 'not_carried' }),
      revision: 0,
      closed: false,
    });
    const reword = voting.update(secretary(), meetingId, pollId, { ...draft, revision: 0 });
    expect((await refusal(reword)).code).toBe('poll_state');
    const poll = await onlyOne(hall.member(1));
    expect(poll).toMatchObject({ state: 'open', voters: 4, cast: 0, votes: [{ receipt: null }] });
    expect(poll.ruleSet).toMatchObject({ version: 1, tie: 'chair' });
    expect((await refusal(hall.cast(pollId, 4, 'for'))).code).toBe('not_on_voter_roll');
    expect((await onlyOne(hall.member(4))).votes).toEqual([]);
  });

  it('[V195] of a wording that was changed unseen is refused; nothing opens, nobody is told', async () => {
    const { voting, meetingId, secretary } = hall;
    await hall.checkIn([0, 1, 2, 3]);
    const { id, revision } = await voting.create(secretary(), meetingId, draft);
    const theirs = { ...motionDraft({ question: 'Bản của người kia?' }), revision };
    const saved = await voting.update(hall.chair(), meetingId, id, theirs);
    const told = hall.publisher.sent.length;
    const late = voting.open(secretary(), meetingId, id, { revision, seconds: null });
    expect((await refusal(late)).code).toBe('conflict');
    expect(await onlyOne(secretary())).toEqual(saved);
    expect(await seenBy(hall.member(1))).toEqual([]);
    expect(hall.publisher.sent).toHaveLength(told);
    const seen = { revision: saved.revision, seconds: null };
    expect(await voting.open(secretary(), meetingId, id, seen)).toMatchObject({
      state: 'open',
      question: 'Bản của người kia?',
      voters: 4,
    });
  });

  it('[V43] is refused without a quorum, in numbers', async () => {
    await hall.checkIn([0, 1, 2]);
    expect(await refusal(hall.openedPoll())).toEqual({
      code: 'no_quorum',
      details: { needed: 4, present: 3 },
    });
    expect((await onlyOne(hall.chair())).state).toBe('draft');
  });

  it('[V44] goes without a quorum where the rules allow it, and then nothing is carried', async () => {
    await hall.close();
    hall = await openVotingHall(5, { ...peoplesCommitteeRules, quorumGatesOpening: false });
    await hall.checkIn([0, 1, 2]);
    const pollId = await hall.openedPoll();
    for (const index of [0, 1, 2]) await hall.cast(pollId, index, 'for');
    const { verdict } = await hall.voting.close(hall.chair(), hall.meetingId, pollId);
    expect(verdict).toMatchObject({
      outcome: 'not_carried',
      decidedBy: 'no_quorum',
      quorum: { needed: 4, present: 3, reached: false },
    });
  });

  it('[V45] is for one poll at a time, in an open meeting, which does not close meanwhile', async () => {
    const { voting, meetings, meetingId, secretary } = hall;
    await hall.checkIn([0, 1, 2, 3]);
    const pollId = await hall.openedPoll();
    expect((await refusal(hall.openedPoll())).code).toBe('another_poll_open');
    expect(
      (await refusal(voting.open(secretary(), meetingId, pollId, { revision: 0, seconds: null })))
        .code,
    ).toBe('poll_state');
    const close = () => meetings.setMeetingState(secretary(), meetingId, 'closed');
    expect((await refusal(close())).code).toBe('meeting_has_open_poll');
    await voting.close(secretary(), meetingId, pollId);
    await close();
    const [, left] = await seenBy(secretary());
    const late = voting.open(secretary(), meetingId, left?.id ?? '', {
      revision: 0,
      seconds: null,
    });
    expect((await refusal(late)).code).toBe('meeting_not_open');
  });
});

describe('closing', () => {
  it('[V46] works out the verdict, names the ballots and tells everyone', async () => {
    const { voting, meetingId, secretary, publisher } = hall;
    await hall.checkIn([0, 1, 2, 3]);
    const pollId = await hall.openedPoll();
    await hall.cast(pollId, 0, 'for');
    await hall.cast(pollId, 1, 'against');
    await hall.cast(pollId, 2, 'for');
    expect((await onlyOne(hall.chair())).ballots).toBeNull();
    expect(await voting.turnout(secretary(), meetingId, pollId)).toMatchObject({
      items: [{ voted: true }, { voted: true }, { voted: true }, { voted: false }],
    });
    const closed = await voting.close(secretary(), meetingId, pollId);
    expect(closed.verdict).toMatchObject({
      outcome: 'not_carried',
      counts: { for: 2, against: 1, abstain: 0 },
      notVoted: 1,
      needed: 3,
      denominator: { kind: 'all', size: 5 },
    });
    expect(closed.ballots?.map((ballot) => ballot.marks)).toEqual([
      marks('for'),
      marks('against'),
      marks('for'),
      null,
    ]);
    const told = publisher.named('poll:changed').map((data) => Poll.parse(data).state);
    expect(told).toEqual(['open', 'closed']);
    expect(publisher.named('poll:changed').at(-1)).not.toHaveProperty('votes');
    expect((await refusal(hall.cast(pollId, 3, 'for'))).code).toBe('poll_not_open');
    expect(await entriesOf(pollId)).toBe(5);
  });

  it('[V47] on a tie goes by the chair', async () => {
    await hall.checkIn([0, 1, 2, 3]);
    const pollId = await hall.openedPoll();
    for (const index of [0, 1]) await hall.cast(pollId, index, 'for');
    for (const index of [2, 3]) await hall.cast(pollId, index, 'against');
    const { verdict } = await hall.voting.close(hall.chair(), hall.meetingId, pollId);
    expect(verdict).toMatchObject({
      outcome: 'carried',
      decidedBy: 'tie_rule',
      tie: { rule: 'chair', chairChoice: 'for' },
    });
  });

  it('[V48] sent again gets the first answer, and nothing happens twice', async () => {
    await hall.checkIn([0, 1, 2, 3]);
    const pollId = await hall.openedPoll();
    const caller = hall.secretary();
    const first = await hall.voting.close(caller, hall.meetingId, pollId);
    expect(await hall.voting.close(caller, hall.meetingId, pollId)).toEqual(first);
    expect(await entriesOf(pollId)).toBe(2);
    const anew = hall.voting.close(hall.secretary(), hall.meetingId, pollId);
    expect((await refusal(anew)).code).toBe('poll_not_open');
  });
});

describe('declaring void', () => {
  it('[V49] ends an open poll without a result; its record stays', async () => {
    const { voting, meetingId, secretary } = hall;
    await hall.checkIn([0, 1, 2, 3]);
    const pollId = await hall.openedPoll();
    await hall.cast(pollId, 1, 'for');
    const reason = 'Sai nội dung biểu quyết';
    expect(await voting.void(secretary(), meetingId, pollId, reason)).toMatchObject({
      state: 'void',
      voidReason: reason,
      verdict: null,
      ballots: null,
      cast: 1,
    });
    expect((await refusal(hall.cast(pollId, 2, 'for'))).code).toBe('poll_not_open');
    const again = voting.void(secretary(), meetingId, pollId, reason);
    expect((await refusal(again)).code).toBe('poll_state');
    expect(await entriesOf(pollId)).toBe(3);
    expect((await onlyOne(hall.member(1))).votes[0]?.receipt?.marks).toMatchObject({
      choice: 'for',
    });
    await hall.openedPoll();
  });

  it('[V50] a draft that is declared void stays unseen by members', async () => {
    const pollId = await hall.newPoll();
    await hall.voting.void(hall.chair(), hall.meetingId, pollId, 'Nhập nhầm');
    expect(await seenBy(hall.member(1))).toEqual([]);
    expect(await entriesOf(pollId)).toBe(1);
    expect(hall.publisher.named('poll:changed')).toEqual([]);
    expect(hall.publisher.named('poll:drafts_changed')).toHaveLength(2);
  });
});

describe('who sees polls', () => {
  it('[V51] the screen of the room sees opened polls and no receipt; one elsewhere nothing', async () => {
    await hall.checkIn([0, 1, 2, 3]);
    await hall.openedPoll();
    expect(await onlyOne(deviceCaller())).toMatchObject({ votes: [] });
    const elsewhere = hall.voting.list(deviceCaller({ roomId: newId() }), hall.meetingId);
    expect((await refusal(elsewhere)).code).toBe('not_allowed');
    const guest = personCaller(hall.secretaryId, { meetingRole: 'guest' });
    expect((await onlyOne(guest)).votes).toEqual([]);
  });
});
