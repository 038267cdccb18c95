import { describe, expect, it } from 'vitest';
import type { BallotPaper, Marks } from '../contracts/ballots.ts';
import { ballotsOf, keysOf, linesOf, optionsOf, pollOf, rulesOf } from './testing/worked.ts';
import { verdictOf } from './verdict.ts';

// Papers with several options, worked by hand. The chair's ballot (`.`: nobody presides) comes on top of the others'.

interface Line {
  paper: BallotPaper;
  rules: string;
  members: string;
  chair: string;
  others: string;
  markedAs: (keys: number[]) => Marks;
}

const held = ({ paper, rules, members, chair, others, markedAs }: Line) =>
  pollOf({
    paper,
    ruleSet: rulesOf(rules),
    members: Number(members),
    chair: chair === '.' ? null : markedAs(keysOf(chair)),
    others: ballotsOf(others, markedAs),
  });

const numberOf = (cell: string | undefined) => (cell === '-' ? null : Number(cell));
const passing = (options: readonly { key: number; passed: boolean }[]) =>
  options.filter(({ passed }) => passed).map(({ key }) => key);

/** How many may be chosen, members, the chair's and the others' ballots, needed, outcome, by what, passed, tied. */
const choices = `
R60 | committee | 1 | 21 | A  | 10×A 10×B           | 11 | carried       | majority  | A  | -  | more than half of all
R61 | committee | 1 | 20 | A  | 9×A 10×B            | 11 | not_carried   | majority  | -  | -  | as many votes, and neither enough: no tie
R62 | committee | 2 | 21 | AB | 10×AB 6×A 4×C       | 11 | carried       | majority  | AB | -  | all that reach the bar pass
R63 | half valid| 1 | 20 | A  | 9×A 10×B            | 10 | carried       | majority  | AB | -  | even more than one may choose
R64 | of valid  | 1 | 21 | A  | 5×A 5×B 10×-        | 6  | carried       | majority  | A  | -  | blank ballots are not valid
R65 | abstentions valid | 1 | 21 | A | 5×A 5×B 10×- | 11 | not_carried   | majority  | -  | -  | but where abstentions are
R66 | most      | 1 | 21 | A  | 6×A 8×B 4×C 2×-     | -  | carried       | majority  | B  | -  | the most votes, far below half
R67 | most      | 1 | 20 | A  | 7×A 8×B 4×C         | -  | not_carried   | tie_rule  | -  | AB | the most votes: a tie falls
R68 | most, chair | 1 | 20 | A | 7×A 8×B 4×C        | -  | carried       | tie_rule  | A  | AB | the option that the chair chose
R69 | most, chair | 1 | 20 | C | 8×A 8×B 3×C        | -  | not_carried   | tie_rule  | -  | AB | the chair chose neither
R70 | most, again | 1 | 20 | A | 7×A 8×B 4×C        | -  | second_ballot | tie_rule  | -  | AB | a second ballot
R71 | most, again | 2 | 20 | AB | 9×A 4×B 5×C       | -  | carried       | tie_rule  | A  | BC | what is clear passes, the tied place stays empty
R72 | most, chair | 2 | 20 | AB | 9×A 4×B 5×C       | -  | carried       | tie_rule  | AB | BC | the chair fills it
R73 | most      | 1 | 21 | -  | 20×-                | -  | not_carried   | majority  | -  | -  | all blank: nothing passes
R74 | no gate   | 1 | 21 | A  | 12×A                | 11 | not_carried   | no_quorum | -  | -  | nothing passes without a quorum
R75 | committee | 3 | 21 | ABC| 20×ABC              | 11 | carried       | majority  | ABC| -  | unanimity for everything
`;

describe('options, worked by hand', () => {
  const cases = linesOf(choices).map(
    ([id, rules = '', max, members = '', chair = '', others = '', ...expected]) => ({
      id,
      says: expected[5],
      poll: held({
        paper: { kind: 'choose', options: optionsOf('ABC'), min: 0, max: Number(max) },
        rules,
        members,
        chair,
        others,
        markedAs: (chosen) => ({ kind: 'choose', chosen }),
      }),
      expected,
    }),
  );
  it.each(cases)('[$id] $says', ({ poll, expected }) => {
    const [needed, outcome, decidedBy, passed = '', tied = ''] = expected;
    const verdict = verdictOf(poll);
    expect(verdict).toMatchObject({ kind: 'choose', outcome, decidedBy, needed: numberOf(needed) });
    if (verdict.kind !== 'choose') return;
    expect(passing(verdict.options)).toEqual(keysOf(passed));
    expect(verdict.tied).toEqual(keysOf(tied));
  });
});

