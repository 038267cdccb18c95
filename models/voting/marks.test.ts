import { describe, expect, it } from 'vitest';
import type { BallotPaper, Marks } from '../contracts/ballots.ts';
import { peoplesCommitteeRules as rules } from '../contracts/rules.ts';
import { canonicalMarks, marksProblem } from './marks.ts';
import { optionsOf } from './testing/worked.ts';

const options = optionsOf('ABC');
const election: BallotPaper = { kind: 'election', options, seats: 2, min: 1, max: 2 };
const trust: BallotPaper = { kind: 'confidence', options: optionsOf('AB') };
const ranked: BallotPaper = { kind: 'ranked', options };

const chosen = (...keys: number[]): Marks => ({ kind: 'election', chosen: keys });
const ranking = (...keys: number[]): Marks => ({ kind: 'ranked', ranking: keys });
const low = (...keys: number[]): Marks => ({
  kind: 'confidence',
  levels: keys.map((key) => ({ key, level: 'low' })),
});

describe('what may be marked', () => {
  it('[R130] a motion takes for, against, and abstain where the rules know it', () => {
    const motion: BallotPaper = { kind: 'motion' };
    const without = { choices: { abstain: false, words: null } };
    const abstain: Marks = { kind: 'motion', choice: 'abstain' };
    expect(marksProblem(motion, rules, abstain)).toBeNull();
    expect(marksProblem(motion, without, abstain)).toBe('unknown_choice');
    expect(marksProblem(motion, without, { kind: 'motion', choice: 'against' })).toBeNull();
  });

  it.each<[string, BallotPaper, Marks, ReturnType<typeof marksProblem>]>([
    ['R131: as many as allowed', election, chosen(1, 3), null],
    ['R132: fewer than asked', election, chosen(), 'marks_do_not_fit'],
    ['R133: more than allowed', election, chosen(1, 2, 3), 'marks_do_not_fit'],
    ['R134: someone twice', election, chosen(2, 2), 'marks_do_not_fit'],
    ['R135: not in order', election, chosen(3, 1), 'marks_do_not_fit'],
    ['R136: nobody on the paper', election, chosen(4), 'unknown_choice'],
    ['R137: a blank ballot where that is allowed', { ...election, min: 0 }, chosen(), null],
    ['R138: another kind of ballot', election, ranking(1), 'marks_do_not_fit'],
    ['R139: a level for everyone', trust, low(1, 2), null],
    ['R140: a level missing', trust, low(1), 'marks_do_not_fit'],
    ['R141: a level twice', trust, low(1, 1), 'marks_do_not_fit'],
    ['R142: a level for nobody', trust, low(1, 3), 'unknown_choice'],
    ['R143: any order of preference', ranked, ranking(3, 1), null],
    ['R144: no preference', ranked, ranking(), null],
    ['R145: a preference twice', ranked, ranking(3, 1, 3), 'marks_do_not_fit'],
    [
      'R146: for and against options',
      ranked,
      { kind: 'motion', choice: 'for' },
      'marks_do_not_fit',
    ],
  ])('[%s]', (_says, paper, marks, problem) => {
    expect(marksProblem(paper, rules, marks)).toBe(problem);
  });

  it('[R147] marks are kept in one way, and an order that means something is kept', () => {
    expect(canonicalMarks(chosen(3, 1))).toEqual(chosen(1, 3));
    expect(canonicalMarks(low(2, 1))).toEqual(low(1, 2));
    expect(canonicalMarks(ranking(3, 1))).toEqual(ranking(3, 1));
    // What is wrong is not hidden by it.
    expect(marksProblem(election, rules, canonicalMarks(chosen(2, 2)))).toBe('marks_do_not_fit');
  });
});
