import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readArchive } from '../../models/belenios/archive/events.ts';
import { verifyArchive } from '../../models/belenios/archive/verify.ts';
import { openssl } from '../platform/power.ts';
import { type ElectionHall, openElectionHall } from '../testing/election-hall.ts';

let hall: ElectionHall;
beforeEach(async () => {
  hall = await openElectionHall(3);
  await hall.checkIn([0, 1, 2]);
});
afterEach(() => hall.close());

/** As a member, or the secretary, downloads it. */
async function recordFor(pollId: string, member?: number): Promise<Buffer> {
  const caller = member === undefined ? hall.secretary() : hall.member(member);
  const file = await hall.elections.file(caller, hall.meetingId, pollId);
  return buffer('open' in file ? file.open() : Readable.from([]));
}
const lastOf = (record: Uint8Array) => readArchive(record).events.at(-1)?.type;

it('[VE65] the record tells members no result that waits to be announced, and only grows by it', async () => {
  const pollId = await hall.drafted({ of: 2, reveal: 'announcing' });
  await hall.trusteesWork(pollId);
  await hall.registerAll(pollId, [0, 1, 2]);
  await hall.openIt(pollId);
  for (const one of [0, 1]) await hall.vote(pollId, one, { kind: 'motion', choice: 'for' });
  await hall.closeIt(pollId);
  await hall.trusteesWork(pollId);
  const before = await recordFor(pollId, 2);
  expect(lastOf(before)).toBe('EncryptedTally');
  expect(await verifyArchive(before, { ...openssl, unfinished: true })).toMatchObject({ ok: true });
  expect(lastOf(await recordFor(pollId))).toBe('Result');
  await hall.voting.announce(hall.secretary(), hall.meetingId, pollId);
  const after = await recordFor(pollId, 2);
  expect(lastOf(after)).toBe('Result');
  expect(after.subarray(0, before.length).equals(before)).toBe(true);
});
