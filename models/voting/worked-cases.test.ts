import { describe, expect, it } from 'vitest';
import { Choice, type Marks } from '../contracts/ballots.ts';
import { quorumNeeded } from './fractions.ts';
import { linesOf, nameOf, pollOf, rulesOf } from './testing/worked.ts';
import { type CountInput, verdictOf } from './verdict.ts';

/**
 * Motions worked by hand. Members of the body, present ones, votes for:against:abstaining (the chair's among them), the
 * chair's vote (`-`: nobody presides), votes needed (`-`: the most), outcome, by what, and what the case shows.
 */
const table = `
V1  | committee  | 21 | 21 | 11:10:0 | for     | 11 | carried       | majority  | odd n: the middle one carries
V2  | committee  | 21 | 21 | 10:9:2  | for     | 11 | not_carried   | majority  | odd n: more for than against is not enough
V3  | committee  | 20 | 20 | 10:9:1  | for     | 11 | not_carried   | majority  | even n: exactly 1/2 is not more than 1/2
V4  | committee  | 20 | 20 | 11:9:0  | for     | 11 | carried       | majority  | even n: one more than 1/2 carries
V5  | committee  | 21 | 14 | 10:4:0  | for     | 11 | not_carried   | majority  | absent members count in the denominator
V6  | two thirds | 21 | 21 | 14:7:0  | for     | 14 | carried       | majority  | exactly 2/3 is at least 2/3
V7  | two thirds | 21 | 21 | 13:8:0  | for     | 14 | not_carried   | majority  | one less than 2/3 is not
V8  | two thirds | 20 | 20 | 13:7:0  | for     | 14 | not_carried   | majority  | 2/3 of 20 are rounded up
V9  | committee  | 21 | 14 | 0:0:0   | -       | 11 | not_carried   | majority  | nobody votes: no tie, nothing carried
V10 | half valid | 21 | 14 | 0:0:14  | abstain | 1  | not_carried   | majority  | no valid vote: still nothing carried
V11 | committee  | 20 | 20 | 10:10:0 | for     | 11 | carried       | tie_rule  | tie, the chair for
V12 | committee  | 20 | 20 | 10:10:0 | against | 11 | not_carried   | tie_rule  | tie, the chair against
V13 | committee  | 21 | 21 | 10:10:1 | abstain | 11 | not_carried   | tie_rule  | tie, the chair abstained
V14 | committee  | 21 | 20 | 10:10:0 | -       | 11 | not_carried   | tie_rule  | tie, the chair absent
V15 | tie falls  | 20 | 20 | 10:10:0 | for     | 11 | not_carried   | tie_rule  | tie where the chair does not decide
V16 | committee  | 21 | 14 | 5:5:4   | for     | 11 | carried       | tie_rule  | a tie far below 1/2 of all goes by the chair
V17 | of present | 21 | 14 | 8:5:1   | for     | 8  | carried       | majority  | more than 1/2 of those present
V18 | of present | 21 | 14 | 7:1:2   | for     | 8  | not_carried   | majority  | present: who abstains or keeps silent counts
V19 | of valid   | 21 | 14 | 3:2:9   | abstain | 3  | carried       | majority  | valid: only for and against count
V20 | no gate    | 21 | 13 | 13:0:0  | for     | 11 | not_carried   | no_quorum | without quorum not even unanimously
V21 | no gate    | 21 | 12 | 6:6:0   | for     | 11 | not_carried   | no_quorum | no quorum goes before the tie rule
V22 | committee  | 1  | 1  | 1:0:0   | for     | 1  | carried       | majority  | a body of one
R30 | again      | 20 | 20 | 10:10:0 | for     | 11 | second_ballot | tie_rule  | tie that asks for a second ballot
R31 | again      | 20 | 20 | 9:8:3   | for     | 11 | not_carried   | majority  | a majority missed asks for none
R32 | most       | 21 | 14 | 5:4:5   | for     | -  | carried       | majority  | the most votes: more for than against
R33 | most       | 21 | 14 | 4:5:5   | for     | -  | not_carried   | majority  | the most votes: fewer for than against
R34 | most       | 21 | 14 | 5:5:4   | for     | -  | not_carried   | tie_rule  | the most votes: a tie falls
R35 | most, chair| 21 | 14 | 5:5:4   | for     | -  | carried       | tie_rule  | the most votes: a tie by the chair
R36 | most       | 21 | 14 | 0:0:14  | abstain | -  | not_carried   | majority  | all abstain: nothing carried
R37 | abstentions valid | 21 | 14 | 7:3:4 | for | 8 | not_carried | majority  | valid abstentions make exactly 1/2 too few
R38 | abstentions valid | 21 | 14 | 8:2:4 | for | 8 | carried     | majority  | and one more than 1/2 enough
R39 | unanimity  | 21 | 14 | 14:0:0  | for     | 14 | carried       | majority  | all of those present
R40 | unanimity  | 21 | 14 | 13:0:1  | for     | 14 | not_carried   | majority  | one abstention, and it is not unanimous
R41 | two thirds of present | 21 | 15 | 10:5:0 | for | 10 | carried | majority  | exactly 2/3 of those present
R42 | silence for | 21 | 14 | 8:2:1  | for     | 11 | carried       | majority  | three who keep silent are deemed to agree
R43 | silence for | 21 | 20 | 8:10:0 | against | 11 | not_carried   | tie_rule  | two deemed to agree make a tie
R44 | silence abstains | 21 | 14 | 7:3:0 | for  | 8  | not_carried   | majority  | four deemed to abstain, where that is valid
R45 | silence for | 21 | 13 | 2:0:0  | for     | 11 | not_carried   | no_quorum | no silence carries anything without a quorum
`;

