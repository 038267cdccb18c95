import type { BallotPaper } from '../../../../models/contracts/ballots.ts';
import { type RuleSet, peoplesCommitteeRules } from '../../../../models/contracts/rules.ts';
import type { Verdict, VerdictOf } from '../../../../models/contracts/verdict.ts';

// A verdict of each kind, and of motions the special cases.

export const ruleSet: RuleSet = { ...peoplesCommitteeRules, version: 3 };
const basis = {
  outcome: 'carried',
  decidedBy: 'majority',
  members: 21,
  voters: 17,
  cast: 16,
  notVoted: 1,
  deemed: 0,
  quorum: { needed: 14, present: 17, reached: true },
  denominator: { kind: 'all', size: 21 },
  needed: 11,
  ruleSet,
} as const;
export const carried: VerdictOf<'motion'> = {
  kind: 'motion',
  ...basis,
  counts: { for: 12, against: 3, abstain: 1 },
  tie: null,
};
type Tie = VerdictOf<'motion'>['tie'];
export const tied = (rule: NonNullable<Tie>['rule'], chairChoice: 'for' | 'against' | null) => ({
  ...carried,
  outcome:
    rule === 'second_ballot'
      ? rule
      : chairChoice === 'for'
        ? ('carried' as const)
        : ('not_carried' as const),
  counts: { for: 8, against: 8, abstain: 1 },
  notVoted: 0,
  tie: { rule, chairChoice },
  decidedBy: 'tie_rule' as const,
});
export const noQuorum: Verdict = {
  ...carried,
  outcome: 'not_carried',
  quorum: { needed: 14, present: 12, reached: false },
  decidedBy: 'no_quorum',
};
const options = ['An', 'Bình', 'Chi'].map((label, at) => ({ key: at + 1, label, note: '' }));
export const papers = {
  motion: { kind: 'motion' },
  choose: { kind: 'choose', options, min: 1, max: 1 },
  election: { kind: 'election', options, seats: 2, min: 0, max: 2 },
  confidence: { kind: 'confidence', options },
  ranked: { kind: 'ranked', options },
} as const satisfies Record<BallotPaper['kind'], unknown>;
export const elected: VerdictOf<'election'> = {
  kind: 'election',
  ...basis,
  seats: 2,
  options: [
    { key: 1, votes: 11, passed: true },
    { key: 2, votes: 4, passed: false },
    { key: 3, votes: 13, passed: true },
  ],
  blank: 0,
  tied: [],
};
export const judged: VerdictOf<'confidence'> = {
  kind: 'confidence',
  ...basis,
  outcome: 'recorded',
  needed: null,
  options: [
    { key: 1, high: 10, medium: 4, low: 2, consequence: 'none' },
    { key: 2, high: 1, medium: 4, low: 11, consequence: 'warning' },
    { key: 3, high: 0, medium: 2, low: 14, consequence: 'removal' },
  ],
};
export const ranked: VerdictOf<'ranked'> = {
  kind: 'ranked',
  ...basis,
  rounds: [
    { counts: [1, 2, 3].map((key) => ({ key, votes: 4 + key })), spent: 1 },
    { counts: [2, 3].map((key) => ({ key, votes: 15 - key })), spent: 1 },
  ],
  winner: 2,
  tied: [],
};
