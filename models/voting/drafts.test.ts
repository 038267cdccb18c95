import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BallotPaper } from '../contracts/ballots.ts';
import { type RuleSetDraft, type Threshold, peoplesCommitteeRules } from '../contracts/rules.ts';
import { draftProblem, openingProblem, ruleSetFaults } from './drafts.ts';
import { optionsOf } from './testing/worked.ts';

const part = (
  kind: 'more_than' | 'at_least',
  numerator: number,
  denominator: number,
): Threshold => ({ kind, fraction: { numerator, denominator } });
const rules = (changes: Partial<RuleSetDraft>): RuleSetDraft => ({
  ...peoplesCommitteeRules,
  ...changes,
});

describe('rules that cannot be meant', () => {
  it.each<[string, Partial<RuleSetDraft>, string[]]>([
    ['R150: those of a committee are meant', {}, []],
    ['R151: unanimity is meant', { threshold: part('at_least', 1, 1), tie: 'not_carried' }, []],
    [
      'R152: more than the whole is never reached',
      { threshold: part('more_than', 3, 3), tie: 'not_carried' },
      ['threshold.fraction'],
    ],
    [
      "R153: the chair's vote is no qualified majority",
      { threshold: part('at_least', 2, 3) },
      ['tie'],
    ],
    ['R154: at least a half may go by the chair', { threshold: part('at_least', 1, 2) }, []],
    ['R155: the most votes may go by the chair', { threshold: { kind: 'relative' } }, []],
    ["R156: nobody knows the chair's secret vote", { secrecy: 'secret' }, ['tie']],
    ['R157: a secret tie may fall', { secrecy: 'secret', tie: 'not_carried' }, []],
    [
      'R158: low confidence has consequences from a part on',
      { confidence: { warning: { kind: 'relative' }, removal: part('more_than', 1, 1) } },
      ['confidence.warning.kind', 'confidence.removal.fraction'],
    ],
  ])('[%s]', (_says, changes, faults) => {
    expect(ruleSetFaults(rules(changes))).toEqual(faults);
  });
});

describe('polls that cannot be held', () => {
  const options = optionsOf('ABC');
  const draft = {
    paper: { kind: 'motion' } as BallotPaper,
    secrecy: 'open' as const,
    binding: true,
    ruleSet: rules({}),
  };
  const withPaper = (paper: BallotPaper) => draftProblem({ ...draft, paper });
  const choose = (min: number, max: number) => withPaper({ kind: 'choose', options, min, max });
  const election = (seats: number, min: number, max: number) =>
    withPaper({ kind: 'election', options, seats, min, max });

  it('[R160] more to be chosen than may be chosen, or than there is', () => {
    expect(choose(0, 3)).toBeNull();
    expect(choose(2, 1)).toBe('impossible_paper');
    expect(choose(0, 4)).toBe('impossible_paper');
    expect(election(3, 0, 1)).toBeNull();
    expect(election(4, 0, 3)).toBe('impossible_paper');
    expect(election(1, 2, 1)).toBe('impossible_paper');
    expect(election(1, 0, 4)).toBe('impossible_paper');
  });

  it("[R161] a secret ballot whose tie asks for the chair's vote", () => {
    const secret = { ...draft, secrecy: 'secret' as const };
    const problem = (kind: 'motion' | 'confidence' | 'ranked') =>
      draftProblem({ ...secret, paper: kind === 'motion' ? { kind } : { kind, options } });
    expect(draftProblem(draft)).toBeNull();
    expect(problem('motion')).toBe('chair_tie_in_secret');
    expect(problem('ranked')).toBe('chair_tie_in_secret');
    // No tie can arise where each only has to reach a bar.
    expect(problem('confidence')).toBeNull();
    const paper: BallotPaper = { kind: 'choose', options, min: 0, max: 1 };
    expect(draftProblem({ ...secret, paper })).toBeNull();
    const most = rules({ threshold: { kind: 'relative' } });
    expect(draftProblem({ ...secret, paper, ruleSet: most })).toBe('chair_tie_in_secret');
    expect(draftProblem({ ...secret, ruleSet: rules({ tie: 'second_ballot' }) })).toBeNull();
    // Nothing hangs on a straw poll.
    expect(draftProblem({ ...secret, binding: false })).toBeNull();
  });

  it('[R162] rules of its own that cannot be meant', () => {
    const ruleSet = rules({ threshold: part('at_least', 2, 3) });
    expect(draftProblem({ ...draft, ruleSet })).toBe('impossible_rules');
    // An open poll may be held by rules that make polls secret otherwise.
    expect(draftProblem({ ...draft, ruleSet: rules({ secrecy: 'secret' }) })).toBeNull();
  });

  it('[R163] weighted secret ballots are cast only among three or more of each weight', () => {
    const opening = {
      secrecy: 'secret' as const,
      binding: true,
      ruleSet: { weighted: true },
    };
    const weights = fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 20 });
    fc.assert(
      fc.property(weights, (all) => {
        const voters = all.map((weight) => ({ weight }));
        const hidden = all.every((weight) => all.filter((one) => one === weight).length >= 3);
        const expected = hidden ? null : 'weights_reveal';
        expect(openingProblem({ ...opening, voters })).toBe(expected);
        expect(openingProblem({ ...opening, secrecy: 'open', voters })).toBeNull();
        expect(openingProblem({ ...opening, binding: false, voters })).toBeNull();
        expect(openingProblem({ ...opening, ruleSet: { weighted: false }, voters })).toBeNull();
      }),
    );
  });
});
