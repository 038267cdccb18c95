import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Choice } from '../../../models/contracts/ballots.ts';
import { peoplesCommitteeRules } from '../../../models/contracts/rules.ts';
import { newId } from '../../../models/ids.ts';
import { checkLedger } from '../../../models/voting/ledger-check.ts';
import { personCaller, refusal } from '../../testing/chamber.ts';
import { type VotingHall, openVotingHall, votingServices } from '../../testing/voting-hall.ts';

let hall: VotingHall;
beforeEach(async () => {
  hall = await openVotingHall(6, { ...peoplesCommitteeRules, delegationsEach: 1 });
  await hall.checkIn([0, 1, 2, 3]);
});
afterEach(() => hall.close());

const idOf = (index: number) => hall.memberIds[index] ?? '';
const motion = (choice: Choice) => ({ kind: 'motion' as const, choice });
async function actsOf(pollId: string) {
  const rows = await hall.ledger.read(hall.database.read, pollId);
  expect(checkLedger(rows).faults).toEqual([]);
  return rows.map(({ entry }) => JSON.parse(entry));
}
const turnout = (pollId: string) => hall.voting.turnout(hall.secretary(), hall.meetingId, pollId);
const close = (pollId: string) => hall.voting.close(hall.secretary(), hall.meetingId, pollId);

const add = (pollId: string, index: number, reason = 'Chủ tọa đồng ý') =>
  hall.voting.addVoter(hall.chair(), hall.meetingId, pollId, idOf(index), reason);

describe('who comes late', () => {
  it('[V120] votes only once the chair has put them on the roll, with the reason on record', async () => {
    const pollId = await hall.openedPoll();
    await hall.checkIn([4]);
    expect((await turnout(pollId)).late).toMatchObject([{ personId: idOf(4) }]);
    expect((await refusal(hall.cast(pollId, 4, 'for'))).code).toBe('not_on_voter_roll');
    expect((await add(pollId, 4)).voters).toBe(5);
    await hall.cast(pollId, 4, 'for');
    expect((await turnout(pollId)).late).toEqual([]);
    const { ballots, verdict } = await close(pollId);
    expect(ballots?.map(({ addedLate }) => addedLate)).toEqual([false, false, false, false, true]);
    expect(verdict).toMatchObject({ voters: 5, quorum: { present: 4 } });
    const added = (await actsOf(pollId)).find(({ type }) => type === 'voter_added');
    expect(added).toMatchObject({ reason: 'Chủ tọa đồng ý', voter: { personId: idOf(4) } });
  });

  it('[V121] must be there, a member, and not on the roll yet', async () => {
    const pollId = await hall.openedPoll();
    expect((await refusal(add(pollId, 4))).code).toBe('not_present');
    expect((await refusal(add(pollId, 1))).code).toBe('already_exists');
    const { chair, meetingId, secretaryId } = hall;
    const guest = hall.voting.addVoter(chair(), meetingId, pollId, secretaryId, 'Khách');
    expect((await refusal(guest)).code).toBe('not_on_voter_roll');
    const stranger = hall.voting.addVoter(chair(), meetingId, pollId, newId(), 'Lạ');
    expect((await refusal(stranger)).code).toBe('not_found');
  });
});

describe('who is ready', () => {
  it('[V122] is told before the opening and while it goes on, never how anyone voted', async () => {
    hall = { ...hall, ...votingServices(hall, (personId) => personId === idOf(1)) };
    const pollId = await hall.newPoll();
    const ready = async () =>
      (await turnout(pollId)).items.map(({ connected, voted }) => [connected, voted]);
    const one = [
      [false, false],
      [true, false],
      [false, false],
      [false, false],
    ];
    expect(await ready()).toEqual(one);
    await hall.voting.open(hall.secretary(), hall.meetingId, pollId, {
      revision: 0,
      seconds: null,
    });
    await hall.cast(pollId, 1, 'against');
    expect(await ready()).toEqual([one[0], [true, true], one[2], one[3]]);
    expect(JSON.stringify(await turnout(pollId))).not.toContain('against');
  });

  it('[V123] those who have not voted are reminded, each once, and nobody else', async () => {
    await hall.voting.delegate(hall.chair(), hall.meetingId, {
      fromPersonId: idOf(5),
      toPersonId: idOf(2),
      basis: 'Giấy ủy quyền số 1',
    });
    const pollId = await hall.openedPoll();
    await hall.cast(pollId, 0, 'for');
    await hall.cast(pollId, 2, 'for');
    const answer = await hall.voting.remind(hall.secretary(), hall.meetingId, pollId);
    expect(answer).toEqual({ reminded: 3 });
    const told = hall.publisher.sent.filter(({ name }) => name === 'poll:reminded');
    expect(told.map(({ to }) => to).toSorted()).toEqual([idOf(1), idOf(2), idOf(3)].toSorted());
  });
});

