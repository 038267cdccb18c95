import type { Verdict } from '../contracts/verdict.ts';
import { confidenceVerdict } from './verdict/confidence.ts';
import { motionVerdict } from './verdict/motion.ts';
import { chooseVerdict, electionVerdict } from './verdict/options.ts';
import { rankedVerdict } from './verdict/ranked.ts';
import type { CountInput } from './verdict/tally.ts';

export type { CountInput, GivenBallot, RollVoter } from './verdict/tally.ts';

/**
 * The result of a poll by the rules of its body; pure, so that a record can be counted again anywhere.
 *
 * Sources, for a People's Committee (UBND): meetings need two thirds of all members (Law 77/2015/QH13, article 114);
 * a decision needs more than half of ALL members, so that absence counts like a vote against, and when as many are for
 * as against, the side on which the chair voted prevails (the rule of the Government, taken over by committees'
 * regulations). Each body's regulation is data: `ruleSet`.
 *
 * A poll that was opened without a quorum, which only some bodies allow, carries nothing. One that does not bind
 * carries nothing either: it is counted and recorded, one vote for each who was asked.
 *
 * Marks must fit the paper (`marksProblem`).
 */
export function verdictOf(input: CountInput): Verdict {
  const { paper } = input;
  switch (paper.kind) {
    case 'motion':
      return motionVerdict(input);
    case 'choose':
      return chooseVerdict(input, paper);
    case 'election':
      return electionVerdict(input, paper);
    case 'confidence':
      return confidenceVerdict(input, paper);
    case 'ranked':
      return rankedVerdict(input, paper);
  }
}
