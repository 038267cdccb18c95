import {
  type Choice,
  type ConfidenceLevel,
  type Marks,
  confidenceLevels,
  standardChoices,
} from '../../../../models/contracts/ballots.ts';
import type { NamedBallot, Poll } from '../../../../models/contracts/voting.ts';
import { chosenIn, levelOf, optionsOf, rankingIn } from '../ballot/marks.ts';

export type GroupId = Choice | ConfidenceLevel | number | 'blank' | 'notVoted';

export interface BallotGroup {
  id: GroupId;
  /** In the order of the roll. */
  people: readonly NamedBallot[];
}

type Paper = Pick<Poll, 'paper'>;

/**
 * Who chose what, in the order of the roll; those who did not vote come last. Who chose several options stands with
 * each of them, who ranked them with the first. Groups without people are left out.
 */
export function groupBallots({ paper }: Paper, ballots: readonly NamedBallot[]): BallotGroup[] {
  const groups = paper.kind === 'motion' ? standardChoices : optionsOf(paper).map(({ key }) => key);
  return [...groups, 'blank' as const, 'notVoted' as const]
    .map((id: GroupId) => ({
      id,
      people: ballots.filter(({ marks }) => groupsOf(marks).includes(id)),
    }))
    .filter(({ people }) => people.length > 0);
}

function groupsOf(marks: Marks | null): readonly GroupId[] {
  if (marks === null) return ['notVoted'];
  if (marks.kind === 'motion') return [marks.choice];
  const keys = marks.kind === 'ranked' ? rankingIn(marks).slice(0, 1) : chosenIn(marks);
  return keys.length === 0 ? ['blank'] : keys;
}

/** Who gave a person which level of confidence. */
export const groupLevels = (key: number, ballots: readonly NamedBallot[]): BallotGroup[] =>
  [...confidenceLevels, 'notVoted' as const]
    .map((id: ConfidenceLevel | 'notVoted') => ({
      id,
      people: ballots.filter(({ marks }) => (levelOf(marks, key) ?? 'notVoted') === id),
    }))
    .filter(({ people }) => people.length > 0);