const enter = (pollId: string, index: number, choice: Choice = 'for') =>
  hall.voting.enter(hall.secretary(), hall.meetingId, pollId, idOf(index), motion(choice));
const decide = async (pollId: string, caller = hall.chair(), confirmed = true) => {
  const [entry] = (await turnout(pollId)).entries;
  return hall.voting.decide(caller, hall.meetingId, pollId, entry?.id ?? newId(), confirmed);
};

describe('members without a device', () => {
  it('[V124] their vote is entered by one person and counts once another has confirmed it', async () => {
    const pollId = await hall.openedPoll();
    await enter(pollId, 3, 'against');
    expect((await turnout(pollId)).entries).toMatchObject([
      { personId: idOf(3), marks: motion('against'), enteredBy: { personId: hall.secretaryId } },
    ]);
    expect((await refusal(decide(pollId, hall.secretary()))).code).toBe('second_person_needed');
    expect((await turnout(pollId)).items[3]?.voted).toBe(false);
    await decide(pollId);
    const { ballots, verdict } = await close(pollId);
    expect(verdict).toMatchObject({ counts: { against: 1 } });
    expect(ballots?.[3]).toMatchObject({
      marks: motion('against'),
      entered: { by: { personId: hall.secretaryId }, confirmedBy: { personId: idOf(0) } },
    });
    const cast = (await actsOf(pollId)).find(({ type }) => type === 'cast');
    expect(cast).toMatchObject({
      by: hall.secretaryId,
      confirmedBy: idOf(0),
      personId: idOf(3),
    });
  });

  it('[V125] what was refused or taken back counts nothing, and is not decided twice', async () => {
    const pollId = await hall.openedPoll();
    await enter(pollId, 3);
    expect((await refusal(enter(pollId, 3))).code).toBe('entry_waiting');
    const [entry] = (await turnout(pollId)).entries;
    await decide(pollId, hall.secretary(), false);
    const { voting, meetingId } = hall;
    const again = voting.decide(hall.chair(), meetingId, pollId, entry?.id ?? '', true);
    expect((await refusal(again)).code).toBe('entry_decided');
    await hall.cast(pollId, 3, 'against');
    expect((await close(pollId)).verdict).toMatchObject({ counts: { for: 0, against: 1 } });
  });

  it('[V126] who voted by themselves in the meantime keeps that vote', async () => {
    const pollId = await hall.openedPoll();
    await enter(pollId, 3, 'for');
    await hall.cast(pollId, 3, 'against');
    expect((await refusal(decide(pollId))).code).toBe('already_voted');
    expect((await refusal(enter(pollId, 3))).code).toBe('already_voted');
    await decide(pollId, hall.chair(), false);
    await enter(pollId, 2, 'for');
    await close(pollId);
    const late = hall.voting.decide(hall.chair(), hall.meetingId, pollId, newId(), true);
    expect((await refusal(late)).code).toBe('not_found');
  });

  it('[V127] an entry that nobody confirmed before the close is not counted', async () => {
    const pollId = await hall.openedPoll();
    await enter(pollId, 3, 'for');
    const [entry] = (await turnout(pollId)).entries;
    expect((await close(pollId)).verdict).toMatchObject({ cast: 0 });
    const { voting, meetingId } = hall;
    const late = voting.decide(hall.chair(), meetingId, pollId, entry?.id ?? '', true);
    expect((await refusal(late)).code).toBe('poll_not_open');
  });
});

const delegate = (from: number, to: number) =>
  hall.voting.delegate(hall.secretary(), hall.meetingId, {
    fromPersonId: idOf(from),
    toPersonId: idOf(to),
    basis: 'Giấy ủy quyền số 12 ngày 1/3',
  });
const list = () => hall.voting.delegations(hall.member(1), hall.meetingId);

