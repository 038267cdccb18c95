import type { MeetingState } from '../../models/contracts/meetings.ts';
import type { Fraction, RuleSet } from '../../models/contracts/rules.ts';
import type { Choice, PollState, Verdict } from '../../models/contracts/voting.ts';
import type { ErrorCode } from '../../models/errors.ts';

export type Counts = Verdict['counts'];

/** What a result is worked out from. */
export interface Outcome {
  counts: Counts;
  /** On the roll of the poll: voting members present when it opened. */
  voters: number;
  /** All voting members of the body when the poll opened, absent ones too. */
  members: number;
  /** As frozen at opening. */
  ruleSet: RuleSet;
  /** How the one who presides voted; null when they did not. */
  chairChoice: Choice | null;
}

/** Whole-number arithmetic only, so that no rounding decides a vote. */
const floorOf = (n: number, { numerator, denominator }: Fraction): number =>
  (n * numerator - ((n * numerator) % denominator)) / denominator;
const ceilOf = (n: number, fraction: Fraction): number =>
  floorOf(n, fraction) + ((n * fraction.numerator) % fraction.denominator === 0 ? 0 : 1);

/** How many of all members must be present: `ceil(members × fraction)`. */
export const quorumNeeded = (members: number, fraction: Fraction): number =>
  ceilOf(members, fraction);

/**
 * The votes for that carry a motion: more than a/b of n is `floor(n·a/b) + 1`, at least a/b of n is `ceil(n·a/b)`;
 * never none, for nothing is carried without a single vote for it.
 */
const votesNeeded = (n: number, { kind, fraction }: RuleSet['threshold']): number =>
  kind === 'more_than' ? floorOf(n, fraction) + 1 : Math.max(1, ceilOf(n, fraction));

/**
 * The result of a poll by the rules of its body.
 *
 * Sources, for a People's Committee (UBND): meetings need two thirds of all members (Law 77/2015/QH13, article 114);
 * a decision needs more than half of ALL members, so that absence counts like a vote against, and when as many are for
 * as against, the side on which the chair voted prevails (the rule of the Government, taken over by committees'
 * regulations). Each body's regulation is data: `ruleSet`.
 *
 * The tie rule is an exception to the majority of all members: with as many for as against, more than half of all
 * cannot be for, and yet the chair's side decides, however many abstained or were absent. So it is asked first. It needs
 * one vote on each side: nobody for and nobody against is no tie but a majority missed. A chair who abstained or did
 * not vote stands on no side, and the motion is not carried. Rules for a qualified majority keep `tie: 'not_carried'`
 * (bodies cannot be given others).
 *
 * A poll that was opened without a quorum, which only some bodies allow, carries nothing.
 */
export function verdictOf({ counts, voters, members, ruleSet, chairChoice }: Outcome): Verdict {
  const quorum = { needed: quorumNeeded(members, ruleSet.quorum) };
  const reached = voters >= quorum.needed;
  const size = denominatorSize(ruleSet, counts, voters, members);
  const needed = votesNeeded(size, ruleSet.threshold);
  const tied = counts.for === counts.against && counts.for > 0;
  const decidedBy = reached ? (tied ? 'tie_rule' : 'majority') : 'no_quorum';
  const carriedBy = {
    no_quorum: false,
    tie_rule: ruleSet.tie === 'chair' && chairChoice === 'for',
    majority: counts.for >= needed,
  };
  return {
    carried: carriedBy[decidedBy],
    counts,
    notVoted: voters - counts.for - counts.against - counts.abstain,
    members,
    present: voters,
    quorum: { ...quorum, reached },
    denominator: { kind: ruleSet.denominator, size },
    needed,
    tie: tied ? { rule: ruleSet.tie, chairChoice } : null,
    decidedBy,
    ruleSet,
  };
}

function denominatorSize(
  { denominator }: RuleSet,
  counts: Counts,
  voters: number,
  members: number,
): number {
  if (denominator === 'all') return members;
  return denominator === 'present' ? voters : counts.for + counts.against;
}

/** Polls are prepared before and during a meeting, not after it. */
export const mayPrepare = (meeting: MeetingState): ErrorCode | null =>
  meeting === 'planned' || meeting === 'open' ? null : 'meeting_state';

/** Wording that people have voted on is never changed. */
export const mayUpdate = (state: PollState): ErrorCode | null =>
  state === 'draft' ? null : 'poll_state';

interface Opening {
  state: PollState;
  meeting: MeetingState;
  anotherOpen: boolean;
  quorumReached: boolean;
  ruleSet: RuleSet;
}

/** A poll opens once, in an open meeting, alone, and with a quorum where the rules ask for one. */
export function mayOpen(opening: Opening): ErrorCode | null {
  if (opening.state !== 'draft') return 'poll_state';
  if (opening.meeting !== 'open') return 'meeting_not_open';
  if (opening.anotherOpen) return 'another_poll_open';
  return opening.ruleSet.quorumGatesOpening && !opening.quorumReached ? 'no_quorum' : null;
}

interface Casting {
  state: PollState;
  onRoll: boolean;
  hasVoted: boolean;
}

/** Those on the roll vote once, while the poll is open. */
export function mayCast({ state, onRoll, hasVoted }: Casting): ErrorCode | null {
  if (state !== 'open') return 'poll_not_open';
  if (!onRoll) return 'not_on_voter_roll';
  return hasVoted ? 'already_voted' : null;
}

export const mayClose = (state: PollState): ErrorCode | null =>
  state === 'open' ? null : 'poll_not_open';

/** Whatever its state, a poll can be declared void, once. */
export const mayVoid = (state: PollState): ErrorCode | null =>
  state === 'void' ? 'poll_state' : null;
