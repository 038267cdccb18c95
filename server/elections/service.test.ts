import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyArchive } from '../../models/belenios/archive/verify.ts';
import { createCredential } from '../../models/belenios/credentials.ts';
import type { Marks } from '../../models/contracts/ballots.ts';
import { type Id, newId } from '../../models/ids.ts';
import { people } from '../../models/tables/index.ts';
import { checkLedger } from '../../models/voting/ledger-check.ts';
import { openssl } from '../platform/power.ts';
import { addPeople, personCaller, refusal } from '../testing/chamber.ts';
import { createVoterBrowser } from '../testing/election-browser.ts';
import { type ElectionHall, openElectionHall } from '../testing/election-hall.ts';

const voteFor: Marks = { kind: 'motion', choice: 'for' };
const voteAgainst: Marks = { kind: 'motion', choice: 'against' };

let hall: ElectionHall;
beforeEach(async () => {
  hall = await openElectionHall(5);
  await hall.checkIn([0, 1, 2, 3]);
});
afterEach(() => hall.close());

const present = [0, 1, 2, 3];

async function opened(options: Parameters<ElectionHall['drafted']>[0] = {}) {
  const pollId = await hall.drafted(options);
  await hall.trusteesWork(pollId);
  await hall.registerAll(pollId, present);
  await hall.openIt(pollId);
  return pollId;
}

async function pollOf(pollId: string) {
  const { items } = await hall.voting.list(hall.secretary(), hall.meetingId);
  const poll = items.find(({ id }) => id === pollId);
  if (poll === undefined) throw new Error('no such poll');
  return poll;
}

async function faultsOf(pollId: string) {
  return checkLedger(await hall.ledger.read(hall.database.read, pollId)).faults;
}

const finished = { ok: true, errors: [] };