describe('delegation', () => {
  it('[V128] an absent member lets one who is present vote: on the roll, not in the quorum', async () => {
    await delegate(5, 2);
    expect(await list()).toMatchObject({
      items: [{ from: { personId: idOf(5) }, to: { personId: idOf(2) } }],
      most: 1,
    });
    const pollId = await hall.openedPoll();
    const { items } = await hall.voting.list(hall.member(2), hall.meetingId);
    expect(items[0]?.votes.map(({ voterId, onBehalf }) => [voterId, onBehalf])).toEqual([
      [idOf(2), false],
      [idOf(5), true],
    ]);
    const own = await hall.cast(pollId, 2, 'against');
    const other = await hall.give(pollId, 2, motion('for'), { for: 5 });
    expect([own.receipt.voterId, other.receipt.voterId]).toEqual([idOf(2), idOf(5)]);
    const { verdict, ballots } = await close(pollId);
    expect(verdict).toMatchObject({
      voters: 5,
      quorum: { present: 4 },
      counts: { for: 1, against: 1 },
    });
    expect(ballots?.at(-1)).toMatchObject({
      personId: idOf(5),
      castBy: { personId: idOf(2) },
      marks: motion('for'),
    });
    await actsOf(pollId);
  });

  it('[V129] nobody votes for someone who did not let them, nor who let another for themselves', async () => {
    await delegate(5, 2);
    const pollId = await hall.openedPoll();
    const wrong = hall.give(pollId, 1, motion('for'), { for: 5 });
    expect((await refusal(wrong)).code).toBe('not_on_voter_roll');
    expect((await refusal(hall.give(pollId, 1, motion('for'), { for: 2 }))).code).toBe(
      'not_on_voter_roll',
    );
    await hall.checkIn([5]);
    expect((await refusal(hall.cast(pollId, 5, 'for'))).code).toBe('not_on_voter_roll');
    const twice = hall.give(pollId, 2, motion('for'), { for: 5 });
    await twice;
    expect((await refusal(hall.give(pollId, 2, motion('for'), { for: 5 }))).code).toBe(
      'already_voted',
    );
  });

  it('[V130] who comes before the opening votes in person', async () => {
    await delegate(5, 2);
    await hall.checkIn([5]);
    const pollId = await hall.openedPoll();
    await hall.cast(pollId, 5, 'for');
    expect((await close(pollId)).ballots?.at(-1)).toMatchObject({ castBy: null });
  });

  it('[V131] goes only where the rules allow it, as often as they do, from the absent to members', async () => {
    await delegate(5, 2);
    expect((await refusal(delegate(4, 2))).code).toBe('delegations_full');
    expect((await refusal(delegate(5, 3))).code).toBe('already_exists');
    expect((await refusal(delegate(1, 3))).code).toBe('delegator_present');
    expect((await refusal(delegate(4, 4))).code).toBe('invalid_input');
    expect((await refusal(delegate(4, 5))).code).toBe('invalid_input');
    const { voting, secretary, meetingId, secretaryId } = hall;
    const guest = voting.delegate(secretary(), meetingId, {
      fromPersonId: idOf(4),
      toPersonId: secretaryId,
      basis: 'x',
    });
    expect((await refusal(guest)).details).toEqual({ fields: ['toPersonId'] });
    const other = await openVotingHall(3);
    const none = other.voting.delegate(other.secretary(), other.meetingId, {
      fromPersonId: other.memberIds[1] ?? '',
      toPersonId: other.memberIds[2] ?? '',
      basis: 'x',
    });
    expect((await refusal(none)).code).toBe('delegation_unknown');
    await other.close();
  });

  it('[V132] ends; an open poll keeps it', async () => {
    const { id } = await delegate(5, 2);
    const pollId = await hall.openedPoll();
    const { voting, secretary, meetingId } = hall;
    await voting.endDelegation(secretary(), meetingId, id);
    expect((await list()).items).toEqual([]);
    await hall.give(pollId, 2, motion('for'), { for: 5 });
    await close(pollId);
    const next = await hall.openedPoll();
    expect((await turnout(next)).items).toHaveLength(4);
    const again = voting.endDelegation(secretary(), meetingId, id);
    expect((await refusal(again)).code).toBe('not_found');
  });

  it('[V133] in a secret ballot the two ballots of one hand are two like any others', async () => {
    await delegate(5, 2);
    const ruleSet = { ...peoplesCommitteeRules, tie: 'not_carried' as const, delegationsEach: 1 };
    const ownRules = { ruleSet, reason: 'Bỏ phiếu kín' };
    const pollId = await hall.openedPoll({ secrecy: 'secret', ownRules });
    await hall.cast(pollId, 2, 'for');
    await hall.give(pollId, 2, motion('against'), { for: 5 });
    expect((await close(pollId)).verdict).toMatchObject({ counts: { for: 1, against: 1 } });
    await actsOf(pollId);
  });
});

describe('two tabs', () => {
  it('[V134] of one member: one ballot, whichever comes first; the other tab learns of it', async () => {
    const pollId = await hall.openedPoll();
    const tabs = [newId(), newId(), newId()].map((requestId) =>
      personCaller(idOf(1), { meetingRole: 'member', requestId }),
    );
    const { meetingId } = hall;
    const answers = await Promise.allSettled(
      tabs.map((tab) => hall.voting.cast(tab, { meetingId, pollId, marks: motion('for') })),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const [first] = answers;
    if (first?.status !== 'fulfilled') throw new Error('not the first');
    const { items } = await hall.voting.list(hall.member(1), meetingId);
    expect(items[0]?.votes[0]?.receipt).toEqual(first.value.receipt);
  });
});
