import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { peoplesCommitteeRules } from '../../../models/contracts/rules.ts';
import { pollChanged } from '../../../models/contracts/voting.ts';
import { newId } from '../../../models/ids.ts';
import { openChamber, refusal } from '../../testing/chamber.ts';
import { after } from '../../platform/clock.ts';
import {
  type VotingHall,
  motionDraft,
  openVotingHall,
  votingServices,
} from '../../testing/voting-hall.ts';
import { pollsIn } from './testing/polls-in.ts';

let hall: VotingHall;
beforeEach(async () => {
  hall = await openVotingHall(5);
  await hall.checkIn([0, 1, 2, 3]);
});
afterEach(() => hall.close());

const seconds = (count: number) => after('2026-03-02T01:00:00.000Z', count * 1000);
const pass = (count: number) => hall.clock.set(seconds(count));
const { actsOf, openFor, seenBy } = pollsIn(() => hall);

describe('preparing', () => {
  it('[V100] polls are put in order before they are held, each exactly once', async () => {
    const { voting, secretary, meetingId } = hall;
    const [first, second, third] = [
      await hall.newPoll(),
      await hall.newPoll(),
      await hall.newPoll(),
    ];
    const ordered = await voting.order(secretary(), meetingId, [third, first, second]);
    expect(ordered.items.map(({ id }) => id)).toEqual([third, first, second]);
    expect(ordered.items.map(({ number }) => number)).toEqual([3, 1, 2]);
    const { items } = await voting.list(hall.chair(), meetingId);
    expect(items.map(({ id }) => id)).toEqual([third, first, second]);
    for (const wrong of [
      [first, second],
      [first, first, second],
      [first, second, newId()],
    ])
      expect((await refusal(voting.order(secretary(), meetingId, wrong))).code).toBe('conflict');
  });

  it('[V101] what was never opened is removed; what was, stays', async () => {
    const { voting, secretary, meetingId } = hall;
    const drafted = await hall.newPoll();
    expect(await voting.remove(secretary(), meetingId, drafted, 0)).toEqual({ done: true });
    expect((await voting.list(secretary(), meetingId)).items).toEqual([]);
    const opened = await hall.openedPoll();
    expect((await refusal(voting.remove(secretary(), meetingId, opened, 0))).code).toBe(
      'poll_state',
    );
  });

  it('[V102] an amendment is linked to the poll that it amends, in the same meeting only', async () => {
    const { voting, secretary, meetingId } = hall;
    const main = await hall.newPoll();
    const link = { kind: 'amends' as const, pollId: main };
    const amendment = await voting.create(secretary(), meetingId, motionDraft({ link }));
    expect(amendment.link).toEqual(link);
    const strange = motionDraft({ link: { kind: 'amends', pollId: newId() } });
    expect((await refusal(voting.create(secretary(), meetingId, strange))).details).toEqual({
      fields: ['link'],
    });
    const edit = { ...motionDraft({ link }), revision: 0 };
    const itself = voting.update(secretary(), meetingId, main, edit);
    expect((await refusal(itself)).details).toEqual({ fields: ['link'] });
  });

  it('[V103] a poll has rules of its own with a reason, and keeps them when the body changes', async () => {
    const ruleSet = {
      ...peoplesCommitteeRules,
      tie: 'not_carried' as const,
      threshold: { kind: 'at_least' as const, fraction: { numerator: 2, denominator: 3 } },
    };
    const reason = 'Miễn nhiệm cần hai phần ba';
    const pollId = await openFor(null, { ownRules: { ruleSet, reason } });
    for (const index of [0, 1, 2]) await hall.cast(pollId, index, 'for');
    const closed = await hall.voting.close(hall.chair(), hall.meetingId, pollId);
    expect(closed).toMatchObject({ ownRulesReason: reason, ruleSet: { ...ruleSet, version: 1 } });
    expect(closed.verdict).toMatchObject({ needed: 4, outcome: 'not_carried' });
    expect((await actsOf(pollId))[0]).toMatchObject({ ownRulesReason: reason });
  });

  it('[V104] a paper or rules that cannot be are refused', async () => {
    const options = [1, 2].map((key) => ({ key, label: `${key}`, note: '' }));
    const paper = { kind: 'choose' as const, options, min: 2, max: 3 };
    expect((await refusal(hall.newPoll({ paper }))).code).toBe('impossible_paper');
    const threshold = { kind: 'more_than' as const, fraction: { numerator: 1, denominator: 1 } };
    const ownRules = { ruleSet: { ...peoplesCommitteeRules, threshold }, reason: 'Thử' };
    expect((await refusal(hall.newPoll({ ownRules }))).code).toBe('impossible_rules');
  });
});

