import type { Choice, NamedBallot, Verdict } from '../../../models/contracts/voting.ts';

/** The keys of the sentences that say why it went as it went. */
export type Reason =
  | 'majorityCarried'
  | 'majorityMissed'
  | 'noQuorum'
  | 'tieChairFor'
  | 'tieChairAgainst'
  | 'tieChairNone'
  | 'tieNotCarried';

/** Which sentence explains the verdict. What decided is read from it, never worked out anew. */
export function reasonOf({ decidedBy, carried, tie }: Verdict): Reason {
  if (decidedBy === 'no_quorum') return 'noQuorum';
  if (decidedBy === 'majority' || tie === null)
    return carried ? 'majorityCarried' : 'majorityMissed';
  if (tie.rule === 'not_carried') return 'tieNotCarried';
  if (tie.chairChoice === 'for') return 'tieChairFor';
  return tie.chairChoice === 'against' ? 'tieChairAgainst' : 'tieChairNone';
}

export interface Bar {
  id: Choice | 'notVoted';
  count: number;
  /** Of the scale, from 0 to 1. */
  length: number;
}

export interface Chart {
  bars: readonly Bar[];
  /** Where enough begins on the bar of those in favour, from 0 to 1. */
  neededAt: number;
}

/** Bars on one scale that reaches as far as the denominator, and further where a count does. */
export function chartOf({ counts, notVoted, needed, denominator }: Verdict): Chart {
  const values = [
    ['for', counts.for],
    ['against', counts.against],
    ['abstain', counts.abstain],
    ['notVoted', notVoted],
  ] as const;
  const scale = Math.max(denominator.size, needed, 1, ...values.map(([, count]) => count));
  const bars = values.map(([id, count]) => ({ id, count, length: count / scale }));
  return { bars, neededAt: needed / scale };
}

export type BallotGroup = Choice | 'notVoted';
const groupOrder: readonly BallotGroup[] = ['for', 'against', 'abstain', 'notVoted'];

/** Who chose what, in the order of the roll; those who did not vote come last. */
export const groupBallots = (
  ballots: readonly NamedBallot[],
): readonly { group: BallotGroup; people: readonly NamedBallot[] }[] =>
  groupOrder.map((group) => ({
    group,
    people: ballots.filter(({ choice }) => (choice ?? 'notVoted') === group),
  }));
