import type { TrusteeCandidate } from '../../../models/contracts/elections.ts';
import { AppError } from '../../../models/errors.ts';
import type { Id } from '../../../models/ids.ts';
import type { ElectionResult, Voter } from '../../../models/voting/acts.ts';
import { ballotsFor } from '../../../models/voting/encrypted-paper.ts';
import { verdictOf } from '../../../models/voting/verdict.ts';
import { type Caller, personOf } from '../../platform/caller.ts';
import type { Db } from '../../platform/database.ts';
import { record, trace } from '../acts.ts';
import { appendParticipation, findForCasting } from '../ballots/ballots-store.ts';
import { type BallotBox, type BoxPlace, type VerifiablePoll, verifiable } from './box.ts';
import { frozen } from '../running/counting.ts';
import type { VotingDeps } from '../deps.ts';
import type { PollNotices } from '../running/progress.ts';
import { rollNow } from '../roll/roll.ts';
import { isOver, mayCast } from '../rules.ts';
import { apply, tellAfterwards } from '../running/running-service.ts';
import { findPoll } from '../store.ts';
import { pollIn, rulesOf } from '../views.ts';
import { trusteeCandidates } from './trustee-candidates.ts';

/** What the capability that keeps encrypted ballots asks of polls. */
export interface VerifiableService {
  useBox(box: BallotBox): void;
  /** Who can keep the key of such a poll. @throws AppError `not_found` */
  trusteeCandidates(caller: Caller, meetingId: Id): Promise<{ items: TrusteeCandidate[] }>;
  /** @throws AppError `not_found`, also for a poll without trustees */
  verifiablePoll(db: Db, meetingId: Id, pollId: Id): Promise<VerifiablePoll>;
  /** Who would be on the roll if it opened now. @throws AppError `not_found`, also for a poll without trustees */
  electorate(db: Db, meetingId: Id, pollId: Id): Promise<Voter[]>;
  /**
   * Whether the person has taken part before; who may take part may do so again, and the last ballot counts.
   * @throws AppError `not_found`, `poll_not_open`, `not_on_voter_roll`
   */
  mayTakePart(tx: Db, caller: Caller, meetingId: Id, pollId: Id): Promise<{ again: boolean }>;
  /** Puts on record that the person has given a ballot, not which: once. */
  tookPart(tx: Db, caller: Caller, meetingId: Id, pollId: Id): Promise<void>;
  /**
   * The result is there: closes the poll with its verdict.
   * @returns false, having done nothing, for a poll that was declared void
   */
  settle(tx: Db, pollId: Id, result: ElectionResult): Promise<boolean>;
  /** After `settle`. */
  settled(pollId: Id): Promise<void>;
  /** After `tookPart`. */
  counted(pollId: Id): void;
  /** The trace of something that was done with a poll. */
  traced(
    tx: Db,
    caller: Caller,
    poll: Pick<VerifiablePoll, 'id'>,
    what: Parameters<typeof trace>[5],
  ): Promise<void>;
}

export function createVerifiableService(
  deps: VotingDeps,
  notices: PollNotices,
  box: BoxPlace,
): VerifiableService {
  return {
    useBox: (kept) => box.put(kept),
    async trusteeCandidates(_caller, meetingId) {
      const { read } = deps.database;
      // Staff may ask about any meeting, one that is none too.
      await deps.meetings.stateOf(read, meetingId);
      return { items: await trusteeCandidates(deps, read, meetingId) };
    },
    verifiablePoll,
    async electorate(db, meetingId, pollId) {
      const poll = await verifiablePoll(db, meetingId, pollId);
      const ruleSet = await rulesOf(db, deps.meetings, poll);
      return (await rollNow(deps, db, poll, ruleSet)).voters;
    },
    mayTakePart: (tx, caller, meetingId, pollId) =>
      standing(deps, tx, caller, { meetingId, pollId }),
    async tookPart(tx, caller, meetingId, pollId) {
      const { personId } = personOf(caller);
      const poll = await pollIn(tx, meetingId, pollId);
      const act = { type: 'voted' as const, ledgerId: pollId, by: personId, personId };
      const what = { action: 'ballot.cast' as const };
      const { sequence, hash } = await record(deps, tx, caller, poll, act, what);
      await appendParticipation(tx, { pollId, personId, sequence, entryHash: hash });
    },
    settle: (tx, pollId, result) => settle(deps, tx, pollId, result),
    settled: (pollId) => tellAfterwards(deps, notices, box, pollId),
    counted: (pollId) => notices.cast(pollId),
    async traced(tx, caller, { id }, what) {
      const poll = await findPoll(tx, id);
      if (poll !== undefined) await trace(deps, tx, caller, id, poll, what);
    },
  };
}

async function verifiablePoll(db: Db, meetingId: Id, pollId: Id) {
  const poll = verifiable(await pollIn(db, meetingId, pollId));
  if (poll === null) throw new AppError('not_found');
  return poll;
}

async function standing(
  { clock }: VotingDeps,
  tx: Db,
  caller: Caller,
  { meetingId, pollId }: Record<'meetingId' | 'pollId', Id>,
): Promise<{ again: boolean }> {
  const { personId } = personOf(caller);
  const poll = await findForCasting(tx, pollId, personId);
  if (poll?.meetingId !== meetingId || poll.trustees === null) throw new AppError('not_found');
  const { state, endsAt, voter, hasVoted } = poll;
  const onRoll = voter !== null && voter.castBy === null;
  const now = clock.now();
  const refusal = mayCast({ state, endsAt, now, onRoll, hasVoted, changes: 0, mayChange: true });
  if (refusal !== null) throw new AppError(refusal);
  return { again: hasVoted };
}

async function settle(
  deps: VotingDeps,
  tx: Db,
  pollId: Id,
  election: ElectionResult,
): Promise<boolean> {
  const poll = await findPoll(tx, pollId);
  const at = deps.clock.now();
  if (poll?.state !== 'open' || poll.ruleSet === null || !isOver({ ...poll, now: at }))
    return false;
  const ballots = ballotsFor(poll.paper, poll.ruleSet, election.counts, election.ballots);
  const verdict = verdictOf({ ...(await frozen(tx, poll)), ballots });
  await apply(deps, tx, 'system', poll, {
    act: { type: 'closed', ledgerId: pollId, at, by: null, ballots: null, verdict, election },
    fields: { state: 'closed', closedAt: at, verdict },
  });
  return true;
}