/** Seats, members, the chair's and the others' ballots, needed, outcome, by what, elected, tied. */
const elections = `
R80 | committee | 2 | 21 | AB | 12×AB 5×C 3×D       | 11 | carried       | majority  | AB | -   | two seats, two with more than half of all
R81 | committee | 2 | 21 | AB | 9×AB 9×AC 2×D       | 11 | not_carried   | majority  | A  | -   | one has enough, one seat stays empty
R82 | again     | 2 | 21 | AB | 9×AB 9×AC 2×D       | 11 | second_ballot | majority  | A  | -   | a second ballot for the seat that is left
R83 | committee | 1 | 20 | A  | 9×A 10×B            | 11 | not_carried   | majority  | -  | -   | as many votes, and neither enough: no tie
R84 | third of present | 2 | 21 | AC | 9×AB 4×BC 4×CD | 6 | carried     | majority  | AB | -   | three reach the bar: the two first are elected
R85 | most      | 2 | 21 | A  | 7×A 6×B 6×C 1×D     | -  | not_carried   | tie_rule  | A  | BC  | a tie at the last seat leaves it empty
R86 | most, chair | 2 | 21 | AB | 7×A 5×B 6×C 2×D   | -  | carried       | tie_rule  | AB | BC  | unless the chair voted for one of the two
R87 | most, chair | 2 | 21 | BC | 8×A 5×B 5×C 2×D   | -  | not_carried   | tie_rule  | A  | BC  | but not for both
R88 | most, again | 2 | 21 | A | 7×A 6×B 6×C 1×D    | -  | second_ballot | tie_rule  | A  | BC  | or there is a second ballot
R89 | most      | 2 | 21 | A  | 20×-                | -  | not_carried   | majority  | A  | -   | one vote elects, none does not
R90 | most      | 2 | 18 | .  | 4×A 4×B 4×C         | -  | not_carried   | tie_rule  | -  | ABC | three for two seats
R91 | most, chair | 2 | 16 | AB | 3×A 3×B 4×C       | -  | carried       | tie_rule  | AB | ABC | the chair voted for exactly two of them
R92 | no gate   | 1 | 21 | A  | 12×A                | 11 | not_carried   | no_quorum | -  | -   | nobody is elected without a quorum
R93 | committee | 2 | 21 | -  | 20×?                | 11 | not_carried   | majority  | -  | -   | nobody votes
`;

describe('elections, worked by hand', () => {
  const cases = linesOf(elections).map(
    ([id, rules = '', seats, members = '', chair = '', others = '', ...expected]) => ({
      id,
      says: expected[5],
      poll: held({
        paper: {
          kind: 'election',
          options: optionsOf('ABCD'),
          seats: Number(seats),
          min: 0,
          max: Number(seats),
        },
        rules,
        members,
        chair,
        others,
        markedAs: (chosen) => ({ kind: 'election', chosen }),
      }),
      expected,
    }),
  );
  it.each(cases)('[$id] $says', ({ poll, expected }) => {
    const [needed, outcome, decidedBy, elected = '', tied = ''] = expected;
    const verdict = verdictOf(poll);
    expect(verdict).toMatchObject({ outcome, decidedBy, needed: numberOf(needed) });
    if (verdict.kind !== 'election') throw new Error('another kind');
    expect(passing(verdict.options)).toEqual(keysOf(elected));
    expect(verdict.tied).toEqual(keysOf(tied));
  });
});