describe('the end of a poll', () => {
  it('[V105] comes by itself, whoever opened it', async () => {
    const pollId = await openFor(60);
    await hall.cast(pollId, 0, 'for');
    pass(59.999);
    await hall.voting.closeDue();
    expect((await seenBy(hall.chair(), pollId)).state).toBe('open');
    pass(60);
    await hall.voting.closeDue();
    await hall.voting.closeDue();
    expect(await seenBy(hall.chair(), pollId)).toMatchObject({
      state: 'closed',
      endsAt: seconds(60),
      closedAt: seconds(60),
      verdict: { cast: 1 },
    });
    const acts = await actsOf(pollId);
    expect(acts.map(({ type, by }) => [type, by === null])).toEqual([
      ['opened', false],
      ['cast', false],
      ['closed', true],
    ]);
    expect(hall.publisher.named('poll:changed')).toHaveLength(2);
  });

  it('[V106] refuses ballots from that millisecond on, before anything has closed it', async () => {
    const pollId = await openFor(60);
    pass(59.999);
    await hall.cast(pollId, 1, 'for');
    pass(60);
    expect((await refusal(hall.cast(pollId, 2, 'for'))).code).toBe('poll_not_open');
    const late = hall.voting.addVoter(
      hall.chair(),
      hall.meetingId,
      pollId,
      hall.memberIds[4] ?? '',
      'Đến muộn',
    );
    expect((await refusal(late)).code).toBe('poll_not_open');
  });

  it('[V107] is moved or taken away while it is open', async () => {
    const pollId = await openFor(60);
    pass(30);
    const moved = await hall.voting.setEnd(hall.chair(), hall.meetingId, pollId, 120);
    expect(moved.endsAt).toBe(seconds(150));
    pass(149);
    await hall.voting.closeDue();
    await hall.cast(pollId, 1, 'for');
    await hall.voting.setEnd(hall.chair(), hall.meetingId, pollId, null);
    pass(100_000);
    await hall.voting.closeDue();
    await hall.cast(pollId, 2, 'for');
    await hall.voting.close(hall.chair(), hall.meetingId, pollId);
    const again = hall.voting.setEnd(hall.chair(), hall.meetingId, pollId, 60);
    expect((await refusal(again)).code).toBe('poll_not_open');
    await actsOf(pollId);
  });

  it('[V108] that passed while the server was down comes at its next start', async () => {
    const pollId = await openFor(60);
    await hall.cast(pollId, 0, 'for');
    await hall.database.close();
    const chamber = openChamber(hall.dataDir);
    hall = { ...hall, ...chamber, ...votingServices(chamber) };
    pass(3600);
    await hall.voting.closeDue();
    expect(await seenBy(hall.chair(), pollId)).toMatchObject({
      state: 'closed',
      verdict: { cast: 1, notVoted: 3 },
    });
    await actsOf(pollId);
  });

  it('[V109] and ballots that come with it: each counts that was acknowledged, and no other', async () => {
    const pollId = await openFor(null);
    const attempts = await Promise.allSettled([
      hall.cast(pollId, 0, 'for'),
      hall.voting.close(hall.chair(), hall.meetingId, pollId),
      hall.cast(pollId, 1, 'for'),
    ]);
    const acknowledged = [attempts[0], attempts[2]].filter(({ status }) => status === 'fulfilled');
    const { verdict } = await seenBy(hall.chair(), pollId);
    expect(verdict).toMatchObject({ counts: { for: acknowledged.length } });
    await actsOf(pollId);
  });
});

describe('a result that waits to be announced', () => {
  it('[V110] is seen by those who run the meeting, and by everyone from its announcement on', async () => {
    const pollId = await openFor(null, { reveal: 'announcing' });
    await hall.cast(pollId, 0, 'for');
    const { voting, meetingId } = hall;
    expect(await voting.close(hall.chair(), meetingId, pollId)).toMatchObject({
      verdict: { counts: { for: 1 } },
    });
    expect(await seenBy(hall.member(1), pollId)).toMatchObject({ verdict: null, ballots: null });
    expect((await seenBy(hall.secretary(), pollId)).ballots).toHaveLength(4);
    const told = () => pollChanged.data.parse(hall.publisher.named('poll:changed').at(-1));
    expect(told()).toMatchObject({ state: 'closed', verdict: null, ballots: null });
    await voting.announce(hall.chair(), meetingId, pollId);
    expect(told().verdict).toMatchObject({ counts: { for: 1 } });
    expect((await seenBy(hall.member(1), pollId)).ballots).toHaveLength(4);
    const again = voting.announce(hall.chair(), meetingId, pollId);
    expect((await refusal(again)).code).toBe('poll_state');
    expect((await actsOf(pollId)).at(-1)).toMatchObject({ type: 'announced' });
  });

  it('[V111] a count that is shown live is seen by all while it goes on', async () => {
    const pollId = await openFor(null, { reveal: 'live' });
    await hall.cast(pollId, 0, 'for');
    expect(await seenBy(hall.member(1), pollId)).toMatchObject({
      verdict: { counts: { for: 1 } },
      ballots: null,
    });
  });
});
