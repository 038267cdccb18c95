import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meetingStates } from '../../models/contracts/meetings.ts';
import {
  type RuleSet,
  denominators,
  peoplesCommitteeRules,
  tieRules,
} from '../../models/contracts/rules.ts';
import { type Choice, pollStates, standardChoices } from '../../models/contracts/voting.ts';
import {
  type Outcome,
  mayCast,
  mayClose,
  mayOpen,
  mayPrepare,
  mayUpdate,
  mayVoid,
  verdictOf,
} from './rules.ts';

const committee: RuleSet = { ...peoplesCommitteeRules, version: 1 };
const withoutGate: RuleSet = { ...committee, quorumGatesOpening: false };

const fraction = fc
  .tuple(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 100 }))
  .map(([a, b]) => ({ numerator: Math.min(a, b), denominator: Math.max(a, b) }));
const ruleSets: fc.Arbitrary<RuleSet> = fc.record({
  quorum: fraction,
  quorumGatesOpening: fc.boolean(),
  denominator: fc.constantFrom(...denominators),
  threshold: fc.record({
    kind: fc.constantFrom('more_than' as const, 'at_least' as const),
    fraction,
  }),
  tie: fc.constantFrom(...tieRules),
  version: fc.integer({ min: 1, max: 9 }),
});
/** Ballots of those present; the first is the chair's, who may be absent. */
const outcomes: fc.Arbitrary<Outcome> = fc
  .record({
    ruleSet: ruleSets,
    absent: fc.integer({ min: 0, max: 12 }),
    chairPresent: fc.boolean(),
    ballots: fc.array(fc.constantFrom(...standardChoices, null), { maxLength: 24 }),
  })
  .map(({ ruleSet, absent, chairPresent, ballots }) => {
    const count = (choice: Choice) => ballots.filter((one) => one === choice).length;
    return {
      ruleSet,
      counts: { for: count('for'), against: count('against'), abstain: count('abstain') },
      voters: ballots.length,
      members: Math.max(1, ballots.length + absent),
      chairChoice: chairPresent ? (ballots[0] ?? null) : null,
    };
  });

function firstThat(holds: (k: number) => boolean): number {
  let k = 0;
  while (!holds(k)) k += 1;
  return k;
}

/** The same rules in plain words, by trying numbers one after the other instead of by formula. */
function inPlainWords({ counts, voters, members, ruleSet, chairChoice }: Outcome) {
  const { quorum, threshold, tie } = ruleSet;
  const quorate = (k: number) => k * quorum.denominator >= members * quorum.numerator;
  const everyone = { all: members, present: voters, valid: counts.for + counts.against };
  const whole = everyone[ruleSet.denominator] * threshold.fraction.numerator;
  const enough = (k: number) => {
    const share = k * threshold.fraction.denominator;
    if (k === 0) return false;
    return threshold.kind === 'more_than' ? share > whole : share >= whole;
  };
  const answer = { quorum: firstThat(quorate), needed: firstThat(enough) };
  if (!quorate(voters)) return { ...answer, carried: false };
  const tied = counts.for > 0 && counts.for === counts.against;
  if (!tied) return { ...answer, carried: enough(counts.for) };
  return { ...answer, carried: tie === 'chair' && chairChoice === 'for' };
}

describe('verdict, at random', () => {
  it('[V24] agrees with the rules in plain words', () => {
    fc.assert(
      fc.property(outcomes, (outcome) => {
        const { carried, needed, quorum } = verdictOf(outcome);
        expect({ carried, needed, quorum: quorum.needed }).toEqual(inPlainWords(outcome));
      }),
      { numRuns: 3000 },
    );
  });

  it('[V25] accounts for everyone on the roll and shows the rules that it went by', () => {
    fc.assert(
      fc.property(outcomes, (outcome) => {
        const { counts, notVoted, present, ruleSet } = verdictOf(outcome);
        expect(counts.for + counts.against + counts.abstain + notVoted).toBe(present);
        expect(ruleSet).toEqual(outcome.ruleSet);
      }),
    );
  });

  it('[V26] a vote that goes from against to for never loses what was won by a majority', () => {
    fc.assert(
      fc.property(outcomes, (outcome) => {
        const { counts } = outcome;
        fc.pre(counts.against > 0 && verdictOf(outcome).decidedBy === 'majority');
        const turned = { ...counts, for: counts.for + 1, against: counts.against - 1 };
        const after = verdictOf({ ...outcome, counts: turned });
        fc.pre(after.decidedBy === 'majority');
        expect(after.carried || !verdictOf(outcome).carried).toBe(true);
      }),
    );
  });
});

describe('what may be done with a poll', () => {
  const opening = {
    state: 'draft' as const,
    meeting: 'open' as const,
    anotherOpen: false,
    quorumReached: true,
    ruleSet: committee,
  };

  it('[V27] a draft opens in an open meeting, alone, with a quorum', () => {
    expect(mayOpen(opening)).toBeNull();
    expect(mayOpen({ ...opening, anotherOpen: true })).toBe('another_poll_open');
    expect(mayOpen({ ...opening, quorumReached: false })).toBe('no_quorum');
    expect(mayOpen({ ...opening, quorumReached: false, ruleSet: withoutGate })).toBeNull();
    const meetings = meetingStates.filter((meeting) => mayOpen({ ...opening, meeting }) === null);
    expect(meetings).toEqual(['open']);
    const states = pollStates.filter((state) => mayOpen({ ...opening, state }) === null);
    expect(states).toEqual(['draft']);
  });

  it('[V28] those on the roll vote once, while it is open', () => {
    const casting = { state: 'open' as const, onRoll: true, hasVoted: false };
    expect(mayCast(casting)).toBeNull();
    expect(mayCast({ ...casting, onRoll: false })).toBe('not_on_voter_roll');
    expect(mayCast({ ...casting, hasVoted: true })).toBe('already_voted');
    const states = pollStates.filter((state) => mayCast({ ...casting, state }) === null);
    expect(states).toEqual(['open']);
  });

  it('[V29] drafts change, open polls close, and any poll but a void one can be declared void', () => {
    expect(pollStates.filter((state) => mayUpdate(state) === null)).toEqual(['draft']);
    expect(pollStates.filter((state) => mayClose(state) === null)).toEqual(['open']);
    expect(pollStates.filter((state) => mayVoid(state) === null)).toEqual([
      'draft',
      'open',
      'closed',
    ]);
    expect(meetingStates.filter((state) => mayPrepare(state) === null)).toEqual([
      'planned',
      'open',
    ]);
  });
});
