import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Choice } from '../../../models/contracts/ballots.ts';
import { type RuleSetDraft, peoplesCommitteeRules } from '../../../models/contracts/rules.ts';
import { newId } from '../../../models/ids.ts';
import { PollAct } from '../../../models/voting/acts.ts';
import { checkLedger } from '../../../models/voting/ledger-check.ts';
import { refusal } from '../../testing/chamber.ts';
import { type VotingHall, motionDraft, openVotingHall } from '../../testing/voting-hall.ts';
import { readSecretBallots } from './ballots-store.ts';

const rules: RuleSetDraft = { ...peoplesCommitteeRules, tie: 'not_carried', changeable: true };
let hall: VotingHall;
beforeEach(async () => {
  hall = await openVotingHall(5, rules);
  await hall.checkIn([0, 1, 2, 3]);
});
afterEach(() => hall.close());

const secret = { secrecy: 'secret' as const };
const close = (pollId: string) => hall.voting.close(hall.secretary(), hall.meetingId, pollId);
async function actsOf(pollId: string) {
  const rows = await hall.ledger.read(hall.database.read, pollId);
  expect(checkLedger(rows).faults).toEqual([]);
  return rows.map(({ entry }) => PollAct.parse(JSON.parse(entry)));
}

describe('a secret ballot', () => {
  it('[V90] has a receipt without marks or time; the list shows no more', async () => {
    const pollId = await hall.openedPoll(secret);
    const { receipt } = await hall.cast(pollId, 1, 'against');
    expect(receipt).toMatchObject({ marks: null, castAt: null, sequence: 1 });
    const { items } = await hall.voting.list(hall.member(1), hall.meetingId);
    expect(items[0]?.votes).toMatchObject([{ receipt }]);
    const closed = await close(pollId);
    expect(closed).toMatchObject({ ballots: null, verdict: { counts: { against: 1 } } });
  });

  it('[V91] is one for each voter, never changed, whatever the rules allow open votes', async () => {
    const pollId = await hall.openedPoll(secret);
    await hall.cast(pollId, 1, 'against');
    expect((await refusal(hall.cast(pollId, 1, 'for'))).code).toBe('already_voted');
    expect(await readSecretBallots(hall.database.read, pollId)).toHaveLength(1);
  });

  it('[V92] sent again gets the same receipt; what is kept of the request says nothing of the marks', async () => {
    const pollId = await hall.openedPoll(secret);
    const requestId = newId();
    const first = await hall.cast(pollId, 1, 'against', requestId);
    // Were the marks part of what is kept, other marks would be told apart, and so could be guessed.
    expect(await hall.cast(pollId, 1, 'for', requestId)).toEqual(first);
    const ballots = await readSecretBallots(hall.database.read, pollId);
    expect(ballots.map(({ marks }) => marks)).toEqual([{ kind: 'motion', choice: 'against' }]);
  });

  it('[V93] lies on disk with nothing that leads to its voter', async () => {
    const pollId = await hall.openedPoll(secret);
    const choices: Choice[] = ['for', 'against', 'abstain', 'for'];
    for (const [index, choice] of choices.entries()) await hall.cast(pollId, index, choice);
    for (const { ballotId, ...ballot } of await readSecretBallots(hall.database.read, pollId)) {
      expect(Object.keys(ballot).toSorted()).toEqual(['marks', 'weight']);
      // Version 4: random. Ids of version 7 are made from the time.
      expect(ballotId[14]).toBe('4');
    }
    const acts = await actsOf(pollId);
    const voted = acts.filter(({ type }) => type === 'voted');
    expect(voted).toHaveLength(4);
    for (const act of voted)
      expect(Object.keys(act).toSorted()).toEqual(['by', 'ledgerId', 'personId', 'type']);
    const { items } = await hall.audit.list({ limit: 10, action: 'ballot.cast' });
    expect(JSON.stringify(items)).not.toMatch(/"(for|against|abstain)"/);
  });

  it('[V94] is told with all others at closing, in the order of random ids', async () => {
    const pollId = await hall.openedPoll(secret);
    for (const index of [0, 1, 2, 3]) await hall.cast(pollId, index, 'for');
    await close(pollId);
    const closed = (await actsOf(pollId)).at(-1);
    if (closed?.type !== 'closed' || closed.ballots === null) throw new Error('no ballots');
    const ids = closed.ballots.map(({ ballotId }) => ballotId);
    expect(ids).toHaveLength(4);
    expect(ids).toEqual(ids.toSorted());
  });

  it('[V95] once the poll has ended, the journal with the order of its pages is gone', async () => {
    const pollId = await hall.openedPoll(secret);
    for (const index of [0, 1, 2, 3]) await hall.cast(pollId, index, 'for');
    await close(pollId);
    const journal = readdirSync(hall.dataDir).find((name) => name.endsWith('.sqlite-wal'));
    expect(journal && readFileSync(join(hall.dataDir, journal)).length).toBe(0);
  });

  it('[V96] cannot be entered by hand, nor shown while it goes on', async () => {
    const pollId = await hall.openedPoll(secret);
    const marks = { kind: 'motion' as const, choice: 'for' as const };
    const { secretary, meetingId, memberIds, voting } = hall;
    const entry = voting.enter(secretary(), meetingId, pollId, memberIds[1] ?? '', marks);
    expect((await refusal(entry)).code).toBe('secret_not_by_hand');
    const live = voting.create(secretary(), meetingId, motionDraft({ ...secret, reveal: 'live' }));
    expect((await refusal(live)).details).toEqual({ fields: ['reveal'] });
  });

  it('[V97] goes by no chair: such a poll is refused when it is drafted, and when it is opened', async () => {
    const drafted = await hall.newPoll(secret);
    const [body] = (await hall.meetings.listBodies(hall.secretary(), { includeClosed: false }))
      .items;
    const edit = { ...hall.bodyDraft(peoplesCommitteeRules), revision: 0, closed: false };
    await hall.meetings.updateBody(hall.secretary(), body?.id ?? '', edit);
    expect((await refusal(hall.newPoll(secret))).code).toBe('chair_tie_in_secret');
    const open = hall.voting.open(hall.secretary(), hall.meetingId, drafted, {
      revision: 0,
      seconds: null,
    });
    expect((await refusal(open)).code).toBe('chair_tie_in_secret');
    const ownRules = { ruleSet: rules, reason: 'Bầu bằng phiếu kín' };
    expect(await hall.newPoll({ ...secret, ownRules })).toBeTruthy();
  });
});

