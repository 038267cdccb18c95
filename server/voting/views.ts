import type { RuleSet } from '../../models/contracts/rules.ts';
import type { MyPoll, NamedBallot, Poll } from '../../models/contracts/voting.ts';
import { AppError } from '../../models/errors.ts';
import type { Id } from '../../models/ids.ts';
import type { Db } from '../platform/database.ts';
import type { VotingDeps } from './deps.ts';
import {
  type PollRow,
  type VoterWithBallot,
  findPoll,
  readOwn,
  readRolls,
  readTurnouts,
} from './store.ts';

type Rules = Pick<VotingDeps['meetings'], 'bodyRules'>;

/** @throws AppError `not_found`, also for a poll of another meeting */
export async function pollIn(db: Db, meetingId: Id, pollId: Id): Promise<PollRow> {
  const poll = await findPoll(db, pollId);
  if (poll?.meetingId !== meetingId) throw new AppError('not_found');
  return poll;
}

/** Polls with all that everyone may see: who voted how only from closing on. */
export async function publicPolls(
  db: Db,
  meetings: Rules,
  rows: readonly PollRow[],
): Promise<Poll[]> {
  const turnouts = await readTurnouts(db, idsOf(rows));
  const rolls = await readRolls(db, idsOf(rows.filter(({ closedAt }) => closedAt !== null)));
  const bodyRules = await rulesNow(db, meetings, rows);
  return rows.map((row) => {
    const { members: _members, ruleSet, ...shown } = row;
    const { voters, cast } = turnouts.get(row.id) ?? { voters: 0, cast: 0 };
    const frozen = ruleSet ?? bodyRules;
    if (frozen === null) throw new Error('an opened poll without rules');
    return { ...shown, ruleSet: frozen, voters, cast, ballots: namedBallots(row, rolls) };
  });
}

/** Polls as one person sees them; as nobody in particular with null. */
export async function pollsFor(
  db: Db,
  meetings: Rules,
  rows: readonly PollRow[],
  personId: Id | null,
): Promise<MyPoll[]> {
  const own = personId === null ? new Map() : await readOwn(db, idsOf(rows), personId);
  const polls = await publicPolls(db, meetings, rows);
  return polls.map((poll) => {
    const myReceipt = own.get(poll.id) ?? null;
    const mayVote = poll.state === 'open' && own.has(poll.id) && myReceipt === null;
    return { ...poll, mayVote, myReceipt };
  });
}

const idsOf = (rows: readonly PollRow[]): Id[] => rows.map(({ id }) => id);

/** The rules in force, for drafts; nobody asks when there is none. */
async function rulesNow(
  db: Db,
  meetings: Rules,
  rows: readonly PollRow[],
): Promise<RuleSet | null> {
  const draft = rows.find(({ ruleSet }) => ruleSet === null);
  return draft === undefined ? null : (await meetings.bodyRules(db, draft.meetingId)).ruleSet;
}

function namedBallots(
  { id, closedAt }: PollRow,
  rolls: readonly VoterWithBallot[],
): NamedBallot[] | null {
  if (closedAt === null) return null;
  return rolls
    .filter(({ pollId }) => pollId === id)
    .map(({ personId, fullName, office, choice }) => ({ personId, fullName, office, choice }));
}
