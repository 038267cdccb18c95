import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import type { Receipt } from '../../../models/contracts/voting.ts';
import type { Id } from '../../../models/ids.ts';
import { PollAct } from '../../../models/voting/acts.ts';
import { checkLedger } from '../../../models/voting/ledger-check.ts';
import { inWords } from '../../../models/voting/faults.ts';
import type { CastingOrder } from './casting-child.ts';
import { type Assembly, type Entered, type Voter, enter, votersOf } from './voters.ts';

export interface AfterKill {
  /** Ballots that were acknowledged when the process was killed. */
  acked: number;
  /** Of these, how many the ledger does not hold; and voters who have no ballot after their retry. */
  lost: number;
  /** Voters with more than one ballot, or whose retry was answered with another receipt. */
  doubled: number;
}

/**
 * Lets another process cast the ballots of everyone, kills it with SIGKILL as soon as `after` were acknowledged, opens
 * the data again, and has everyone send their ballot again as their browsers would.
 */
export async function killWhileCasting(assembly: Assembly, after: number): Promise<AfterKill> {
  const voters = votersOf(assembly);
  const before = enter(assembly);
  const pollId = await before.openPoll();
  await before.close();
  const acked = await castUntilKilled({ assembly, pollId, voters }, after);
  const entered = enter(assembly);
  try {
    return await compare(entered, pollId, voters, acked);
  } finally {
    await entered.close();
  }
}

type Acked = Map<Id, Receipt>;

async function castUntilKilled(order: CastingOrder, after: number): Promise<Acked> {
  const program = fileURLToPath(new URL('./casting-child.ts', import.meta.url));
  const child = fork(program, { execArgv: ['--import', 'tsx'] });
  const acked: Acked = new Map();
  child.on('message', ({ personId, receipt }: { personId: Id; receipt: Receipt }) => {
    acked.set(personId, receipt);
    if (acked.size === after) child.kill('SIGKILL');
  });
  child.send(order);
  const [, signal] = await once(child, 'exit');
  if (signal !== 'SIGKILL') throw new Error('the casting process ended by itself');
  return acked;
}

async function compare(
  entered: Entered,
  pollId: Id,
  voters: readonly Voter[],
  acked: Acked,
): Promise<AfterKill> {
  const kept = new Set((await entered.ledgerOf(pollId)).map(({ hash }) => hash));
  const lost = [...acked.values()].filter(({ entryHash }) => !kept.has(entryHash)).length;
  const changed = new Set<Id>();
  const sendAgain = async (voter: Voter) => {
    const receipt = await entered.cast(pollId, voter);
    const first = acked.get(voter.personId);
    if (first !== undefined && !isDeepStrictEqual(receipt, first)) changed.add(voter.personId);
  };
  await Promise.all(voters.map(sendAgain));
  await entered.closePoll(pollId);
  const { once: single, repeated } = await ballotsBy(entered, pollId);
  for (const personId of repeated) changed.add(personId);
  const without = voters.filter(({ personId }) => !single.has(personId)).length;
  return { acked: acked.size, lost: lost + without, doubled: changed.size };
}

/** Who has a ballot in the ledger, and who more than one. */
async function ballotsBy(entered: Entered, pollId: Id) {
  const rows = await entered.ledgerOf(pollId);
  const { faults } = checkLedger(rows);
  if (faults.length > 0)
    console.error(`the ledger of poll ${pollId}: ${faults.map(inWords).join('; ')}`);
  const voted = new Set<Id>();
  const repeated = new Set<Id>();
  for (const { entry } of rows) {
    const read = PollAct.parse(JSON.parse(entry));
    if (read.type !== 'cast') continue;
    (voted.has(read.personId) ? repeated : voted).add(read.personId);
  }
  return { once: voted, repeated };
}
