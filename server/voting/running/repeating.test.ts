import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Choice } from '../../../models/contracts/ballots.ts';
import { peoplesCommitteeRules } from '../../../models/contracts/rules.ts';
import { refusal } from '../../testing/chamber.ts';
import { type VotingHall, openVotingHall } from '../../testing/voting-hall.ts';
import { pollsIn } from './testing/polls-in.ts';

let hall: VotingHall;
beforeEach(async () => {
  hall = await openVotingHall(5);
  await hall.checkIn([0, 1, 2, 3]);
});
afterEach(() => hall.close());

const motion = (choice: Choice) => ({ kind: 'motion' as const, choice });
const { actsOf, openFor, seenBy } = pollsIn(() => hall);

describe('holding a poll again', () => {
  it('[V112] makes a draft with the same wording, linked to the first', async () => {
    const pollId = await openFor(null, { question: 'Lần một?' });
    const { voting, meetingId, secretary } = hall;
    expect((await refusal(voting.repeat(secretary(), meetingId, pollId))).code).toBe('poll_state');
    await voting.void(secretary(), meetingId, pollId, 'Nhầm nội dung');
    const again = await voting.repeat(secretary(), meetingId, pollId);
    expect(again).toMatchObject({
      state: 'draft',
      number: 2,
      question: 'Lần một?',
      link: { kind: 'repeats', pollId },
      verdict: null,
    });
    await voting.open(secretary(), meetingId, again.id, { revision: 0, seconds: null });
    expect((await actsOf(again.id))[0]).toMatchObject({ link: { kind: 'repeats', pollId } });
  });

  it('[V113] after a tie is between those who were tied', async () => {
    const options = ['An', 'Bình', 'Chi'].map((label, at) => ({ key: at + 1, label, note: '' }));
    const paper = { kind: 'election' as const, options, seats: 2, min: 1, max: 2 };
    const ruleSet = {
      ...peoplesCommitteeRules,
      threshold: { kind: 'relative' as const },
      tie: 'second_ballot' as const,
    };
    const pollId = await openFor(null, { paper, ownRules: { ruleSet, reason: 'Bầu cử' } });
    const chosen = [
      [1, 2],
      [1, 2],
      [1, 3],
      [1, 3],
    ];
    for (const [index, keys] of chosen.entries())
      await hall.give(pollId, index, { kind: 'election', chosen: keys });
    const { voting, meetingId, secretary } = hall;
    const closed = await voting.close(secretary(), meetingId, pollId);
    expect(closed.verdict).toMatchObject({
      kind: 'election',
      outcome: 'second_ballot',
      options: [{ passed: true }, { passed: false }, { passed: false }],
      tied: [2, 3],
    });
    const again = await voting.repeat(secretary(), meetingId, pollId);
    expect(again.paper).toMatchObject({ seats: 1, max: 1, options: options.slice(1) });
  });
});

describe('polls that bind nobody', () => {
  it('[V114] ask everyone who is present, guests too, without a quorum, one vote each', async () => {
    await hall.close();
    hall = await openVotingHall(9);
    await hall.checkIn([0, 1]);
    await hall.attendance.correct(hall.secretary(), {
      meetingId: hall.meetingId,
      personId: hall.secretaryId,
      state: 'in_person',
      reason: 'Có mặt',
    });
    const pollId = await openFor(null, { binding: false });
    await hall.cast(pollId, 0, 'for');
    const guest = { ...hall.secretary(), meetingRole: 'guest' as const };
    const { meetingId } = hall;
    await hall.voting.cast(guest, { meetingId, pollId, marks: motion('for') });
    const { verdict, voters } = await hall.voting.close(hall.chair(), meetingId, pollId);
    expect(voters).toBe(3);
    expect(verdict).toMatchObject({
      outcome: 'recorded',
      decidedBy: 'not_binding',
      counts: { for: 2 },
      members: 9,
    });
    await actsOf(pollId);
  });
});

describe('changing a vote', () => {
  it('[V115] where the rules allow it the last counts, and every change is on record', async () => {
    await hall.close();
    hall = await openVotingHall(5, { ...peoplesCommitteeRules, changeable: true });
    await hall.checkIn([0, 1, 2, 3]);
    const pollId = await openFor(null);
    const first = await hall.cast(pollId, 1, 'for');
    const second = await hall.cast(pollId, 1, 'against');
    expect(second.receipt.sequence).toBeGreaterThan(first.receipt.sequence);
    const mine = await seenBy(hall.member(1), pollId);
    expect(mine).toMatchObject({ cast: 1, votes: [{ receipt: second.receipt }] });
    const { verdict, ballots } = await hall.voting.close(hall.chair(), hall.meetingId, pollId);
    expect(verdict).toMatchObject({ cast: 1, counts: { for: 0, against: 1 } });
    expect(ballots?.[1]?.marks).toEqual(motion('against'));
    expect(await actsOf(pollId)).toHaveLength(4);
    const { items } = await hall.audit.list({ limit: 10, action: 'ballot.changed' });
    expect(items).toHaveLength(1);
  });
});