describe('a verifiable secret poll', () => {
  it('[VE10] goes from keys to a verdict that its record proves', async () => {
    const pollId = await hall.drafted();
    expect((await hall.view(pollId, 1)).task).toMatchObject({ place: 2, step: 'key' });
    await hall.trusteesWork(pollId);
    expect((await hall.view(pollId)).phase).toBe('registering');
    await hall.registerAll(pollId, present);
    await hall.openIt(pollId);
    for (const index of [0, 1]) await hall.vote(pollId, index, voteFor);
    await hall.vote(pollId, 2, voteAgainst);
    await hall.vote(pollId, 2, voteFor);
    expect(await hall.view(pollId, 2)).toMatchObject({
      ballots: 3,
      registered: 4,
      phase: 'voting',
    });
    const early = await verifyArchive(await hall.record(pollId), { ...openssl, unfinished: true });
    expect(early).toEqual(finished);
    await hall.closeIt(pollId);
    expect(await pollOf(pollId)).toMatchObject({ state: 'open', verdict: null });
    expect((await refusal(hall.vote(pollId, 3, voteFor))).code).toBe('poll_not_open');
    await hall.trusteesWork(pollId);
    expect(await pollOf(pollId)).toMatchObject({
      state: 'closed',
      verdict: { counts: { for: 3, against: 0, abstain: 0 }, cast: 3, notVoted: 1 },
    });
    expect(await verifyArchive(await hall.record(pollId), openssl)).toEqual(finished);
    expect(await faultsOf(pollId)).toEqual([]);
    expect(hall.publisher.named('election:changed').length).toBeGreaterThan(0);
  });

  it('[VE11] with a threshold does without a trustee who is lost', async () => {
    const pollId = await opened({ needed: 2 });
    await hall.vote(pollId, 3, voteFor);
    await hall.closeIt(pollId);
    await hall.trusteesWork(pollId, [2]);
    expect((await pollOf(pollId)).state).toBe('open');
    await hall.trusteesWork(pollId, [0]);
    expect((await pollOf(pollId)).verdict).toMatchObject({ counts: { for: 1 } });
    expect(await verifyArchive(await hall.record(pollId), openssl)).toEqual(finished);
    expect(await faultsOf(pollId)).toEqual([]);
  });

  it('[VE12] goes on after a restart in the middle of each phase', async () => {
    const pollId = await hall.drafted({ needed: 2 });
    for (const places of [[0], [1, 2], [0, 1, 2]]) {
      await hall.trusteesWork(pollId, places);
      hall.restarted();
    }
    await hall.registerAll(pollId, [0, 1]);
    hall.restarted();
    await hall.registerAll(pollId, [0, 1, 2, 3]);
    await hall.openIt(pollId);
    hall.restarted();
    await hall.vote(pollId, 1, voteFor);
    hall.restarted();
    await hall.vote(pollId, 1, voteAgainst);
    await hall.closeIt(pollId);
    hall.restarted();
    await hall.trusteesWork(pollId, [1]);
    hall.restarted();
    await hall.trusteesWork(pollId);
    expect((await pollOf(pollId)).verdict).toMatchObject({ counts: { for: 0, against: 1 } });
    expect(await verifyArchive(await hall.record(pollId), openssl)).toEqual(finished);
  });

  it('[VE13] is refused where sums would not do, and with trustees who are none', async () => {
    const code = async (draft: Parameters<ElectionHall['drafted']>[0]) =>
      (await refusal(hall.drafted(draft))).code;
    const options = [1, 2].map((key) => ({ key, label: `${key}`, note: '' }));
    expect(await code({ secrecy: 'open' })).toBe('trustees_need_secret');
    expect(await code({ paper: { kind: 'ranked', options } })).toBe('trustees_not_ranked');
    const [first = ''] = hall.memberIds;
    expect(await code({ trustees: { personIds: [first, first], needed: null } })).toBe(
      'invalid_input',
    );
    expect(await code({ trustees: { personIds: [first, newId()], needed: null } })).toBe(
      'invalid_input',
    );
    expect(await code({ needed: 4 })).toBe('invalid_input');
  });

  it('[VE18] has trustees of the participants and the secretariat, and of nobody else', async () => {
    const [chair = ''] = hall.memberIds;
    const [elsewhere = ''] = await addPeople(hall, 1, 'secretariat');
    const [gone = ''] = await addPeople(hall, 1, 'secretariat');
    const [administrator = ''] = await addPeople(hall, 1, 'administrator');
    await hall.database.write(async (tx) => {
      await tx.update(people).set({ closedAt: hall.clock.now() }).where(eq(people.id, gone));
    });
    const { items } = await hall.voting.trusteeCandidates(hall.secretary(), hall.meetingId);
    expect(items).toMatchObject([
      ...hall.memberIds.map((personId, at) => ({ personId, role: at === 0 ? 'chair' : 'member' })),
      { personId: hall.secretaryId, role: 'guest' },
      { personId: elsewhere, role: null },
    ]);
    const nowhere = hall.voting.trusteeCandidates(hall.secretary(), newId());
    expect((await refusal(nowhere)).code).toBe('not_found');
    const drafted = (other: Id) =>
      hall.drafted({ trustees: { personIds: [chair, other], needed: null } });
    for (const other of [gone, administrator])
      expect((await refusal(drafted(other))).code).toBe('invalid_input');
    const { task } = await hall.elections.election(
      personCaller(elsewhere, { systemRole: 'secretariat' }),
      hall.meetingId,
      await drafted(elsewhere),
    );
    expect(task).toMatchObject({ step: 'key', place: 2 });
  });

  it('[VE14] takes no plain ballot, no late voter and no second end', async () => {
    const pollId = await opened();
    expect((await refusal(hall.cast(pollId, 1, 'for'))).code).toBe('encrypted_only');
    await hall.checkIn([4]);
    const { secretary, meetingId, memberIds, voting } = hall;
    const late = voting.addVoter(secretary(), meetingId, pollId, memberIds[4] ?? '', 'Muộn');
    expect((await refusal(late)).code).toBe('election_phase');
    await hall.closeIt(pollId);
    expect((await refusal(hall.closeIt(pollId))).code).toBe('poll_not_open');
    const longer = voting.setEnd(secretary(), meetingId, pollId, 60);
    expect((await refusal(longer)).code).toBe('poll_not_open');
  });

  it('[VE15] that was closed by its time waits for the trustees, too', async () => {
    const pollId = await hall.drafted();
    await hall.trusteesWork(pollId);
    await hall.registerAll(pollId, present);
    await hall.voting.open(hall.secretary(), hall.meetingId, pollId, { revision: 0, seconds: 60 });
    await hall.vote(pollId, 0, voteFor);
    hall.clock.set('2026-03-02T01:05:00.000Z');
    await hall.voting.closeDue();
    await hall.voting.closeDue();
    expect((await hall.view(pollId)).phase).toBe('decrypting');
    await hall.trusteesWork(pollId);
    expect((await pollOf(pollId)).verdict).toMatchObject({ counts: { for: 1 } });
    expect(await faultsOf(pollId)).toEqual([]);
  });

  it('[VE16] that was declared void is not decrypted', async () => {
    const pollId = await opened();
    await hall.vote(pollId, 0, voteFor);
    await hall.closeIt(pollId);
    await hall.trusteesWork(pollId, [0, 1]);
    const election = await hall.view(pollId, 2);
    if (election.task === null) throw new Error('nothing is due');
    const record = () => hall.record(pollId);
    const payload = (await hall.browsers.trustees[2]?.work(election, election.task, record)) ?? '';
    await hall.voting.void(hall.secretary(), hall.meetingId, pollId, 'Sai danh sách');
    const step = { uuid: election.uuid, step: 'decryption' as const, payload };
    const last = hall.elections.step(hall.member(2), hall.meetingId, pollId, step);
    expect((await refusal(last)).code).toBe('election_phase');
    expect(await faultsOf(pollId)).toEqual([]);
  });
});

