import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Verdict } from '../contracts/verdict.ts';
import { marksProblem } from './marks.ts';
import { countByHand } from './testing/plain-count.ts';
import { motions, polls } from './testing/random-polls.ts';
import { type CountInput, type GivenBallot, type RollVoter, verdictOf } from './verdict.ts';

/** For any body, paper, rules and ballots. */
function check(holds: (poll: CountInput) => void, runs = 1000, among = polls) {
  const property = fc.property(among, (poll) => {
    holds(poll);
  });
  fc.assert(property, { numRuns: runs });
}

/** What a poll is without those who voted a second time. */
const lastOnly = (ballots: readonly GivenBallot[]): GivenBallot[] =>
  ballots.filter(
    (ballot, at) =>
      !('personId' in ballot) ||
      !ballots.slice(at + 1).some((l) => 'personId' in l && l.personId === ballot.personId),
  );

const votesGiven = ({ ballots, voters, ruleSet, binding }: CountInput): number =>
  lastOnly(ballots)
    .map((ballot) => {
      if (!binding || !ruleSet.weighted) return 1;
      if (!('personId' in ballot)) return ballot.weight;
      return voters.find(({ personId }) => personId === ballot.personId)?.weight ?? Number.NaN;
    })
    .reduce((total, one) => total + one, 0);

const votesFor = (verdict: Verdict): number[] => {
  if (verdict.kind === 'motion') return [verdict.counts.for];
  if (verdict.kind === 'ranked') return (verdict.rounds.at(-1)?.counts ?? []).map((c) => c.votes);
  if (verdict.kind === 'confidence') return [];
  return verdict.options.map(({ votes }) => votes);
};

const winnersOf = (verdict: Verdict): number[] => {
  if (verdict.kind === 'choose' || verdict.kind === 'election')
    return verdict.options.filter(({ passed }) => passed).map(({ key }) => key);
  return verdict.kind === 'ranked' && verdict.winner !== null ? [verdict.winner] : [];
};

