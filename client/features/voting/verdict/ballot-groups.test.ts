import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BallotPaper, Marks } from '../../../../models/contracts/ballots.ts';
import type { NamedBallot } from '../../../../models/contracts/voting.ts';
import { groupBallots, groupLevels } from './ballot-groups.ts';

const options = [1, 2, 3].map((key) => ({ key, label: `Phương án ${key}`, note: '' }));
const keys = fc.subarray([1, 2, 3]);
const marksOf: { [Kind in Marks['kind']]: fc.Arbitrary<Marks> } = {
  motion: fc.record({
    kind: fc.constant('motion' as const),
    choice: fc.constantFrom('for', 'against', 'abstain'),
  }),
  choose: fc.record({ kind: fc.constant('choose' as const), chosen: keys }),
  election: fc.record({ kind: fc.constant('election' as const), chosen: keys }),
  ranked: fc.record({
    kind: fc.constant('ranked' as const),
    ranking: fc.shuffledSubarray([1, 2, 3]),
  }),
  confidence: fc
    .tuple(
      ...[1, 2, 3].map(() => fc.constantFrom('high' as const, 'medium' as const, 'low' as const)),
    )
    .map((levels) => ({
      kind: 'confidence' as const,
      levels: levels.map((level, at) => ({ key: at + 1, level })),
    })),
};
const ballots = (kind: Marks['kind']): fc.Arbitrary<NamedBallot[]> =>
  fc.array(
    fc.record({
      personId: fc.uuid(),
      fullName: fc.string(),
      office: fc.string(),
      weight: fc.integer({ min: 1, max: 9 }),
      marks: fc.option(marksOf[kind]),
      castBy: fc.constant(null),
      entered: fc.constant(null),
      addedLate: fc.boolean(),
    }),
  );

describe('groupBallots', () => {
  it('[open vote] everyone stands in exactly one group of a motion, the one of their own choice', () => {
    fc.assert(
      fc.property(ballots('motion'), (list) => {
        const groups = groupBallots({ paper: { kind: 'motion' } }, list);
        expect(groups.flatMap(({ people }) => people)).toHaveLength(list.length);
        for (const { id, people } of groups)
          for (const { marks } of people)
            expect(marks?.kind === 'motion' ? marks.choice : 'notVoted').toBe(id);
      }),
    );
  });

  it('[open vote] who chose several options stands with each of them, who chose none is told apart', () => {
    const paper: BallotPaper = { kind: 'choose', options, min: 0, max: 3 };
    fc.assert(
      fc.property(ballots('choose'), (list) => {
        const groups = groupBallots({ paper }, list);
        for (const ballot of list) {
          const { marks } = ballot;
          const ids = groups.filter(({ people }) => people.includes(ballot)).map(({ id }) => id);
          const chosen = marks?.kind === 'choose' ? marks.chosen : null;
          const expected = chosen === null ? ['notVoted'] : chosen.length > 0 ? chosen : ['blank'];
          expect(ids).toEqual(expected);
        }
      }),
    );
  });

  it('[open vote] a ranking stands with its first preference', () => {
    const paper: BallotPaper = { kind: 'ranked', options };
    fc.assert(
      fc.property(ballots('ranked'), (list) => {
        for (const { id, people } of groupBallots({ paper }, list))
          for (const { marks } of people)
            if (marks?.kind === 'ranked') expect(marks.ranking[0] ?? 'blank').toBe(id);
      }),
    );
  });

  it('[open vote] for each person everyone gave one level, or did not vote', () => {
    fc.assert(
      fc.property(ballots('confidence'), (list) => {
        for (const { key } of options)
          expect(groupLevels(key, list).flatMap(({ people }) => people)).toHaveLength(list.length);
      }),
    );
  });

  it('[open vote] each group keeps the order of the roll', () => {
    fc.assert(
      fc.property(ballots('motion'), (list) => {
        for (const { people } of groupBallots({ paper: { kind: 'motion' } }, list)) {
          const places = people.map((person) => list.indexOf(person));
          expect(places).toEqual(places.toSorted((a, b) => a - b));
        }
      }),
    );
  });
});
