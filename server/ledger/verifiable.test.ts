import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ElectionResult, PollAct } from '../../models/voting/acts.ts';
import { checkLedger } from '../../models/voting/ledger-check.ts';
import { type LedgerRow, sealed } from '../../models/voting/ledger.ts';
import { type ElectionHall, openElectionHall } from '../testing/election-hall.ts';
import { readRawPoll } from './check-store.ts';
import { comparePoll } from './compare-poll.ts';

let hall: ElectionHall;
beforeEach(async () => {
  hall = await openElectionHall(3);
  await hall.checkIn([0, 1, 2]);
});
afterEach(() => hall.close());

async function differences(pollId: string) {
  const raw = await readRawPoll(hall.database.read, pollId);
  return comparePoll(pollId, raw, null, hall.ledger.isOwnBallot);
}

async function decided() {
  const pollId = await hall.drafted({ of: 2 });
  await hall.trusteesWork(pollId);
  await hall.registerAll(pollId, [0, 1, 2]);
  await hall.openIt(pollId);
  for (const one of [0, 1]) await hall.vote(pollId, one, { kind: 'motion', choice: 'for' });
  await hall.closeIt(pollId);
  expect(await differences(pollId)).toEqual([]);
  await hall.trusteesWork(pollId);
  return pollId;
}

describe('the ledger of a verifiable poll', () => {
  it('[VE50] agrees with the tables while the trustees decrypt, and once there is a result', async () => {
    expect(await differences(await decided())).toEqual([]);
  });

  it('[VE51] shows that the trustees of the poll were changed', async () => {
    const pollId = await decided();
    await hall.database.write(async (tx) => {
      tx.run(sql`update polls set trustees = '{"personIds":[],"needed":1}' where id = ${pollId}`);
    });
    expect(await differences(pollId)).toMatchObject([{ table: 'polls', fields: ['trustees'] }]);
  });

  it('[VE52] must have as many ballots as voted, counts that they can have, and their verdict', async () => {
    const rows = await hall.ledger.read(hall.database.read, await decided());
    const acts = rows.map(({ entry }) => PollAct.parse(JSON.parse(entry)));
    /** The same story with another result, sealed anew by someone who can. */
    const faultsWith = (change: (result: ElectionResult) => ElectionResult | undefined) => {
      const told: LedgerRow[] = [];
      for (const act of acts) {
        const isClosed = act.type === 'closed' && act.election !== undefined;
        const { election, ...rest } = isClosed ? act : { ...act, election: undefined };
        const other = election && change(election);
        const next = !isClosed ? act : { ...rest, ...(other && { election: other }) };
        told.push(sealed(told.at(-1), next));
      }
      return checkLedger(told).faults.map(({ code }) => code);
    };
    expect(faultsWith((result) => result)).toEqual([]);
    expect(faultsWith((result) => ({ ...result, counts: [[1, 1, 0]] }))).toEqual(['verdict']);
    expect(faultsWith((result) => ({ ...result, counts: [[3, 0, 0]] }))).toEqual(['impossible']);
    expect(faultsWith((result) => ({ ...result, ballots: 3 }))).toEqual(['ballots']);
    expect(faultsWith(() => undefined)).toEqual(['secrecy']);
  });
});