/** Members, the chair's and the others' ballots, needed, outcome, by what, how many counts, who won, tied. */
const rankings = `
R100 | committee | 21 | ABC | 10×A 6×BC 4×C      | 11 | carried       | majority | 1 | A | -   | more than half of all at first
R101 | committee | 21 | ABC | 7×AB 8×BC 5×CB     | 11 | carried       | majority | 2 | B | -   | the third's ballots go to whom they rank next
R102 | committee | 21 | ABC | 7×A 8×B 5×C        | 11 | carried       | tie_rule | 2 | A | AB  | as many for one as for the other: the chair's side
R103 | tie falls | 21 | ABC | 7×A 8×B 5×C        | 11 | not_carried   | tie_rule | 2 | - | AB  | or nobody
R104 | again     | 21 | ABC | 7×A 8×B 5×C        | 11 | second_ballot | tie_rule | 2 | - | AB  | or a second ballot
R105 | committee | 21 | CBA | 8×A 8×B 4×C        | 11 | not_carried   | majority | 2 | - | -   | ahead, but not with half of all
R106 | of valid  | 21 | CBA | 8×A 8×B 4×C        | 9  | carried       | majority | 2 | B | -   | valid are the ballots that name one of the two
R107 | abstentions valid | 21 | CBA | 8×A 8×B 4×C | 11 | not_carried  | majority | 2 | - | -   | or all, where abstentions are valid
R108 | most, chair | 20 | ABC | 7×AC 6×B 6×C     | -  | carried       | tie_rule | 2 | A | BC  | the chair decides who is second
R109 | most      | 20 | ABC | 7×AC 6×B 6×C       | -  | not_carried   | tie_rule | 1 | - | BC  | nobody does, and there is no second count
R110 | most      | 21 | A   | 7×A 6×B 7×C        | -  | carried       | majority | 2 | A | -   | the most votes of the two first
R111 | most      | 21 | A   | 10×A 10×B          | -  | carried       | majority | 1 | A | -   | more than half at first needs no second count
R112 | most      | 21 | -   | 20×-               | -  | not_carried   | majority | 1 | - | -   | all blank: nobody wins
R113 | committee | 21 | A   | 9×A 11×-           | 11 | not_carried   | majority | 1 | - | -   | nobody to stand against
R114 | most, again | 18 | . | 4×A 4×B 4×C        | -  | second_ballot | tie_rule | 1 | - | ABC | three first
R115 | no gate   | 21 | A   | 12×A               | 11 | not_carried   | no_quorum| 1 | - | -   | nobody wins without a quorum
`;

describe('rankings, worked by hand', () => {
  const cases = linesOf(rankings).map(
    ([id, rules = '', members = '', chair = '', others = '', ...expected]) => ({
      id,
      says: expected[6],
      poll: held({
        paper: { kind: 'ranked', options: optionsOf('ABC') },
        rules,
        members,
        chair,
        others,
        markedAs: (ranking) => ({ kind: 'ranked', ranking }),
      }),
      expected,
    }),
  );
  it.each(cases)('[$id] $says', ({ poll, expected }) => {
    const [needed, outcome, decidedBy, rounds, winner = '', tied = ''] = expected;
    const verdict = verdictOf(poll);
    expect(verdict).toMatchObject({
      outcome,
      decidedBy,
      needed: numberOf(needed),
      winner: keysOf(winner)[0] ?? null,
      tied: keysOf(tied),
    });
    expect('rounds' in verdict && verdict.rounds).toHaveLength(Number(rounds));
  });
});

/** Members, high:medium:low, what follows, by what. */
const trusts = `
R120 | committee  | 21 | 10:0:11 | warning | majority  | more than half of all with low confidence
R121 | committee  | 20 | 5:5:10  | none    | majority  | exactly half is not more than half
R122 | committee  | 21 | 7:0:14  | removal | majority  | two thirds of all
R123 | committee  | 21 | 4:4:13  | warning | majority  | one less than two thirds
R124 | committee  | 21 | 4:0:10  | none    | majority  | absent members count in the denominator
R125 | of present | 21 | 4:0:10  | removal | majority  | two thirds of those present are ten of fourteen
R126 | of valid   | 21 | 7:0:7   | none    | majority  | half of the ballots given
R127 | no gate    | 21 | 0:0:13  | none    | no_quorum | nothing follows without a quorum
`;

describe('confidence, worked by hand', () => {
  const cases = linesOf(trusts).map(
    ([id, rules = '', members, counts = '', consequence, decidedBy, says]) => {
      const [high = 0, medium = 0, low = 0] = counts.split(':').map(Number);
      const levels = { high, medium, low };
      const others = (['high', 'medium', 'low'] as const).flatMap((level) =>
        Array.from({ length: levels[level] }, () => ({
          kind: 'confidence' as const,
          levels: [{ key: 1, level }],
        })),
      );
      const paper = { kind: 'confidence' as const, options: optionsOf('A') };
      const ruleSet = rulesOf(rules);
      const poll = pollOf({ paper, ruleSet, members: Number(members), chair: null, others });
      return { id, says, poll, option: { key: 1, ...levels, consequence }, decidedBy };
    },
  );
  it.each(cases)('[$id] $says', ({ poll, option, decidedBy }) => {
    expect(verdictOf(poll)).toMatchObject({
      outcome: 'recorded',
      decidedBy,
      needed: null,
      options: [option],
    });
  });
});