const motion = (choice: Choice): Marks => ({ kind: 'motion', choice });

const cases = linesOf(table).map(
  ([id, rules = '', members, present, votes = '', chair, needed, outcome, decidedBy, says]) => {
    const chairChoice = chair === '-' ? null : Choice.parse(chair);
    const [inFavour = 0, against = 0, abstain = 0] = votes.split(':').map(Number);
    const counts = { for: inFavour, against, abstain };
    const others = (['for', 'against', 'abstain'] as const).flatMap((choice) =>
      Array.from({ length: counts[choice] - (choice === chairChoice ? 1 : 0) }, () =>
        motion(choice),
      ),
    );
    const silent = Number(present) - inFavour - against - abstain;
    const poll = pollOf({
      paper: { kind: 'motion' },
      ruleSet: rulesOf(rules),
      members: Number(members),
      chair: chairChoice && motion(chairChoice),
      others: [...others, ...Array.from({ length: silent }, () => null)],
    });
    const expected = { outcome, decidedBy, needed: needed === '-' ? null : Number(needed) };
    return { id, says, poll, silent, counts, chairChoice, expected };
  },
);

describe('motions, worked by hand', () => {
  it.each(cases)('[$id] $says', ({ poll, silent, counts, chairChoice, expected }) => {
    const verdict = verdictOf(poll);
    const { silence, tie } = poll.ruleSet;
    expect(verdict).toMatchObject(expected);
    const deemed = silence === 'not_voted' ? 0 : silent;
    const key = silence === 'deemed_for' ? 'for' : 'abstain';
    expect(verdict).toMatchObject({
      counts: { ...counts, [key]: counts[key] + deemed },
      notVoted: silent,
      deemed,
      tie: expected.decidedBy === 'tie_rule' ? { rule: tie, chairChoice } : null,
    });
  });

  it.each([
    ['Q1', 21, 14],
    ['Q2', 20, 14],
    ['Q3', 22, 15],
    ['Q4', 3, 2],
    ['Q5', 2, 2],
    ['Q6', 1, 1],
  ])('[%s] the quorum of two thirds of %i members is %i', (_id, members, quorum) => {
    expect(quorumNeeded(members, { numerator: 2, denominator: 3 })).toBe(quorum);
  });
});

const people = (...weights: number[]) =>
  weights.map((weight, at) => ({
    personId: nameOf(at),
    weight,
    isChair: at === 0,
    castBy: null as string | null,
  }));

const says = (...choices: (Choice | null)[]) =>
  choices.flatMap((choice, at) =>
    choice === null ? [] : [{ personId: nameOf(at), marks: motion(choice) }],
  );

