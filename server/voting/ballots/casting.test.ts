import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { type Choice, standardChoices } from '../../../models/contracts/ballots.ts';
import type { Receipt } from '../../../models/contracts/voting.ts';
import { newId } from '../../../models/ids.ts';
import { openChamber, personCaller, refusal } from '../../testing/chamber.ts';
import { type VotingHall, openVotingHall, votingServices } from '../../testing/voting-hall.ts';
import { checkLedger } from '../../../models/voting/ledger-check.ts';
import { readRolls } from '../roll/roll-store.ts';

let hall: VotingHall;
afterEach(() => hall.close());

const all = (count: number) => Array.from({ length: count }, (_, index) => index);
async function openWith(members: number) {
  hall = await openVotingHall(members);
  await hall.checkIn(all(members));
  return hall.openedPoll();
}
async function ballotsOf(pollId: string) {
  const roll = await readRolls(hall.database.read, [pollId]);
  return roll.filter(({ marks }) => marks !== null);
}
const motion = (choice: Choice) => ({ kind: 'motion' as const, choice });
/** The entries of a ledger, once it is known to be sound. */
async function ledgerOf(pollId: string) {
  const rows = await hall.ledger.read(hall.database.read, pollId);
  expect(checkLedger(rows).faults).toEqual([]);
  return rows;
}

describe('casting', () => {
  it('[V60] gives a receipt with the hash of the entry in the ledger, for the voter alone', async () => {
    const pollId = await openWith(3);
    const { receipt } = await hall.cast(pollId, 1, 'against');
    const [, entry] = await ledgerOf(pollId);
    expect(receipt).toMatchObject({
      pollId,
      voterId: hall.memberIds[1],
      marks: motion('against'),
      sequence: 1,
      entryHash: entry?.hash,
    });
    const { items } = await hall.voting.list(hall.member(1), hall.meetingId);
    expect(items).toMatchObject([
      { votes: [{ voterId: hall.memberIds[1], onBehalf: false, receipt }], cast: 1, voters: 3 },
    ]);
    const others = await hall.voting.list(hall.member(2), hall.meetingId);
    expect(others.items).toMatchObject([{ votes: [{ receipt: null }] }]);
  });

  it('[V61] a second ballot is rejected and says nothing about the first', async () => {
    const pollId = await openWith(3);
    await hall.cast(pollId, 1, 'against');
    expect(await refusal(hall.cast(pollId, 1, 'for'))).toEqual({
      code: 'already_voted',
      details: undefined,
    });
    expect(await ballotsOf(pollId)).toMatchObject([{ marks: motion('against') }]);
  });

  it('[V62] the trace says who voted and never how', async () => {
    const pollId = await openWith(3);
    await hall.cast(pollId, 1, 'against');
    const { items } = await hall.audit.list({ limit: 10, action: 'ballot.cast' });
    expect(items).toMatchObject([{ meetingId: hall.meetingId, details: { pollId } }]);
    const text = JSON.stringify(items);
    for (const choice of standardChoices) expect(text).not.toContain(`"${choice}"`);
  });

  it('[V63] only for the poll of the meeting that was named', async () => {
    const pollId = await openWith(3);
    const ballot = { meetingId: newId(), pollId, marks: motion('for') };
    const attempt = hall.voting.cast(hall.member(1), ballot);
    expect((await refusal(attempt)).code).toBe('not_found');
  });

  it('[V64] a hundred members at once: a hundred ballots in few commits, few notices of progress', async () => {
    const pollId = await openWith(100);
    const before = hall.database.stats();
    await Promise.all(all(100).map((index) => hall.cast(pollId, index, 'for')));
    const commits = hall.database.stats().commits - before.commits;
    expect(commits).toBeLessThanOrEqual(5);
    expect(await ballotsOf(pollId)).toHaveLength(100);
    const { verdict } = await hall.voting.close(hall.chair(), hall.meetingId, pollId);
    expect(verdict).toMatchObject({ outcome: 'carried', counts: { for: 100 }, notVoted: 0 });
    expect(await ledgerOf(pollId)).toHaveLength(102);
    expect(hall.publisher.named('poll:progress').length).toBeLessThan(20);
  });

  it('[V65] the same ballot sent five times at once counts once, with one receipt', async () => {
    const pollId = await openWith(3);
    const requestId = newId();
    const answers = await Promise.all(all(5).map(() => hall.cast(pollId, 1, 'for', requestId)));
    const hashes = new Set(answers.map(({ receipt }) => receipt.entryHash));
    expect(hashes.size).toBe(1);
    expect(await ballotsOf(pollId)).toHaveLength(1);
  });

  it('[V66] of two different choices at once exactly one is stored', async () => {
    const pollId = await openWith(3);
    const attempts = await Promise.allSettled([
      hall.cast(pollId, 1, 'for'),
      hall.cast(pollId, 1, 'against'),
    ]);
    expect(attempts.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(await ballotsOf(pollId)).toMatchObject([{ marks: motion('for') }]);
  });
});

interface Acked {
  personId: string;
  requestId: string;
  receipt: Receipt;
}

/** Another process that casts the ballots of everyone, and is killed as soon as so many were acknowledged. */
async function castUntilKilled(dataDir: string, meetingId: string, pollId: string, after: number) {
  const child: ChildProcess = fork(
    fileURLToPath(new URL('../../testing/casting-process.ts', import.meta.url)),
    [dataDir, meetingId, pollId],
    { execArgv: ['--import', 'tsx'] },
  );
  const acked: Acked[] = [];
  child.on('message', (message: Acked) => {
    acked.push(message);
    if (acked.length === after) child.kill('SIGKILL');
  });
  const [, signal] = await once(child, 'exit');
  expect(signal).toBe('SIGKILL');
  return acked;
}

describe('after a sudden end', () => {
  it('[V67] every acknowledged ballot is there, once; a retry gets its receipt; the poll goes on', async () => {
    const members = 60;
    const pollId = await openWith(members);
    const { dataDir, meetingId, memberIds } = hall;
    await hall.database.close();
    const acked = await castUntilKilled(dataDir, meetingId, pollId, 20);
    expect(acked.length).toBeGreaterThanOrEqual(20);

    const chamber = openChamber(dataDir);
    const services = votingServices(chamber);
    hall = { ...hall, ...chamber, ...services };
    const { voting } = services;
    const cast = (personId: string, requestId = newId()) =>
      voting.cast(personCaller(personId, { meetingRole: 'member', requestId }), {
        meetingId,
        pollId,
        marks: motion('for'),
      });
    for (const { personId, requestId, receipt } of acked)
      expect((await cast(personId, requestId)).receipt).toEqual(receipt);
    const stored = await ballotsOf(pollId);
    expect(stored.length).toBeGreaterThanOrEqual(acked.length);
    const voted = new Set(stored.map(({ personId }) => personId));
    for (const personId of memberIds) if (!voted.has(personId)) await cast(personId);
    const { verdict } = await voting.close(hall.chair(), meetingId, pollId);
    expect(verdict).toMatchObject({ outcome: 'carried', counts: { for: members } });
    expect(await ledgerOf(pollId)).toHaveLength(members + 2);
  });
});
