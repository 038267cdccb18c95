import type { BallotPaper, ConfidenceLevel } from '../../contracts/ballots.ts';
import type { VerdictOf } from '../../contracts/verdict.ts';
import type { RuleSet, Threshold } from '../../contracts/rules.ts';
import { votesNeeded } from '../fractions.ts';
import { type CountInput, barOf, basisOf, isInForce, tallyOf, votesByKey } from './tally.ts';

type Levels = Pick<VerdictOf<'confidence'>['options'][number], 'high' | 'medium' | 'low'>;

/**
 * High, medium and low confidence for each person, and what the rules say of so much low confidence. Nothing is to be
 * carried, so no votes are needed: the consequences have parts of their own, of the same denominator.
 *
 * Source, for councils: more than half of all deputies with low confidence is a warning that asks a person to resign,
 * two thirds put them up for removal (Resolution 96/2023/QH15); bodies' own rules are data.
 */
export function confidenceVerdict(
  input: CountInput,
  { options }: Extract<BallotPaper, { kind: 'confidence' }>,
): VerdictOf<'confidence'> {
  const tally = tallyOf(input, 'confidence');
  const { ruleSet, wholes } = tally;
  const { denominator } = barOf(tally, wholes.cast);
  const at = (level: ConfidenceLevel) =>
    votesByKey(tally, ({ levels }) =>
      levels.filter((one) => one.level === level).map(({ key }) => key),
    );
  const high = at('high');
  const medium = at('medium');
  const low = at('low');
  const hasForce = isInForce(tally);
  return {
    kind: 'confidence',
    ...basisOf(tally, { denominator, needed: null }, { outcome: 'recorded', tied: false }),
    // Without a quorum nothing follows, but what was counted stays on record.
    outcome: 'recorded',
    options: options.map(({ key }) => {
      const levels = { high: high(key), medium: medium(key), low: low(key) };
      const consequence = hasForce ? consequenceOf(ruleSet, levels, denominator.size) : 'none';
      return { key, ...levels, consequence };
    }),
  };
}

function consequenceOf({ confidence }: RuleSet, levels: Levels, size: number) {
  if (isReached(confidence.removal, levels, size)) return 'removal';
  return isReached(confidence.warning, levels, size) ? 'warning' : 'none';
}

/** Where the most votes decide: more of low confidence than of any other. */
function isReached(threshold: Threshold, { high, medium, low }: Levels, size: number): boolean {
  const needed = votesNeeded(size, threshold);
  return needed === null ? low > Math.max(high, medium) : low >= needed;
}
