import type { Marks } from '../../../models/contracts/ballots.ts';
import type { RequestOf } from '../../../models/contracts/event.ts';
import { type Receipt, ballotRecorded, type castBallot } from '../../../models/contracts/voting.ts';
import { AppError } from '../../../models/errors.ts';
import type { Id } from '../../../models/ids.ts';
import { marksProblem } from '../../../models/voting/marks.ts';
import { type Caller, personOf } from '../../platform/caller.ts';
import type { Db } from '../../platform/database.ts';
import { fingerprintOf, type Once } from '../../platform/idempotency.ts';
import { record } from '../acts.ts';
import { appendBallot, appendSecretBallot, findForCasting, isSecret } from './ballots-store.ts';
import type { VotingDeps } from '../deps.ts';
import type { PollNotices } from '../running/progress.ts';
import { mayCast } from '../rules.ts';

type Ballot = RequestOf<typeof castBallot>;

export interface CastingService {
  /**
   * Resolves when the ballot, its entry in the ledger and its trace are on disk. A repeated request gets the first
   * receipt.
   * @throws AppError `not_found`, `poll_not_open`, `not_on_voter_roll`, `already_voted`, `unknown_choice`,
   *   `marks_do_not_fit`, `encrypted_only` for a poll with trustees, `too_many_changes`
   */
  cast(caller: Caller, ballot: Ballot): Promise<{ receipt: Receipt }>;
}

export function createCastingService(deps: VotingDeps, notices: PollNotices): CastingService {
  const { database, publisher } = deps;
  return {
    async cast(caller, ballot) {
      const once = (await isSecret(database.read, ballot.pollId))
        ? onceWithoutMarks(caller.once, ballot)
        : caller.once;
      // Stays empty when the request is a repeated one: then nothing has changed.
      const made: Receipt[] = [];
      const answer = await database.write(async (tx) => {
        const receipt = await addBallot(deps, tx, caller, ballot);
        made.push(receipt);
        return { receipt };
      }, once);
      const { meetingId } = ballot;
      for (const receipt of made) {
        notices.cast(receipt.pollId);
        publisher.toPerson(personOf(caller).personId, ballotRecorded, { meetingId, receipt });
      }
      return answer;
    },
  };
}

/** What is kept of an answered request holds a hash of it; from that of a ballot its marks could be guessed. */
function onceWithoutMarks(
  { callerId, requestId, at }: Once,
  { meetingId, pollId, voterId }: Ballot,
): Once {
  const fingerprint = fingerprintOf('secret ballot', { meetingId, pollId, voterId });
  return { callerId, requestId, at, fingerprint };
}

async function addBallot(
  deps: VotingDeps,
  tx: Db,
  caller: Caller,
  { meetingId, pollId, voterId, marks }: Ballot,
): Promise<Receipt> {
  const { personId } = personOf(caller);
  const personOnRoll = voterId ?? personId;
  const asked = { meetingId, pollId, voterId: personOnRoll, marks };
  const poll = await findVoting(deps, tx, asked, (castBy) =>
    castBy === null ? personOnRoll === personId : castBy === personId,
  );
  const given: Given = { pollId, voterId: personOnRoll, castBy: personId, marks };
  return poll.secrecy === 'secret'
    ? giveSecret(deps, tx, caller, poll, given)
    : giveOpen(deps, tx, caller, poll, given);
}

/** A poll in which the voter may vote now, in this way. */
type Voting = NonNullable<Awaited<ReturnType<typeof findForCasting>>> & {
  voter: { castBy: Id | null; weight: number };
  /** The moment at which it was found so, and which is put on record. */
  at: string;
};

interface Asked {
  meetingId: Id;
  pollId: Id;
  voterId: Id;
  marks: Marks;
}

/**
 * @param mayGive whether the one who asks may give the vote of someone who is on the roll in this way
 * @throws AppError for whatever forbids this vote
 */
export async function findVoting(
  { clock }: Pick<VotingDeps, 'clock'>,
  tx: Db,
  { meetingId, pollId, voterId, marks }: Asked,
  mayGive: (castBy: Id | null) => boolean,
): Promise<Voting> {
  const poll = await findForCasting(tx, pollId, voterId);
  if (poll?.meetingId !== meetingId) throw new AppError('not_found');
  if (poll.trustees !== null) throw new AppError('encrypted_only');
  const { state, endsAt, voter, hasVoted, changes, secrecy, ruleSet, paper } = poll;
  const mayChange = secrecy === 'open' && ruleSet?.changeable === true;
  // Whoever may not vote for them learns nothing, not even whether they have voted.
  const onRoll = voter !== null && mayGive(voter.castBy);
  const at = clock.now();
  const refusal = mayCast({
    state,
    endsAt,
    now: at,
    onRoll,
    hasVoted,
    changes,
    mayChange,
  });
  if (refusal !== null) throw new AppError(refusal);
  if (voter === null || ruleSet === null) throw new Error('an open poll without rules or voter');
  const problem = marksProblem(paper, ruleSet, marks);
  if (problem !== null) throw new AppError(problem);
  return { ...poll, voter, at };
}

interface Given {
  pollId: Id;
  voterId: Id;
  castBy: Id;
  marks: Marks;
  /** Entered for a member without a device: by whom, and who confirmed it. */
  entered?: { by: Id; confirmedBy: Id };
}

/** An open ballot, or a change of it. */
export async function giveOpen(
  deps: VotingDeps,
  tx: Db,
  caller: Caller,
  poll: Voting,
  { pollId, voterId, castBy, marks, entered }: Given,
): Promise<Receipt> {
  const { at } = poll;
  const act = {
    type: 'cast' as const,
    ledgerId: pollId,
    at,
    by: entered?.by ?? castBy,
    personId: voterId,
    marks,
    confirmedBy: entered?.confirmedBy ?? null,
  };
  const { sequence, hash: entryHash } = await record(deps, tx, caller, poll, act, {
    action: poll.hasVoted ? 'ballot.changed' : 'ballot.cast',
    details: voterId === castBy ? {} : { voterId },
  });
  await appendBallot(tx, {
    pollId,
    personId: voterId,
    change: poll.hasVoted ? poll.changes + 1 : 0,
    marks,
    castAt: at,
    castBy,
    enteredBy: entered?.by ?? null,
    confirmedBy: entered?.confirmedBy ?? null,
    sequence,
    entryHash,
  });
  return { pollId, voterId, marks, castAt: at, sequence, entryHash };
}

/** The ballot without the voter, and the voter without the ballot. */
async function giveSecret(
  deps: VotingDeps,
  tx: Db,
  caller: Caller,
  poll: Voting,
  { pollId, voterId, castBy, marks }: Given,
): Promise<Receipt> {
  const act = { type: 'voted' as const, ledgerId: pollId, by: castBy, personId: voterId };
  const { sequence, hash: entryHash } = await record(deps, tx, caller, poll, act, {
    action: 'ballot.cast',
    details: voterId === castBy ? {} : { voterId },
  });
  const { weight } = poll.voter;
  await appendSecretBallot(
    tx,
    // Random, never made from the time as other ids are.
    { pollId, ballotId: deps.ledger.newBallotId(pollId, { marks, weight }), marks, weight },
    { pollId, personId: voterId, sequence, entryHash },
  );
  return { pollId, voterId, marks: null, castAt: null, sequence, entryHash };
}
