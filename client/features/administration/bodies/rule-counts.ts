import type { Fraction, RuleSetDraft } from '../../../../models/contracts/rules.ts';

/** Members who must be present: `ceil(n × fraction)`, in whole numbers so that nothing is rounded wrongly. */
export const quorumOf = (members: number, { numerator, denominator }: Fraction): number =>
  Math.ceil((members * numerator) / denominator);

/** Votes in favour that carry: more than 1/2 is `floor(n/2)+1`, at least 2/3 is `ceil(2n/3)`. */
export function neededOf(size: number, { kind, fraction }: RuleSetDraft['threshold']): number {
  const { numerator, denominator } = fraction;
  return kind === 'more_than'
    ? Math.floor((size * numerator) / denominator) + 1
    : Math.ceil((size * numerator) / denominator);
}

/** What a rule set means for a body of `members`. */
export function countsOf(members: number, rules: RuleSetDraft) {
  const quorum = quorumOf(members, rules.quorum);
  return {
    quorum,
    /** Of all members. */
    ofAll: neededOf(members, rules.threshold),
    /** With just enough present. */
    ofQuorum: neededOf(quorum, rules.threshold),
  };
}
