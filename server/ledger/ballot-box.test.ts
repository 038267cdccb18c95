import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { peoplesCommitteeRules } from '../../models/contracts/rules.ts';
import { newId } from '../../models/ids.ts';
import { keysOf } from '../platform/keys.ts';
import { refusal } from '../testing/chamber.ts';
import { type VotingHall, openVotingHall } from '../testing/voting-hall.ts';
import { isOwnBallot, newBallotId } from './ballot-box.ts';
import { checkDatabase } from './check.ts';

let hall: VotingHall;
let pollId = '';
beforeAll(async () => {
  hall = await openVotingHall(4);
  await hall.checkIn([0, 1, 2]);
  const ruleSet = { ...peoplesCommitteeRules, tie: 'not_carried' as const };
  const ownRules = { ruleSet, reason: 'Bỏ phiếu kín' };
  pollId = await hall.openedPoll({ secrecy: 'secret', ownRules });
  await hall.cast(pollId, 0, 'for');
  await hall.cast(pollId, 1, 'against');
});
afterAll(() => hall.close());

const check = () => {
  const { isOwnBallot: isOwn } = hall.ledger;
  return checkDatabase({ db: hall.database.read, now: '', knownKeys: null, isOwnBallot: isOwn });
};
function change(sql: string) {
  const raw = new Sqlite(join(hall.dataDir, 'nghi-truong.sqlite'));
  raw.exec(`drop trigger if exists secret_ballots_no_update; ${sql}`);
  raw.close();
}

it('[L28] a ballot changed in the box of an open secret poll is named, and not counted', async () => {
  expect(await check()).toMatchObject({ ok: true });
  change(`update secret_ballots set marks = replace(marks, 'against', 'for')`);
  expect((await check()).differences).toMatchObject([
    { ledgerId: pollId, table: 'secret_ballots', kind: 'changed', personId: null },
  ]);
  const close = () => hall.voting.close(hall.chair(), hall.meetingId, pollId);
  expect((await refusal(close())).code).toBe('ballot_box_changed');
});

it('[L28] the id of a ballot vouches for poll, marks and weight, also after the key was exchanged', () => {
  const [before, now] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
  const keys = keysOf(before);
  const marks = { kind: 'motion', choice: 'for' } as const;
  const ballot = { marks, weight: 2 };
  const ballotId = newBallotId(keys, pollId, ballot);
  expect(ballotId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(newBallotId(keys, pollId, ballot)).not.toBe(ballotId);
  const isGood = (given = {}, by = keys, poll = pollId) =>
    isOwnBallot(by, poll, { ballotId, ...ballot, ...given });
  expect(isGood()).toBe(true);
  expect(isGood({ weight: 1 })).toBe(false);
  expect(isGood({ marks: { kind: 'motion', choice: 'against' } })).toBe(false);
  expect(isGood({ ballotId: newId() })).toBe(false);
  expect(isGood({}, keys, newId())).toBe(false);
  expect(isGood({}, keysOf(now))).toBe(false);
});
