import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BallotPaper } from '../../../../models/contracts/ballots.ts';
import { peoplesCommitteeRules } from '../../../../models/contracts/rules.ts';
import { marksProblem } from '../../../../models/voting/marks.ts';
import {
  blankMarks,
  choicesOf,
  fits,
  lackOf,
  rankingIn,
  withChosen,
  withLevel,
  withRank,
} from './marks.ts';

const options = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ key: at + 1, label: `Người ${at + 1}`, note: '' }));
const choosing = fc
  .tuple(fc.integer({ min: 2, max: 8 }), fc.nat(8), fc.integer({ min: 1, max: 8 }))
  .map(([count, least, most]) => {
    const max = Math.min(most, count);
    return { kind: 'choose' as const, options: options(count), min: Math.min(least, max), max };
  });
const { choices } = peoplesCommitteeRules;

describe('lackOf', () => {
  it('[ballot] nothing is missing exactly when the server takes the marks', () => {
    fc.assert(
      fc.property(choosing, fc.array(fc.integer({ min: 1, max: 8 })), (paper, pressed) => {
        const chosen = [...new Set(pressed)].filter((key) => key <= paper.options.length);
        const marks = withChosen(paper, chosen);
        expect(lackOf(paper, marks) === null).toBe(
          marksProblem(paper, { choices }, marks) === null,
        );
      }),
    );
  });

  it('[confidence] says how many people have no level yet, and none once the server takes them', () => {
    const paper: BallotPaper = { kind: 'confidence', options: options(3) };
    const one = withLevel(null, 3, 'low');
    expect(lackOf(paper, null)).toEqual({ kind: 'levels', count: 3 });
    expect(lackOf(paper, one)).toEqual({ kind: 'levels', count: 2 });
    const all = withLevel(withLevel(withLevel(one, 1, 'high'), 2, 'low'), 2, 'medium');
    expect(lackOf(paper, all)).toBeNull();
    expect(marksProblem(paper, { choices }, all)).toBeNull();
  });

  it('[ballot] a blank ballot can be sent where the paper allows it, and nowhere else', () => {
    const may: BallotPaper = { kind: 'election', options: options(3), seats: 1, min: 0, max: 2 };
    expect(lackOf(may, blankMarks(may))).toBeNull();
    const must: BallotPaper = { ...may, min: 1 };
    expect(lackOf(must, blankMarks(must))).not.toBeNull();
    expect(blankMarks({ kind: 'motion' })).toBeNull();
    expect(lackOf({ kind: 'motion' }, null)).not.toBeNull();
  });
});

describe('withRank', () => {
  it('[ranked] any moves leave each option in the order once at most', () => {
    const paper: BallotPaper = { kind: 'ranked', options: options(5) };
    const move = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.option(fc.nat(4)));
    fc.assert(
      fc.property(fc.array(move), (moves) => {
        let marks = withRank(null, 1, null);
        for (const [key, place] of moves) {
          marks = withRank(marks, key, place);
          expect(rankingIn(marks).includes(key)).toBe(place !== null);
        }
        expect(marksProblem(paper, { choices }, marks)).toBeNull();
      }),
    );
  });
});

it('[rules] a body without abstentions offers none', () => {
  expect(choicesOf({ choices })).toEqual(['for', 'against', 'abstain']);
  expect(choicesOf({ choices: { ...choices, abstain: false } })).toEqual(['for', 'against']);
});

it('[ballot] marks for another paper are not taken over', () => {
  const paper: BallotPaper = { kind: 'choose', options: options(2), min: 0, max: 2 };
  expect(fits(paper, { kind: 'choose', chosen: [1, 2] })).toBe(true);
  expect(fits(paper, { kind: 'choose', chosen: [3] })).toBe(false);
  expect(fits(paper, { kind: 'motion', choice: 'for' })).toBe(false);
});