describe('weights', () => {
  const weighted = { ...rules, weighted: true };
  async function openWeighted(weights: readonly number[]) {
    await hall.close();
    hall = await openVotingHall(weights.length, weighted);
    const [body] = (await hall.meetings.listBodies(hall.secretary(), { includeClosed: false }))
      .items;
    const { members, ...draft } = hall.bodyDraft(weighted);
    const weighed = members.map((member, index) => ({ ...member, weight: weights[index] ?? 1 }));
    const edit = { ...draft, members: weighed, revision: 0, closed: false };
    await hall.meetings.updateBody(hall.secretary(), body?.id ?? '', edit);
    await hall.checkIn([...weights.keys()]);
  }

  it('[V98] count in an open vote', async () => {
    await openWeighted([5, 1, 1, 1]);
    const pollId = await hall.openedPoll();
    await hall.cast(pollId, 0, 'against');
    for (const index of [1, 2, 3]) await hall.cast(pollId, index, 'for');
    const closed = await close(pollId);
    expect(closed.verdict).toMatchObject({
      outcome: 'not_carried',
      counts: { for: 3, against: 5 },
      denominator: { size: 8 },
      cast: 4,
    });
    expect(closed.ballots?.map(({ weight }) => weight)).toEqual([5, 1, 1, 1]);
    await actsOf(pollId);
  });

  it('[V99] that fewer than three share forbid a secret ballot, and to join one late', async () => {
    await openWeighted([5, 1, 1, 1]);
    expect((await refusal(hall.openedPoll(secret))).code).toBe('weights_reveal');
    await openWeighted([2, 2, 2, 1, 1, 1, 7]);
    await hall.attendance.correct(hall.secretary(), {
      meetingId: hall.meetingId,
      personId: hall.memberIds[6] ?? '',
      state: 'absent',
      reason: 'Vắng',
    });
    const pollId = await hall.openedPoll(secret);
    await hall.checkIn([6]);
    const { secretary, meetingId, memberIds } = hall;
    const late = hall.voting.addVoter(
      secretary(),
      meetingId,
      pollId,
      memberIds[6] ?? '',
      'Đến muộn',
    );
    expect((await refusal(late)).code).toBe('weights_reveal');
    for (const index of [0, 1, 2, 3, 4, 5]) await hall.cast(pollId, index, 'for');
    expect((await close(pollId)).verdict).toMatchObject({ counts: { for: 9 } });
    await actsOf(pollId);
  });

  it('[V190] that fewer than three of those who voted share are never counted', async () => {
    await openWeighted([2, 2, 2, 1, 1, 1]);
    const pollId = await hall.openedPoll(secret);
    for (const index of [0, 3, 4, 5]) await hall.cast(pollId, index, 'for');
    expect((await refusal(close(pollId))).code).toBe('ballots_reveal');
    for (const index of [1, 2]) await hall.cast(pollId, index, 'against');
    expect((await close(pollId)).verdict).toMatchObject({ counts: { for: 5, against: 4 } });
    await actsOf(pollId);
  });

  it('[V191] and at its end such a poll is void, with its ballots in no record', async () => {
    await openWeighted([2, 2, 2, 1, 1, 1]);
    const pollId = await hall.newPoll(secret);
    await hall.voting.open(hall.secretary(), hall.meetingId, pollId, { revision: 0, seconds: 60 });
    await hall.cast(pollId, 0, 'for');
    hall.clock.set(new Date(Date.parse(hall.clock.now()) + 61_000).toISOString());
    await hall.voting.closeDue();
    const { items } = await hall.voting.list(hall.secretary(), hall.meetingId);
    expect(items.find(({ id }) => id === pollId)).toMatchObject({ state: 'void', verdict: null });
    expect((await actsOf(pollId)).map(({ type }) => type)).toEqual(['opened', 'voted', 'voided']);
  });
});
