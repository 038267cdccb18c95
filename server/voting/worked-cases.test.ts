import { describe, expect, it } from 'vitest';
import {
  type Fraction,
  type RuleSet,
  peoplesCommitteeRules,
} from '../../models/contracts/rules.ts';
import { Choice } from '../../models/contracts/voting.ts';
import { quorumNeeded, verdictOf } from './rules.ts';

const committee: RuleSet = { ...peoplesCommitteeRules, version: 1 };
const part = (numerator: number, denominator: number): Fraction => ({ numerator, denominator });
const atLeast = (fraction: Fraction) => ({ kind: 'at_least' as const, fraction });

const ruleSets: Record<string, RuleSet> = {
  /** Quorum 2/3 of all, more than 1/2 of all, tie by the chair. */
  committee,
  'tie falls': { ...committee, tie: 'not_carried' },
  'no gate': { ...committee, quorumGatesOpening: false },
  'two thirds': { ...committee, threshold: atLeast(part(2, 3)), tie: 'not_carried' },
  'of present': { ...committee, denominator: 'present' },
  'of valid': { ...committee, denominator: 'valid', tie: 'not_carried' },
  'half valid': { ...committee, denominator: 'valid', threshold: atLeast(part(1, 2)) },
};

/**
 * Worked by hand. Members of the body, present ones, votes for:against:abstaining, the chair's vote, votes needed,
 * whether carried, by what, and what the case shows.
 */
const table = `
V1  | committee  | 21 | 21 | 11:10:0 | for     | 11 | yes | majority  | odd n: the middle one carries
V2  | committee  | 21 | 21 | 10:9:2  | for     | 11 | no  | majority  | odd n: more for than against is not enough
V3  | committee  | 20 | 20 | 10:9:1  | for     | 11 | no  | majority  | even n: exactly 1/2 is not more than 1/2
V4  | committee  | 20 | 20 | 11:9:0  | for     | 11 | yes | majority  | even n: one more than 1/2 carries
V5  | committee  | 21 | 14 | 10:4:0  | for     | 11 | no  | majority  | absent members count in the denominator
V6  | two thirds | 21 | 21 | 14:7:0  | for     | 14 | yes | majority  | exactly 2/3 is at least 2/3
V7  | two thirds | 21 | 21 | 13:8:0  | for     | 14 | no  | majority  | one less than 2/3 is not
V8  | two thirds | 20 | 20 | 13:7:0  | for     | 14 | no  | majority  | 2/3 of 20 are rounded up
V9  | committee  | 21 | 14 | 0:0:0   | -       | 11 | no  | majority  | nobody votes: no tie, nothing carried
V10 | half valid | 21 | 14 | 0:0:14  | abstain | 1  | no  | majority  | no valid vote: still nothing carried
V11 | committee  | 20 | 20 | 10:10:0 | for     | 11 | yes | tie_rule  | tie, the chair for
V12 | committee  | 20 | 20 | 10:10:0 | against | 11 | no  | tie_rule  | tie, the chair against
V13 | committee  | 21 | 21 | 10:10:1 | abstain | 11 | no  | tie_rule  | tie, the chair abstained
V14 | committee  | 21 | 20 | 10:10:0 | -       | 11 | no  | tie_rule  | tie, the chair absent
V15 | tie falls  | 20 | 20 | 10:10:0 | for     | 11 | no  | tie_rule  | tie where the chair does not decide
V16 | committee  | 21 | 14 | 5:5:4   | for     | 11 | yes | tie_rule  | a tie far below 1/2 of all goes by the chair
V17 | of present | 21 | 14 | 8:5:1   | for     | 8  | yes | majority  | more than 1/2 of those present
V18 | of present | 21 | 14 | 7:1:2   | for     | 8  | no  | majority  | present: who abstains or keeps silent counts
V19 | of valid   | 21 | 14 | 3:2:9   | abstain | 3  | yes | majority  | valid: only for and against count
V20 | no gate    | 21 | 13 | 13:0:0  | for     | 11 | no  | no_quorum | without quorum not even unanimously
V21 | no gate    | 21 | 12 | 6:6:0   | for     | 11 | no  | no_quorum | no quorum goes before the tie rule
V22 | committee  | 1  | 1  | 1:0:0   | for     | 1  | yes | majority  | a body of one
`;

const cases = table
  .trim()
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([id = '', rules = '', members, voters, votes = '', chair, needed, carried, by, says]) => {
    const [inFavour = 0, against = 0, abstain = 0] = votes.split(':').map(Number);
    return {
      id,
      says,
      outcome: {
        ruleSet: ruleSets[rules] ?? committee,
        members: Number(members),
        voters: Number(voters),
        counts: { for: inFavour, against, abstain },
        chairChoice: chair === '-' ? null : Choice.parse(chair),
      },
      expected: { needed: Number(needed), carried: carried === 'yes', decidedBy: by },
    };
  });

describe('verdict, worked by hand', () => {
  it.each(cases)('[$id] $says', ({ outcome, expected }) => {
    const verdict = verdictOf(outcome);
    expect(verdict).toMatchObject(expected);
    const { counts, ruleSet, chairChoice } = outcome;
    const tied = counts.for === counts.against && counts.for > 0;
    expect(verdict.tie).toEqual(tied ? { rule: ruleSet.tie, chairChoice } : null);
  });

  it('[V23] the quorum is two thirds of all members, rounded up', () => {
    const needed = [1, 2, 3, 20, 21, 22].map((n) => quorumNeeded(n, part(2, 3)));
    expect(needed).toEqual([1, 2, 2, 14, 14, 15]);
  });
});
