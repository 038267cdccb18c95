import * as fc from 'fast-check';
import {
  type BallotPaper,
  type Marks,
  confidenceLevels,
  standardChoices,
} from '../../contracts/ballots.ts';
import {
  type Fraction,
  type RuleSet,
  type Threshold,
  denominators,
  secrecies,
  silenceRules,
  tieRules,
} from '../../contracts/rules.ts';
import type { CountInput, GivenBallot, RollVoter } from '../verdict.ts';

const fractions: fc.Arbitrary<Fraction> = fc.oneof(
  fc.constantFrom(
    { numerator: 1, denominator: 2 },
    { numerator: 2, denominator: 3 },
    { numerator: 1, denominator: 3 },
    { numerator: 3, denominator: 4 },
    { numerator: 1, denominator: 1 },
  ),
  fc
    .tuple(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 100 }))
    .map(([a, b]) => ({ numerator: Math.min(a, b), denominator: Math.max(a, b) })),
);

const thresholds: fc.Arbitrary<Threshold> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('more_than' as const), fraction: fractions }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('at_least' as const), fraction: fractions }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'relative' as const }) },
);

const ruleSets: fc.Arbitrary<RuleSet> = fc.record({
  quorum: fractions,
  quorumGatesOpening: fc.boolean(),
  secrecy: fc.constantFrom(...secrecies),
  choices: fc.record({ abstain: fc.boolean(), words: fc.constant(null) }),
  denominator: fc.constantFrom(...denominators),
  abstentionsAreValid: fc.boolean(),
  threshold: thresholds,
  tie: fc.constantFrom(...tieRules, 'chair', 'chair'),
  changeable: fc.boolean(),
  silence: fc.constantFrom(...silenceRules),
  delegationsEach: fc.nat({ max: 3 }),
  weighted: fc.boolean(),
  confidence: fc.record({ warning: thresholds, removal: thresholds }),
  version: fc.integer({ min: 1, max: 9 }),
});

const options = (min: number) =>
  fc
    .uniqueArray(fc.integer({ min: 1, max: 100 }), { minLength: min, maxLength: 5 })
    .map((keys) => keys.map((key) => ({ key, label: `Phương án ${key}`, note: '' })));

const motion: fc.Arbitrary<BallotPaper> = fc.constant({ kind: 'motion' as const });

const papers: fc.Arbitrary<BallotPaper> = fc.oneof(
  motion,
  options(2).chain((all) =>
    fc.record({
      kind: fc.constant('choose' as const),
      options: fc.constant(all),
      min: fc.constant(0),
      max: fc.integer({ min: 1, max: all.length }),
    }),
  ),
  options(1).chain((all) =>
    fc.record({
      kind: fc.constant('election' as const),
      options: fc.constant(all),
      seats: fc.integer({ min: 1, max: all.length }),
      min: fc.constant(0),
      max: fc.integer({ min: 1, max: all.length }),
    }),
  ),
  options(1).map((all) => ({ kind: 'confidence' as const, options: all })),
  options(2).map((all) => ({ kind: 'ranked' as const, options: all })),
);

/** Anything that someone may mark on a paper. */
function marksOn(paper: BallotPaper): fc.Arbitrary<Marks> {
  if (paper.kind === 'motion')
    return fc.record({
      kind: fc.constant(paper.kind),
      choice: fc.constantFrom(...standardChoices),
    });
  const keys = paper.options.map(({ key }) => key).toSorted((a, b) => a - b);
  if (paper.kind === 'confidence')
    return fc
      .tuple(...keys.map((key) => fc.record({ key: fc.constant(key), level: level })))
      .map((levels) => ({ kind: paper.kind, levels }));
  if (paper.kind === 'ranked')
    return fc.shuffledSubarray(keys).map((ranking) => ({ kind: paper.kind, ranking }));
  return fc
    .subarray(keys, { maxLength: Math.min(paper.max, keys.length) })
    .map((chosen) => ({ kind: paper.kind, chosen }));
}
const level = fc.constantFrom(...confidenceLevels);

/** One time in six. */
const seldom = fc.nat({ max: 5 }).map((n) => n === 0);

const voter = fc.record({
  weight: fc.integer({ min: 1, max: 4 }),
  byDelegation: seldom,
});

/** The roll of a poll; the first on it may preside. */
const rolls: fc.Arbitrary<RollVoter[]> = fc
  .tuple(fc.array(voter, { maxLength: 16 }), seldom)
  .map(([voters, isLeaderless]) =>
    voters.map(({ weight, byDelegation }, at) => ({
      personId: `voter-${at}`,
      weight,
      isChair: !isLeaderless && at === 0,
      castBy: byDelegation && voters.length > 1 ? `voter-${(at + 1) % voters.length}` : null,
    })),
  );

/** What each on the roll marks: nothing, once, or again and again. */
function given(paper: BallotPaper, voters: readonly RollVoter[], isSecret: boolean) {
  const once = fc.tuple(marksOn(paper));
  const most = isSecret ? 1 : 2;
  return fc
    .tuple(...voters.map(() => fc.oneof(once, fc.array(marksOn(paper), { maxLength: most }))))
    .chain((all) => {
      const inTurn: GivenBallot[] = all.flatMap((own, at) =>
        own.map((marks) => ballotOf(voters[at], marks, isSecret)),
      );
      return fc.shuffledSubarray(inTurn, { minLength: inTurn.length });
    });
}

function ballotOf(by: RollVoter | undefined, marks: Marks, isSecret: boolean): GivenBallot {
  if (by === undefined) throw new Error('nobody');
  return isSecret ? { marks, weight: by.weight } : { personId: by.personId, marks };
}

/** Polls of small bodies, so that ties and exact parts come often. */
const pollsOn = (paper: fc.Arbitrary<BallotPaper>): fc.Arbitrary<CountInput> =>
  fc
    .record({
      ruleSet: ruleSets,
      paper,
      voters: rolls,
      absent: fc.nat({ max: 6 }),
      absentWeight: fc.nat({ max: 12 }),
      isPoor: seldom,
      poorly: fc.nat({ max: 16 }),
      binding: seldom.map((isStraw) => !isStraw),
      isSecret: seldom,
      soFar: fc.boolean(),
    })
    .chain(({ absent, absentWeight, isPoor, poorly, isSecret, ...poll }) => {
      const { voters } = poll;
      const inPerson = voters.filter(({ castBy }) => castBy === null).length;
      const members = Math.max(1, voters.length + absent);
      const membersWeight = voters.reduce((total, { weight }) => total + weight, absentWeight);
      const present = isPoor ? Math.min(poorly, inPerson) : members;
      return given(poll.paper, voters, isSecret).map((ballots) => ({
        ...poll,
        members,
        membersWeight,
        present,
        ballots,
      }));
    });

export const polls = pollsOn(papers);
export const motions = pollsOn(motion);