describe('verdict, at random', () => {
  it('[R10] agrees with the count of a teller who knows only the rules in plain words', () => {
    check((poll) => expect(verdictOf(poll)).toEqual(countByHand(poll)), 5000);
  });

  it('[R11] is what the contract says, with the rules that it went by', () => {
    check((poll) => {
      const verdict = verdictOf(poll);
      expect(Verdict.parse(verdict)).toEqual(verdict);
      expect(verdict.kind).toBe(poll.paper.kind);
      expect(verdict.ruleSet).toEqual(poll.ruleSet);
    });
  });

  it('[R12] accounts for everyone on the roll and for every vote', () => {
    check((poll) => {
      const verdict = verdictOf(poll);
      expect(verdict.cast + verdict.notVoted).toBe(verdict.voters);
      expect(verdict.voters).toBe(poll.voters.length);
      expect(verdict.cast).toBe(lastOnly(poll.ballots).length);
      const all = votesGiven(poll);
      if (verdict.kind === 'motion') {
        const { for: inFavour, against, abstain } = verdict.counts;
        const deemed = verdict.deemed > 0 ? rollVotes(poll) - all : 0;
        expect(inFavour + against + abstain).toBe(all + deemed);
      }
      if (verdict.kind === 'confidence')
        for (const { high, medium, low } of verdict.options) expect(high + medium + low).toBe(all);
      if (verdict.kind === 'ranked')
        for (const { counts, spent } of verdict.rounds)
          expect(counts.reduce((total, { votes }) => total + votes, spent)).toBe(all);
    });
  });

  it('[R13] carries nothing without a quorum, a single vote for it, or force', () => {
    check((poll) => {
      const verdict = verdictOf(poll);
      const quorate = verdict.quorum.reached;
      if (!poll.binding)
        expect([verdict.outcome, verdict.decidedBy]).toEqual(['recorded', 'not_binding']);
      else expect(verdict.decidedBy === 'no_quorum').toBe(!quorate);
      if (!poll.binding || !quorate) {
        expect(['recorded', 'not_carried']).toContain(verdict.outcome);
        expect(winnersOf(verdict)).toEqual([]);
      }
      if (verdict.outcome === 'carried') expect(Math.max(...votesFor(verdict))).toBeGreaterThan(0);
    }, 3000);
  });

  it('[R14] does not depend on the order of the ballots, but for changes of an open one', () => {
    check((poll) => {
      const once = lastOnly(poll.ballots);
      expect(verdictOf({ ...poll, ballots: once.toReversed() })).toEqual(verdictOf(poll));
    });
  });

  it('[R15] a member of weight w counts as w members of weight one', () => {
    check((poll) => {
      const rules = { ...poll.ruleSet, weighted: true, tie: 'not_carried' as const };
      const heavy = { ...poll, binding: true, ruleSet: rules, present: poll.members };
      const light = spread(heavy);
      const [one, other] = [verdictOf(heavy), verdictOf(light)];
      expect(one.outcome).toBe(other.outcome);
      expect(one.denominator).toEqual(other.denominator);
      expect(one.needed).toBe(other.needed);
      expect(votesFor(one)).toEqual(votesFor(other));
      expect(winnersOf(one)).toEqual(winnersOf(other));
    });
  });

  it('[R16] weights count for nothing where the rules do not weigh, and in a poll that does not bind', () => {
    check((poll) => {
      const { weighted } = poll.ruleSet;
      fc.pre(!weighted || !poll.binding);
      const heavier = {
        ...poll,
        membersWeight: poll.membersWeight * 9,
        voters: poll.voters.map((voter) => ({ ...voter, weight: voter.weight + 7 })),
        ballots: poll.ballots.map((one) => ('weight' in one ? { ...one, weight: 5 } : one)),
      };
      expect(verdictOf(heavier)).toEqual(verdictOf(poll));
    });
  });

  it('[R17] in secret it comes out as in the open wherever the chair does not decide', () => {
    check((poll) => {
      fc.pre(poll.ruleSet.tie !== 'chair' && poll.ballots.every((one) => 'personId' in one));
      const weightOf = new Map(poll.voters.map(({ personId, weight }) => [personId, weight]));
      const ballots = lastOnly(poll.ballots).map((one) =>
        'personId' in one ? { marks: one.marks, weight: weightOf.get(one.personId) ?? 0 } : one,
      );
      const open = verdictOf(poll);
      // The side of the chair is on record for an open vote only.
      const unknown =
        open.kind === 'motion' && open.tie ? { tie: { ...open.tie, chairChoice: null } } : {};
      expect(verdictOf({ ...poll, ballots })).toEqual({ ...open, ...unknown });
    });
  });

  it('[R18] silence that is deemed an answer counts as that answer, apart from real ones', () => {
    check(
      (poll) => {
        fc.pre(poll.binding && poll.soFar !== true && poll.ruleSet.silence !== 'not_voted');
        const choice = poll.ruleSet.silence === 'deemed_for' ? 'for' : 'abstain';
        const silent = poll.voters.filter(
          ({ personId }) =>
            !poll.ballots.some((one) => 'personId' in one && one.personId === personId),
        );
        fc.pre(poll.ballots.every((one) => 'personId' in one));
        const spoken: GivenBallot[] = silent.map(({ personId }) => ({
          personId,
          marks: { kind: 'motion', choice },
        }));
        const deemed = verdictOf(poll);
        const said = verdictOf({ ...poll, ballots: [...poll.ballots, ...spoken] });
        expect(deemed.deemed).toBe(silent.length);
        expect(said.deemed).toBe(0);
        expect(countsOf(deemed)).toEqual(countsOf(said));
        expect(deemed.needed).toBe(said.needed);
        // But a chair who kept silent breaks no tie.
        if (!silent.some(({ isChair }) => isChair)) expect(deemed.outcome).toBe(said.outcome);
      },
      1000,
      motions,
    );
  });

  it('[R19] nobody is deemed to have answered so far', () => {
    check((poll) => expect(verdictOf({ ...poll, soFar: true }).deemed).toBe(0));
  });

  it('[R20] a vote that goes from against to for never loses what was won', () => {
    check(
      (poll) => {
        const at = poll.ballots.findIndex(
          ({ marks }) => marks.kind === 'motion' && marks.choice === 'against',
        );
        fc.pre(at >= 0);
        const turned = poll.ballots.map((one, place) =>
          place === at
            ? { ...one, marks: { kind: 'motion' as const, choice: 'for' as const } }
            : one,
        );
        const [before, after] = [verdictOf(poll), verdictOf({ ...poll, ballots: turned })];
        // What the chair's side carried far below the majority is no tie any more, or has become one.
        const byMajority = before.decidedBy === 'majority' && after.decidedBy === 'majority';
        if (byMajority && before.outcome === 'carried') expect(after.outcome).toBe('carried');
      },
      3000,
      motions,
    );
  });

  it('[R21] nobody takes a place before someone with more votes, and no more than there are', () => {
    check((poll) => {
      const verdict = verdictOf(poll);
      fc.pre(verdict.kind === 'election' || verdict.kind === 'choose');
      const passed = verdict.options.filter((one) => one.passed);
      const others = verdict.options.filter((one) => !one.passed);
      const least = Math.min(...passed.map(({ votes }) => votes));
      for (const { votes, key } of others) {
        expect(votes).toBeLessThanOrEqual(least);
        if (votes === least) expect(verdict.tied).toContain(key);
      }
      if (verdict.needed !== null) expect(least).toBeGreaterThanOrEqual(verdict.needed);
      if (verdict.kind === 'election') expect(passed.length).toBeLessThanOrEqual(verdict.seats);
    }, 3000);
  });

  it('[R22] every mark that can be made is one that the paper takes', () => {
    check((poll) => {
      const rules = { ...poll.ruleSet, choices: { abstain: true, words: null } };
      for (const { marks } of poll.ballots)
        expect(marksProblem(poll.paper, rules, marks)).toBeNull();
    });
  });

  it('[R23] refuses to count what was never accepted', () => {
    const stranger = { personId: 'stranger', marks: { kind: 'motion', choice: 'for' } } as const;
    check(
      (poll) => {
        expect(() => verdictOf({ ...poll, ballots: [stranger] })).toThrow('not on the roll');
        const other = { weight: 1, marks: { kind: 'ranked' as const, ranking: [] } };
        expect(() => verdictOf({ ...poll, ballots: [other] })).toThrow('another kind');
      },
      100,
      motions,
    );
  });
});

const countsOf = (verdict: Verdict) => (verdict.kind === 'motion' ? verdict.counts : null);

const rollVotes = ({ voters, ruleSet, binding }: CountInput): number =>
  voters.reduce((total, { weight }) => total + (ruleSet.weighted && binding ? weight : 1), 0);

/** The same poll among as many members as there are votes, of weight one, who vote like the one they stand for. */
function spread(poll: CountInput): CountInput {
  const ballots = lastOnly(poll.ballots);
  const voters: RollVoter[] = poll.voters.flatMap((voter) =>
    Array.from({ length: voter.weight }, (_, at) => ({
      ...voter,
      personId: `${voter.personId}/${at}`,
      weight: 1,
    })),
  );
  return {
    ...poll,
    members: poll.membersWeight,
    present: poll.membersWeight,
    voters,
    ballots: ballots.flatMap((ballot): GivenBallot[] => {
      if (!('personId' in ballot))
        return Array.from({ length: ballot.weight }, () => ({ ...ballot, weight: 1 }));
      const own = voters.filter(({ personId }) => personId.startsWith(`${ballot.personId}/`));
      return own.map(({ personId }) => ({ personId, marks: ballot.marks }));
    }),
  };
}
