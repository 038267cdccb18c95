import {
  type BallotPaper,
  type Choice,
  type ConfidenceLevel,
  type Marks,
  type PollOption,
  standardChoices,
} from '../../../../models/contracts/ballots.ts';
import type { RuleSetDraft } from '../../../../models/contracts/rules.ts';

/** What the member may answer to a motion; some bodies know no abstention. */
export const choicesOf = ({ choices }: Pick<RuleSetDraft, 'choices'>): readonly Choice[] =>
  standardChoices.filter((choice) => choices.abstain || choice !== 'abstain');

export const optionsOf = (paper: BallotPaper): readonly PollOption[] =>
  paper.kind === 'motion' ? [] : paper.options;

/** Names of options in the order of the keys given. */
export function namesOf(paper: BallotPaper, keys: readonly number[]): string[] {
  const labels = new Map(optionsOf(paper).map(({ key, label }) => [key, label]));
  return keys.flatMap((key) => labels.get(key) ?? []);
}

/** What still keeps a ballot from being sent. */
export type Lack =
  { kind: 'motion' } | { kind: 'one' } | { kind: 'atLeast' | 'tooMany' | 'levels'; count: number };

/** Null once the marks fit the paper. A ballot that may be blank lacks nothing from the beginning. */
export function lackOf(paper: BallotPaper, marks: Marks | null): Lack | null {
  switch (paper.kind) {
    case 'motion':
      return marks === null ? { kind: 'motion' } : null;
    case 'confidence': {
      const count = paper.options.length - levelsIn(marks).length;
      return count > 0 ? { kind: 'levels', count } : null;
    }
    case 'ranked':
      return null;
    default: {
      const chosen = chosenIn(marks).length;
      if (chosen > paper.max) return { kind: 'tooMany', count: chosen - paper.max };
      if (chosen >= paper.min) return null;
      return paper.max === 1 ? { kind: 'one' } : { kind: 'atLeast', count: paper.min - chosen };
    }
  }
}

/** What a ballot holds that nobody has touched, where that may be sent: a blank one. */
export function blankMarks({ kind }: BallotPaper): Marks | null {
  if (kind === 'choose' || kind === 'election') return { kind, chosen: [] };
  return kind === 'ranked' ? { kind, ranking: [] } : null;
}

/** What was marked before the paper was another one is no marks for this one. */
export function fits(paper: BallotPaper, marks: Marks): boolean {
  if (paper.kind !== marks.kind) return false;
  const known = new Set(optionsOf(paper).map(({ key }) => key));
  return keysIn(marks).every((key) => known.has(key));
}

export const chosenIn = (marks: Marks | null): readonly number[] =>
  marks?.kind === 'choose' || marks?.kind === 'election' ? marks.chosen : [];

export const rankingIn = (marks: Marks | null): readonly number[] =>
  marks?.kind === 'ranked' ? marks.ranking : [];

type Levels = Extract<Marks, { kind: 'confidence' }>['levels'];
export const levelsIn = (marks: Marks | null): Readonly<Levels> =>
  marks?.kind === 'confidence' ? marks.levels : [];

export const levelOf = (marks: Marks | null, key: number): ConfidenceLevel | null =>
  levelsIn(marks).find((one) => one.key === key)?.level ?? null;

const keysIn = (marks: Marks): readonly number[] => [
  ...chosenIn(marks),
  ...rankingIn(marks),
  ...levelsIn(marks).map(({ key }) => key),
];

type Choosing = Extract<BallotPaper, { kind: 'choose' | 'election' }>;

/** In ascending order, as the ledger keeps it. */
export const withChosen = ({ kind }: Choosing, chosen: readonly number[]): Marks => ({
  kind,
  chosen: chosen.toSorted((a, b) => a - b),
});

/** In ascending order of keys; a second level for the same person takes the place of the first. */
export function withLevel(marks: Marks | null, key: number, level: ConfidenceLevel): Marks {
  const others = levelsIn(marks).filter((one) => one.key !== key);
  return {
    kind: 'confidence',
    levels: [...others, { key, level }].toSorted((a, b) => a.key - b.key),
  };
}

/**
 * Puts an option at a place of the order, counted from 0; null takes it out of the order. The others keep
 * theirs.
 */
export function withRank(marks: Marks | null, key: number, place: number | null): Marks {
  const others = rankingIn(marks).filter((one) => one !== key);
  if (place === null) return { kind: 'ranked', ranking: others };
  return { kind: 'ranked', ranking: others.toSpliced(place, 0, key) };
}
