import type { RuleSet } from '../../models/contracts/rules.ts';
import type { Verdict } from '../../models/contracts/verdict.ts';
import type { MyPoll, NamedBallot, Poll } from '../../models/contracts/voting.ts';
import { AppError } from '../../models/errors.ts';
import type { Id } from '../../models/ids.ts';
import { type Caller, runsMeeting } from '../platform/caller.ts';
import type { Db } from '../platform/database.ts';
import { countSoFar } from './running/counting.ts';
import type { VotingDeps } from './deps.ts';
import { type OwnVote, type VoterWithBallot, readOwn, readRolls } from './roll/roll-store.ts';
import { isRevealed } from './rules.ts';
import { type PollRow, findPoll, readTurnouts } from './store.ts';

type Rules = Pick<VotingDeps['meetings'], 'bodyRules'>;

/** @throws AppError `not_found`, also for a poll of another meeting */
export async function pollIn(db: Db, meetingId: Id, pollId: Id): Promise<PollRow> {
  const poll = await findPoll(db, pollId);
  if (poll?.meetingId !== meetingId) throw new AppError('not_found');
  return poll;
}

/** The rules by which a poll is held: frozen, or its own or the body's of now. */
export async function rulesOf(
  db: Db,
  meetings: Rules,
  { ruleSet, ownRules, meetingId }: Pick<PollRow, 'ruleSet' | 'ownRules' | 'meetingId'>,
): Promise<RuleSet> {
  if (ruleSet !== null) return ruleSet;
  const inForce = (await meetings.bodyRules(db, meetingId)).ruleSet;
  return { ...inForce, ...ownRules };
}

/** Polls as everyone sees them, or as those do who run them. */
export async function publicPolls(
  db: Db,
  meetings: Rules,
  rows: readonly PollRow[],
  forRunners: boolean,
): Promise<Poll[]> {
  const isShown = (row: PollRow) => row.closedAt !== null && (forRunners || isRevealed(row));
  const named = rows.filter((row) => isShown(row) && row.secrecy === 'open');
  const turnouts = await readTurnouts(db, idsOf(rows));
  const rolls = await readRolls(db, idsOf(named));
  const polls: Poll[] = [];
  for (const row of rows) {
    const roll = rolls.filter(({ pollId }) => pollId === row.id);
    const ballots = named.includes(row) ? roll.map(namedBallot) : null;
    const verdict = isShown(row) ? row.verdict : await liveVerdict(db, row);
    const { voters, cast } = turnouts.get(row.id) ?? { voters: 0, cast: 0 };
    const ruleSet = await rulesOf(db, meetings, row);
    polls.push({ ...wordingOf(row), ruleSet, voters, cast, verdict, ballots });
  }
  return polls;
}

/** The count so far, where everyone sees it grow. */
export async function liveVerdict(db: Db, row: PollRow): Promise<Verdict | null> {
  const isLive = row.state === 'open' && row.reveal === 'live' && row.secrecy === 'open';
  return isLive ? countSoFar(db, row) : null;
}

function wordingOf(row: PollRow) {
  const { linkKind, linkedPollId } = row;
  const link =
    linkKind === null || linkedPollId === null ? null : { kind: linkKind, pollId: linkedPollId };
  return {
    id: row.id,
    meetingId: row.meetingId,
    agendaItemId: row.agendaItemId,
    number: row.number,
    revision: row.revision,
    question: row.question,
    paper: row.paper,
    secrecy: row.secrecy,
    trustees: row.trustees,
    binding: row.binding,
    reveal: row.reveal,
    link,
    state: row.state,
    ownRulesReason: row.ownRulesReason,
    openedAt: row.openedAt,
    endsAt: row.endsAt,
    closedAt: row.closedAt,
    announcedAt: row.announcedAt,
    voidReason: row.voidReason,
  };
}

/** Polls as the caller sees them, with the votes that they may give. */
export async function pollsFor(
  db: Db,
  meetings: Rules,
  rows: readonly PollRow[],
  caller: Caller,
): Promise<MyPoll[]> {
  const personId = caller.person?.personId;
  const own = personId === undefined ? [] : await readOwn(db, idsOf(rows), personId);
  const polls = await publicPolls(db, meetings, rows, runsMeeting(caller));
  return polls.map((poll) => ({ ...poll, votes: votesIn(own, poll.id) }));
}

/** The poll as the caller sees it, inside the transaction that changed it. */
export async function answerOf(
  { meetings }: Pick<VotingDeps, 'meetings'>,
  tx: Db,
  caller: Caller,
  pollId: Id,
): Promise<MyPoll> {
  const row = await findPoll(tx, pollId);
  const [mine] = row === undefined ? [] : await pollsFor(tx, meetings, [row], caller);
  if (mine === undefined) throw new AppError('not_found');
  return mine;
}

/** One's own first. */
function votesIn(own: readonly OwnVote[], pollId: Id): MyPoll['votes'] {
  return own
    .filter((vote) => vote.pollId === pollId)
    .toSorted((a, b) => Number(a.castBy !== null) - Number(b.castBy !== null))
    .map(({ voterId, fullName, castBy, receipt }) => ({
      voterId,
      fullName,
      onBehalf: castBy !== null,
      receipt,
    }));
}

const idsOf = (rows: readonly PollRow[]): Id[] => rows.map(({ id }) => id);

const someone = (personId: Id | null, fullName: string | null) =>
  personId === null || fullName === null ? null : { personId, fullName };

function namedBallot(voter: VoterWithBallot): NamedBallot {
  const { personId, fullName, office, weight, marks } = voter;
  const by = someone(voter.enteredBy, voter.enteredByName);
  const confirmedBy = someone(voter.confirmedBy, voter.confirmedByName);
  return {
    personId,
    fullName,
    office,
    weight,
    marks,
    castBy: someone(voter.castBy, voter.castByName),
    entered: by && confirmedBy && { by, confirmedBy },
    addedLate: voter.addedReason !== null,
  };
}