it('[VE17] those who are waited for are reminded, and nobody else', async () => {
  const pollId = await hall.drafted();
  const remind = () => hall.elections.remind(hall.secretary(), hall.meetingId, pollId);
  const asked = () =>
    hall.publisher.sent.filter(({ name }) => name === 'election:reminded').map(({ to }) => to);
  await hall.trusteesWork(pollId, [1]);
  expect(await remind()).toEqual({ reminded: 2 });
  expect(asked()).toEqual([hall.memberIds[0], hall.memberIds[2]]);
  await hall.trusteesWork(pollId);
  await hall.registerAll(pollId, [0, 1, 2]);
  expect(await remind()).toEqual({ reminded: 1 });
  expect(asked().at(-1)).toBe(hall.memberIds[3]);
  await hall.registerAll(pollId, [3]);
  await hall.openIt(pollId);
  expect(await remind()).toEqual({ reminded: 0 });
  await hall.closeIt(pollId);
  await hall.trusteesWork(pollId, [0]);
  expect(await remind()).toEqual({ reminded: 2 });
});

describe('credentials', () => {
  it('[VE20] are one for each person who is present', async () => {
    const pollId = await hall.drafted();
    expect((await refusal(hall.register(pollId, 1))).code).toBe('election_phase');
    await hall.trusteesWork(pollId);
    await hall.register(pollId, 1);
    await hall.register(pollId, 1);
    const { uuid } = await hall.view(pollId);
    const other = createVoterBrowser(createCredential()).credential(uuid);
    expect((await refusal(hall.register(pollId, 1, other))).code).toBe('already_registered');
    expect((await refusal(hall.register(pollId, 4, other))).code).toBe('not_on_voter_roll');
    const taken = hall.browsers.voters[1]?.credential(uuid) ?? '';
    expect((await refusal(hall.register(pollId, 2, taken))).code).toBe('credential_wrong');
    for (const wrong of ['1', '2', '7'.repeat(620)])
      expect((await refusal(hall.register(pollId, 2, wrong))).code).toBe('credential_wrong');
    expect((await hall.view(pollId)).registered).toBe(1);
  });

  it('[VE21] that are missing when the poll is to open are for the chair to decide', async () => {
    const pollId = await hall.drafted();
    expect((await refusal(hall.openIt(pollId))).code).toBe('election_keys_missing');
    await hall.trusteesWork(pollId);
    await hall.registerAll(pollId, [0, 1, 2]);
    expect(await refusal(hall.openIt(pollId))).toMatchObject({
      code: 'voters_not_registered',
      details: { people: 1 },
    });
    const { missing } = await hall.view(pollId);
    expect(missing.map(({ personId }) => personId)).toEqual([hall.memberIds[3]]);
    expect((await hall.view(pollId, 2)).missing).toEqual([]);
    // Without a quorum of those who can vote it does not open either.
    expect((await refusal(hall.openIt(pollId, true))).code).toBe('no_quorum');
  });

  it('[VE22] and keys begin anew with another name of the election when one was lost', async () => {
    const pollId = await hall.drafted();
    await hall.trusteesWork(pollId);
    await hall.register(pollId, 1);
    const before = await hall.view(pollId);
    const after = await hall.elections.restart(hall.secretary(), hall.meetingId, pollId);
    expect(after).toMatchObject({ phase: 'keys', registered: 0 });
    expect(after.uuid).not.toBe(before.uuid);
    await hall.trusteesWork(pollId);
    const credential = hall.browsers.voters[1]?.credential(before.uuid) ?? '';
    const stale = { meetingId: hall.meetingId, pollId, uuid: before.uuid, credential };
    const late = hall.elections.register(hall.member(1), stale);
    expect((await refusal(late)).code).toBe('conflict');
    await hall.registerAll(pollId, present);
    await hall.openIt(pollId);
    const again = hall.elections.restart(hall.secretary(), hall.meetingId, pollId);
    expect((await refusal(again)).code).toBe('election_phase');
  });

  it('[VE23] and keys begin anew when the draft names other trustees, and only then', async () => {
    const pollId = await hall.drafted();
    const { uuid } = await hall.view(pollId);
    const draft = { ...(await pollOf(pollId)), ownRules: null, question: 'Khác?' };
    await hall.voting.update(hall.secretary(), hall.meetingId, pollId, draft);
    expect((await hall.view(pollId)).uuid).toBe(uuid);
    const trustees = { personIds: hall.memberIds.slice(1, 4), needed: null };
    await hall.voting.update(hall.secretary(), hall.meetingId, pollId, {
      ...draft,
      revision: 1,
      trustees,
    });
    expect((await hall.view(pollId)).uuid).not.toBe(uuid);
    await hall.voting.update(hall.secretary(), hall.meetingId, pollId, {
      ...draft,
      revision: 2,
      trustees: null,
    });
    expect((await refusal(hall.view(pollId))).code).toBe('not_found');
    await hall.voting.remove(hall.secretary(), hall.meetingId, pollId, 3);
    const other = await hall.drafted();
    await hall.voting.remove(hall.secretary(), hall.meetingId, other, 0);
    expect((await refusal(hall.view(other))).code).toBe('not_found');
  });

  it('[VE24] members, who see the draft, are told when it is changed, and when it is no longer for them', async () => {
    const { voting, meetingId, publisher, secretary } = hall;
    const pollId = await hall.drafted();
    const toMembers = () =>
      publisher.sent.filter(({ to, name }) => to === meetingId && name === 'poll:drafts_changed');
    expect(toMembers()).toHaveLength(1);
    const edit = { ...(await pollOf(pollId)), ownRules: null, question: 'Lời mới?' };
    await voting.update(secretary(), meetingId, pollId, edit);
    expect(toMembers()).toHaveLength(2);
    const { items } = await voting.list(hall.member(1), meetingId);
    expect(items.map(({ question }) => question)).toEqual(['Lời mới?']);
    await voting.update(secretary(), meetingId, pollId, { ...edit, revision: 1, trustees: null });
    expect(toMembers()).toHaveLength(3);
    expect((await voting.list(hall.member(1), meetingId)).items).toEqual([]);
    // From now on it is a draft like any other, of which they hear nothing.
    await voting.update(secretary(), meetingId, pollId, { ...edit, revision: 2, trustees: null });
    await voting.remove(secretary(), meetingId, pollId, 3);
    expect(toMembers()).toHaveLength(3);
    const other = await hall.drafted();
    await voting.remove(secretary(), meetingId, other, 0);
    expect(toMembers()).toHaveLength(5);
  });
});
