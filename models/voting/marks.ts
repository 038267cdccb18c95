import type { BallotPaper, Marks } from '../contracts/ballots.ts';
import type { RuleSet } from '../contracts/rules.ts';
import type { ErrorCode } from '../errors.ts';

/** The same marks in the one way in which they are kept: without an order where none is meant. */
export function canonicalMarks(marks: Marks): Marks {
  switch (marks.kind) {
    case 'choose':
    case 'election':
      return { ...marks, chosen: marks.chosen.toSorted((a, b) => a - b) };
    case 'confidence':
      return { ...marks, levels: marks.levels.toSorted((a, b) => a.key - b.key) };
    default:
      return marks;
  }
}

/**
 * Why marks cannot stand on a paper: `unknown_choice` for what is not put before the voters, `marks_do_not_fit` for
 * marks of another kind, too few, too many, twice or not in canonical order.
 */
export function marksProblem(
  paper: BallotPaper,
  { choices }: Pick<RuleSet, 'choices'>,
  marks: Marks,
): ErrorCode | null {
  if (marks.kind !== paper.kind) return 'marks_do_not_fit';
  if (marks.kind === 'motion' || paper.kind === 'motion') {
    const abstains = marks.kind === 'motion' && marks.choice === 'abstain';
    return abstains && !choices.abstain ? 'unknown_choice' : null;
  }
  const named = keysOf(marks);
  const known = new Set(paper.options.map(({ key }) => key));
  if (!named.every((key) => known.has(key))) return 'unknown_choice';
  const { min, max } = boundsOf(paper);
  const fits = named.length >= min && named.length <= max && isInOrder(marks.kind, named);
  return fits ? null : 'marks_do_not_fit';
}

function keysOf(marks: Exclude<Marks, { kind: 'motion' }>): number[] {
  if (marks.kind === 'confidence') return marks.levels.map(({ key }) => key);
  return marks.kind === 'ranked' ? marks.ranking : marks.chosen;
}

/** How many options may be named. */
function boundsOf(paper: Exclude<BallotPaper, { kind: 'motion' }>): { min: number; max: number } {
  const all = paper.options.length;
  if (paper.kind === 'confidence') return { min: all, max: all };
  return paper.kind === 'ranked' ? { min: 0, max: all } : paper;
}

/** Each once; ascending, except where the order is what is said. */
const isInOrder = (kind: Marks['kind'], keys: readonly number[]): boolean =>
  kind === 'ranked'
    ? new Set(keys).size === keys.length
    : keys.every((key, at) => at === 0 || key > (keys[at - 1] ?? key));
