import type { RuleSet } from '../../contracts/rules.ts';
import type { Verdict } from '../../contracts/verdict.ts';

/** The votes for an option. */
export interface Standing {
  key: number;
  votes: number;
}

interface Race {
  standings: readonly Standing[];
  places: number;
  /** Fewer votes take no place. */
  bar: number;
  tie: RuleSet['tie'];
  /** Of options with as many votes, those that the chair's own ballot puts on the places that are left. */
  chairPicks(tied: readonly number[], left: number): readonly number[];
}

/**
 * Gives places to the most voted of those who reach the bar. Where more have as many votes than places are left, the
 * tie rule is asked: the chair's own ballot decides if it names exactly as many of them; else nobody takes these places.
 * @returns who takes a place, and about whom the tie rule was asked
 */
export function fillPlaces({ standings, places, bar, tie, chairPicks }: Race): {
  placed: ReadonlySet<number>;
  tied: readonly number[];
} {
  const eligible = standings.filter(({ votes }) => votes >= bar);
  const atLastPlace = eligible.map(({ votes }) => votes).toSorted((a, b) => b - a)[places - 1];
  if (atLastPlace === undefined) return { placed: new Set(keysOf(eligible)), tied: [] };
  const above = keysOf(eligible.filter(({ votes }) => votes > atLastPlace));
  const level = keysOf(eligible.filter(({ votes }) => votes === atLastPlace));
  const left = places - above.length;
  if (level.length === left) return { placed: new Set([...above, ...level]), tied: [] };
  const picks = tie === 'chair' ? chairPicks(level, left) : [];
  return { placed: new Set(picks.length === left ? [...above, ...picks] : above), tied: level };
}

const keysOf = (standings: readonly Standing[]): number[] => standings.map(({ key }) => key);

/** What is left undecided: a second ballot where the rules ask for one, else nothing carried. */
export const undecided = ({ tie }: Pick<RuleSet, 'tie'>): Verdict['outcome'] =>
  tie === 'second_ballot' ? 'second_ballot' : 'not_carried';
