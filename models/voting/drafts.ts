import type { BallotPaper } from '../contracts/ballots.ts';
import type { Fraction, RuleSetDraft, Threshold } from '../contracts/rules.ts';
import type { ErrorCode } from '../errors.ts';
import type { RollVoter } from './verdict.ts';

// Rules and polls that can be written down but not meant.

interface Draft {
  paper: BallotPaper;
  secrecy: 'open' | 'secret';
  binding: boolean;
  /** By which it would be held: its own rules, or those of the body. */
  ruleSet: RuleSetDraft;
}

/**
 * Why a poll cannot be held as it is drafted: `impossible_paper` where nobody could mark it or not all seats be taken,
 * `impossible_rules` (see `ruleSetFaults`), `chair_tie_in_secret` where a tie would ask for the chair's vote that
 * nobody knows.
 */
export function draftProblem({ paper, secrecy, binding, ruleSet }: Draft): ErrorCode | null {
  if (!isPossible(paper)) return 'impossible_paper';
  // What binds nobody is counted without rules of a majority or a tie.
  if (!binding) return null;
  if (ruleSetFaults({ ...ruleSet, secrecy: 'open' }).length > 0) return 'impossible_rules';
  const asksChair = ruleSet.tie === 'chair' && mayTie(paper, ruleSet.threshold);
  return secrecy === 'secret' && asksChair ? 'chair_tie_in_secret' : null;
}

function isPossible(paper: BallotPaper): boolean {
  if (paper.kind !== 'choose' && paper.kind !== 'election') return true;
  const { min, max, options } = paper;
  const seats = paper.kind === 'election' ? paper.seats : 0;
  return min <= max && max <= options.length && seats <= options.length;
}

/** Whether as many votes can stand on both sides of a place: options that must only reach a bar all reach it. */
function mayTie({ kind }: BallotPaper, threshold: Threshold): boolean {
  if (kind === 'choose') return threshold.kind === 'relative';
  return kind !== 'confidence';
}

/**
 * The fields at fault in rules that cannot be meant: more than the whole can never be reached; a chair's vote on a tie
 * would stand in for a qualified majority (more than a half) that was not there, and is unknown where ballots are
 * secret; a consequence of low confidence needs a part of the whole.
 * @returns their paths within the rule set
 */
export function ruleSetFaults({ threshold, tie, secrecy, confidence }: RuleSetDraft): string[] {
  const faults: string[] = [];
  if (isOutOfReach(threshold)) faults.push('threshold.fraction');
  if (tie === 'chair' && (secrecy === 'secret' || isQualified(threshold))) faults.push('tie');
  for (const level of ['warning', 'removal'] as const) {
    const asked = confidence[level];
    if (asked.kind === 'relative') faults.push(`confidence.${level}.kind`);
    else if (isOutOfReach(asked)) faults.push(`confidence.${level}.fraction`);
  }
  return faults;
}

const isOutOfReach = (threshold: Threshold): boolean =>
  threshold.kind === 'more_than' && threshold.fraction.numerator === threshold.fraction.denominator;

const isQualified = (threshold: Threshold): boolean =>
  threshold.kind !== 'relative' && moreThanHalf(threshold.fraction);
const moreThanHalf = ({ numerator, denominator }: Fraction) => 2 * numerator > denominator;

interface Opening {
  secrecy: 'open' | 'secret';
  binding: boolean;
  ruleSet: Pick<RuleSetDraft, 'weighted'>;
  voters: readonly Pick<RollVoter, 'weight'>[];
}

/** Fewer voters of one weight than this, and the weights of secret ballots say who cast them. */
const hiddenAmong = 3;

/** Why a poll cannot be opened with this roll: `weights_reveal` where the weight of a secret ballot names its voter. */
export function openingProblem({ secrecy, binding, ruleSet, voters }: Opening): ErrorCode | null {
  if (secrecy === 'open' || !ruleSet.weighted || !binding) return null;
  return hasSmallClass(voters) ? 'weights_reveal' : null;
}

/**
 * Whether the ballots that were given would say who gave them: of one weight there are some, yet too few to hide among.
 * The record of a secret poll shows the weight of each ballot, and who voted; such a poll cannot be counted.
 */
export const ballotsReveal = (
  { binding, ruleSet }: Pick<Opening, 'binding' | 'ruleSet'>,
  ballots: Opening['voters'],
): boolean => ruleSet.weighted && binding && hasSmallClass(ballots);

function hasSmallClass(weighing: Opening['voters']): boolean {
  const classes = new Map<number, number>();
  for (const { weight } of weighing) classes.set(weight, (classes.get(weight) ?? 0) + 1);
  return [...classes.values()].some((size) => size < hiddenAmong);
}
