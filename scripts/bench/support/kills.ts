import { isDeepStrictEqual } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';
import { PollAct } from '../../../models/voting/acts.ts';
import { inWords } from '../../../models/voting/faults.ts';
import { checkLedger } from '../../../models/voting/ledger-check.ts';
import type { Id } from '../../../models/ids.ts';
import { openDatabase } from '../../../server/platform/database.ts';
import { readEntries } from '../../../server/ledger/store.ts';
import { readSecretBallots } from '../../../server/voting/ballots/ballots-store.ts';
import { readTurnouts } from '../../../server/voting/store.ts';
import type { BallotHall } from './ballot-hall.ts';
import type { Acked } from './crowd/voting-child.ts';

export interface Killed {
  pollId: Id;
  /** Acknowledged before the kill, and what the same requests were answered with after it. */
  before: Acked;
  after: Acked;
}

/**
 * Everyone votes, the server is killed at a random moment meanwhile and started again, and everyone sends their ballot
 * again as their browsers would.
 * @param spread milliseconds within which they vote
 */
export async function killWhileVoting(
  hall: BallotHall,
  secrecy: 'open' | 'secret',
  spread: number,
): Promise<Killed> {
  const pollId = await hall.openPoll(secrecy);
  const voters = hall.newVoters();
  const voting = hall.vote(pollId, voters, spread);
  await sleep(Math.random() * spread);
  await hall.kill();
  const before = await voting;
  await hall.restart();
  await hall.connect();
  const after = await hall.vote(pollId, voters);
  await hall.closePoll(pollId);
  return { pollId, before, after };
}

/** What was lost and what counts twice, from the data folder that no process has open. */
export async function damage(dataDir: string, kills: readonly Killed[], voters: number) {
  const database = openDatabase({ dataDir, migrationsDir: 'migrations' });
  const sum = { acked: 0, lost: 0, doubled: 0 };
  try {
    for (const kill of kills) {
      const rows = await readEntries(database.read, kill.pollId);
      for (const fault of checkLedger(rows).faults)
        console.error(`the record of poll ${kill.pollId}: ${inWords(fault)}`);
      const acts = rows.map(({ entry }) => PollAct.parse(JSON.parse(entry)));
      const given = acts.flatMap((act) => ('personId' in act ? [act.personId] : []));
      const kept = new Set(rows.map(({ hash }) => hash));
      const acked = kill.before.flatMap((one) => one?.receipt ?? []);
      const isSecret = acts.some(({ type }) => type === 'voted');
      const ballots = (await readSecretBallots(database.read, kill.pollId)).length;
      const cast = (await readTurnouts(database.read, [kill.pollId])).get(kill.pollId)?.cast ?? 0;
      const unequal = isSecret ? ballots - cast : 0;
      sum.acked += acked.length;
      sum.lost += acked.filter(({ entryHash }) => !kept.has(entryHash)).length;
      sum.lost += voters - new Set(given).size + Math.max(0, -unequal);
      sum.doubled += given.length - new Set(given).size + Math.max(0, unequal);
      sum.doubled += changed(kill);
    }
  } finally {
    await database.close();
  }
  return sum;
}

/** Voters whose request was answered with another receipt when it was sent again. */
const changed = ({ before, after }: Killed): number =>
  before.filter((one, at) => one !== null && !isDeepStrictEqual(one.receipt, after[at]?.receipt))
    .length;
