import type { Verdict } from '../../../models/contracts/verdict.ts';
import { type CountInput, verdictOf } from '../../../models/voting/verdict.ts';
import type { SecretBallot } from '../../../models/voting/acts.ts';
import type { Db } from '../../platform/database.ts';
import {
  countParticipations,
  readOpenBallots,
  readSecretBallots,
} from '../ballots/ballots-store.ts';
import { readRolls } from '../roll/roll-store.ts';
import type { PollRow } from '../store.ts';

/** Counted from the stored ballots. */
export interface Counted {
  verdict: Verdict;
  /** Of a secret poll, by id; null of an open one. */
  ballots: SecretBallot[] | null;
}

/** The final count of a poll. */
export async function countPoll(db: Db, poll: PollRow): Promise<Counted> {
  if (poll.secrecy === 'open') return { verdict: await countOpen(db, poll, false), ballots: null };
  const ballots = await readSecretBallots(db, poll.id);
  if (ballots.length !== (await countParticipations(db, poll.id)))
    throw new Error('secret ballots are not as many as those who gave one');
  return { verdict: verdictOf({ ...(await frozen(db, poll)), ballots }), ballots };
}

/** The count of an open vote so far. */
export const countSoFar = (db: Db, poll: PollRow): Promise<Verdict> => countOpen(db, poll, true);

async function countOpen(db: Db, poll: PollRow, soFar: boolean): Promise<Verdict> {
  const ballots = await readOpenBallots(db, poll.id);
  return verdictOf({ ...(await frozen(db, poll)), ballots, soFar });
}

/** What a verdict rests on beside the ballots. */
export async function frozen(db: Db, poll: PollRow): Promise<Omit<CountInput, 'ballots'>> {
  const { paper, binding, ruleSet, members, membersWeight, present } = poll;
  if (ruleSet === null || members === null || membersWeight === null || present === null)
    throw new Error('a poll that was never opened cannot be counted');
  const voters = await readRolls(db, [poll.id]);
  return { paper, binding, ruleSet, members, membersWeight, present, voters };
}