describe('who counts for how much, worked by hand', () => {
  const poll: CountInput = {
    paper: { kind: 'motion' },
    binding: true,
    ruleSet: { ...rulesOf('committee'), weighted: true },
    members: 5,
    membersWeight: 20,
    present: 5,
    voters: people(5, 6, 4, 3, 2),
    ballots: says('for', 'for', 'against', 'against', 'against'),
  };

  it('[R46] two of five carry with more than half of all weights', () => {
    expect(verdictOf(poll)).toMatchObject({
      outcome: 'carried',
      counts: { for: 11, against: 9, abstain: 0 },
      denominator: { kind: 'all', size: 20 },
      needed: 11,
      members: 5,
      quorum: { needed: 4, present: 5 },
    });
  });

  it('[R47] as much weight for as against is a tie, whatever the heads', () => {
    const voters = people(5, 5, 4, 3, 3);
    const tie = verdictOf({ ...poll, voters });
    expect(tie).toMatchObject({ outcome: 'carried', decidedBy: 'tie_rule', needed: 11 });
  });

  it('[R48] the quorum counts heads: two of great weight are not enough', () => {
    const alone = { ...poll, present: 2, voters: people(9, 9), ballots: says('for', 'for') };
    expect(verdictOf(alone)).toMatchObject({ outcome: 'not_carried', decidedBy: 'no_quorum' });
  });

  it('[R49] a delegated vote counts for the majority and not for the quorum', () => {
    const plain = { ...rulesOf('of present'), weighted: false };
    const voters = people(1, 1, 1, 1, 1).map((voter, at) =>
      at > 2 ? { ...voter, castBy: 'voter-1' } : voter,
    );
    const ballots = says('against', 'for', null, 'for', 'for');
    const three = { ...poll, ruleSet: plain, membersWeight: 5, present: 3, voters, ballots };
    expect(verdictOf(three)).toMatchObject({ decidedBy: 'no_quorum', outcome: 'not_carried' });
    expect(verdictOf({ ...three, members: 4 })).toMatchObject({
      outcome: 'carried',
      counts: { for: 3, against: 1, abstain: 0 },
      denominator: { kind: 'present', size: 5 },
      needed: 3,
      notVoted: 1,
    });
  });

  it("[R50] neither a chair's silence that is deemed an answer nor a vote given for the chair breaks a tie", () => {
    const ruleSet = rulesOf('silence for');
    const four = { ...poll, ruleSet, members: 4, present: 4, voters: people(1, 1, 1, 1) };
    const silent = verdictOf({ ...four, ballots: says(null, 'for', 'against', 'against') });
    const tie = { rule: 'chair', chairChoice: null };
    expect(silent).toMatchObject({ counts: { for: 2, against: 2 }, outcome: 'not_carried', tie });
    const voters = four.voters.map((one) => (one.isChair ? { ...one, castBy: 'voter-1' } : one));
    const ballots = says('for', 'for', 'against', 'against');
    expect(verdictOf({ ...four, voters, ballots })).toMatchObject({ outcome: 'not_carried', tie });
  });

  it('[R51] the last of several answers of one person counts, once', () => {
    const ballots = [...says('against', 'for'), ...says('for')];
    const changed = { ...poll, ruleSet: rulesOf('of present'), voters: people(1, 1), ballots };
    expect(verdictOf(changed)).toMatchObject({ counts: { for: 2, against: 0 }, cast: 2 });
  });

  it('[R52] a straw poll is counted among all who were asked, without weights, bar, tie or quorum', () => {
    const straw = { ...poll, binding: false, present: 1 };
    const even = verdictOf({ ...straw, ballots: says('for', 'against') });
    expect(even).toMatchObject({
      outcome: 'recorded',
      decidedBy: 'not_binding',
      counts: { for: 1, against: 1, abstain: 0 },
      denominator: { kind: 'present', size: 5 },
      needed: null,
      tie: null,
    });
    const silence = { ...straw.ruleSet, silence: 'deemed_for' as const };
    expect(verdictOf({ ...straw, ruleSet: silence })).toMatchObject({ deemed: 0 });
  });

  it('[R53] while the poll is open nobody is deemed to have answered', () => {
    const ruleSet = rulesOf('silence for');
    const ballots = says('against');
    expect(verdictOf({ ...poll, ruleSet, ballots, soFar: true })).toMatchObject({
      counts: { for: 0, against: 1 },
      deemed: 0,
      notVoted: 4,
    });
  });
});
