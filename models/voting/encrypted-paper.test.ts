import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayAnswer } from '../belenios/answer.ts';
import type { BallotPaper } from '../contracts/ballots.ts';
import { ballotsFor, choicesOf, questionsOf, verifiableProblem } from './encrypted-paper.ts';
import { marksProblem } from './marks.ts';
import { polls as anyPolls } from './testing/random-polls.ts';
import { type CountInput, verdictOf } from './verdict.ts';

/** Secret polls that can be verifiable: one vote each, and no chair whose own vote decides. */
const polls = anyPolls.filter(({ paper }) => paper.kind !== 'ranked');

const asVerifiable = (poll: CountInput): CountInput => {
  const ruleSet = {
    ...poll.ruleSet,
    weighted: false,
    tie: poll.ruleSet.tie === 'chair' ? ('not_carried' as const) : poll.ruleSet.tie,
    choices: { ...poll.ruleSet.choices, abstain: true },
  };
  return { ...poll, ruleSet, ballots: poll.ballots.map(({ marks }) => ({ marks, weight: 1 })) };
};

function countsOf({ paper, ruleSet, ballots }: CountInput): number[][] {
  const questions = questionsOf(paper, 'Câu hỏi', ruleSet);
  const given = ballots.map(({ marks }) => choicesOf(paper, ruleSet, marks));
  return questions.map(({ answers, blank }, question) =>
    Array.from({ length: answers.length + (blank ? 1 : 0) }, (_, value) =>
      given.reduce((sum, one) => sum + (one[question]?.[value] ?? 0), 0),
    ),
  );
}

describe('papers of verifiable polls', () => {
  it('[VE1] whatever fits the paper answers its questions', () => {
    fc.assert(
      fc.property(polls, (poll) => {
        const { paper, ruleSet, ballots } = asVerifiable(poll);
        const questions = questionsOf(paper, 'Câu hỏi', ruleSet);
        for (const { marks } of ballots)
          for (const [at, choices] of choicesOf(paper, ruleSet, marks).entries()) {
            const question = questions[at];
            expect(question && mayAnswer(question, choices)).toBe(true);
          }
      }),
    );
  });

  it('[VE2] the counts of the record give the verdict of the ballots, whatever they were', () => {
    fc.assert(
      fc.property(polls, (poll) => {
        const input = asVerifiable(poll);
        const { paper, ruleSet, ballots } = input;
        const again = ballotsFor(paper, ruleSet, countsOf(input), ballots.length);
        expect(again).toHaveLength(ballots.length);
        for (const { marks } of again) expect(marksProblem(paper, ruleSet, marks)).toBe(null);
        expect(verdictOf({ ...input, ballots: again })).toEqual(verdictOf(input));
      }),
    );
  });

  it('[VE3] counts that no ballots have are refused', () => {
    const rules = { choices: { abstain: true, words: null } };
    const paper: BallotPaper = {
      kind: 'choose',
      options: [1, 2, 3].map((key) => ({ key, label: `${key}`, note: '' })),
      min: 1,
      max: 2,
    };
    for (const counts of [[[3, 0, 0]], [[0, 0, 0]], [[2, 2, 2]], [[1, 1]], [], [[1, 1, 1], [1]]])
      expect(() => ballotsFor(paper, rules, counts, 2)).toThrow(RangeError);
    expect(() => ballotsFor({ kind: 'motion' }, rules, [[1, 1, 1]], 2)).toThrow(RangeError);
  });

  it('[VE4] orders of preference, weights and open votes have no trustees', () => {
    const draft = {
      paper: { kind: 'motion' as const },
      secrecy: 'secret' as const,
      binding: true,
      ruleSet: { weighted: false },
    };
    expect(verifiableProblem(draft)).toBe(null);
    const ranked = { kind: 'ranked' as const, options: [] };
    expect(verifiableProblem({ ...draft, paper: ranked })).toBe('trustees_not_ranked');
    expect(verifiableProblem({ ...draft, ruleSet: { weighted: true } })).toBe(
      'trustees_not_weighted',
    );
    expect(verifiableProblem({ ...draft, secrecy: 'open' })).toBe('trustees_need_secret');
  });
});
