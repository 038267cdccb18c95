import { type Choice, standardChoices } from '../../contracts/ballots.ts';
import type { Verdict, VerdictOf } from '../../contracts/verdict.ts';
import {
  type CountInput,
  type Tally,
  barOf,
  basisOf,
  isInForce,
  tallyOf,
  votesWhere,
} from './tally.ts';

type Counts = VerdictOf<'motion'>['counts'];

/**
 * Carried by the votes for: as many as needed of the denominator, or (relative) more than against.
 *
 * The tie rule is an exception to the majority of all members: with as many for as against, more than half of all
 * cannot be for, and yet the chair's side decides, however many abstained or were absent. So it is asked first. It
 * needs a vote on each side: nobody for and nobody against is no tie but a majority missed. A chair who abstained, did
 * not vote or let someone else vote stands on no side, and the motion is not carried.
 */
export function motionVerdict(input: CountInput): VerdictOf<'motion'> {
  const tally = tallyOf(input, 'motion');
  const { ruleSet, heads } = tally;
  const deemed = deemedChoice(tally);
  const counts = countChoices(tally, deemed);
  const valid = counts.for + counts.against + (ruleSet.abstentionsAreValid ? counts.abstain : 0);
  const bar = barOf(tally, valid);
  const isTie = isInForce(tally) && counts.for === counts.against && counts.for > 0;
  const tie = isTie ? { rule: ruleSet.tie, chairChoice: tally.chair?.choice ?? null } : null;
  const outcome = tie === null ? majorityOutcome(counts, bar.needed) : tieOutcome(tie);
  return {
    kind: 'motion',
    ...basisOf(tally, bar, { outcome, tied: isTie }),
    deemed: deemed === null ? 0 : heads.notVoted,
    counts,
    tie,
  };
}

const deemedChoices = { not_voted: null, deemed_for: 'for', deemed_abstain: 'abstain' } as const;

/** What silence means, once the poll has ended; nothing in a poll that does not bind, which asks guests too. */
const deemedChoice = ({ ruleSet, binding, soFar }: Tally<'motion'>): Choice | null =>
  binding && !soFar ? deemedChoices[ruleSet.silence] : null;

function countChoices(tally: Tally<'motion'>, deemed: Choice | null): Counts {
  const silent = tally.wholes.present - tally.wholes.cast;
  const [inFavour, against, abstain] = standardChoices.map(
    (one) => votesWhere(tally, ({ choice }) => choice === one) + (one === deemed ? silent : 0),
  );
  return { for: inFavour ?? 0, against: against ?? 0, abstain: abstain ?? 0 };
}

function majorityOutcome(counts: Counts, needed: number | null): Verdict['outcome'] {
  const isReached = needed === null ? counts.for > counts.against : counts.for >= needed;
  return isReached ? 'carried' : 'not_carried';
}

function tieOutcome({
  rule,
  chairChoice,
}: NonNullable<VerdictOf<'motion'>['tie']>): Verdict['outcome'] {
  if (rule === 'chair') return chairChoice === 'for' ? 'carried' : 'not_carried';
  return rule;
}
