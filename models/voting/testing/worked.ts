import type { BallotPaper, Marks } from '../../contracts/ballots.ts';
import {
  type Fraction,
  type RuleSet,
  type Threshold,
  peoplesCommitteeRules,
} from '../../contracts/rules.ts';
import type { CountInput } from '../verdict.ts';

// Cases that were worked by hand, written as tables.

const part = (numerator: number, denominator: number): Fraction => ({ numerator, denominator });
const atLeast = (numerator: number, denominator: number): Threshold => ({
  kind: 'at_least',
  fraction: part(numerator, denominator),
});

/** Quorum 2/3 of all, more than 1/2 of all, tie by the chair. */
const committee: RuleSet = { ...peoplesCommitteeRules, version: 1 };
const ofValid: RuleSet = { ...committee, denominator: 'valid', tie: 'not_carried' };
const mostVotes: RuleSet = { ...ofValid, threshold: { kind: 'relative' } };

const ruleSets: Record<string, RuleSet> = {
  committee,
  'tie falls': { ...committee, tie: 'not_carried' },
  again: { ...committee, tie: 'second_ballot' },
  'no gate': { ...committee, quorumGatesOpening: false },
  'two thirds': { ...committee, threshold: atLeast(2, 3), tie: 'not_carried' },
  'of present': { ...committee, denominator: 'present' },
  'two thirds of present': {
    ...committee,
    denominator: 'present',
    threshold: atLeast(2, 3),
    tie: 'not_carried',
  },
  'third of present': { ...committee, denominator: 'present', threshold: atLeast(1, 3) },
  unanimity: { ...committee, denominator: 'present', threshold: atLeast(1, 1), tie: 'not_carried' },
  'of valid': ofValid,
  'half valid': { ...ofValid, threshold: atLeast(1, 2) },
  'abstentions valid': { ...ofValid, abstentionsAreValid: true },
  'silence for': { ...committee, silence: 'deemed_for' },
  'silence abstains': { ...ofValid, abstentionsAreValid: true, silence: 'deemed_abstain' },
  most: mostVotes,
  'most, chair': { ...mostVotes, tie: 'chair' },
  'most, again': { ...mostVotes, tie: 'second_ballot' },
};

export function rulesOf(name: string): RuleSet {
  const rules = ruleSets[name];
  if (rules === undefined) throw new Error(`no rules named ${name}`);
  return rules;
}

/** The cells of a table, line by line. */
export const linesOf = (table: string): string[][] =>
  table
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));

interface Held {
  paper: BallotPaper;
  ruleSet: RuleSet;
  members: number;
  /** The chair's own; null for a chair who is not there. */
  chair: Marks | null;
  /** Of the others on the roll; null for who gives none. */
  others: readonly (Marks | null)[];
}

export const nameOf = (at: number): string => `voter-${at}`;

/** A poll among people of weight one who are all present and vote for themselves. */
export function pollOf({ paper, ruleSet, members, chair, others }: Held): CountInput {
  const all = [...(chair === null ? [] : [chair]), ...others];
  return {
    paper,
    binding: true,
    ruleSet,
    members,
    membersWeight: members,
    present: all.length,
    voters: all.map((_, at) => ({
      personId: nameOf(at),
      weight: 1,
      isChair: chair !== null && at === 0,
      castBy: null,
    })),
    ballots: all.flatMap((marks, at) => (marks === null ? [] : [{ personId: nameOf(at), marks }])),
  };
}

/** `A` to `D` are the options with the keys 1 to 4. */
export const optionsOf = (letters: string) =>
  [...letters].map((label) => ({ key: keyOf(label), label, note: '' }));
const keyOf = (letter: string): number => letter.charCodeAt(0) - 64;
export const keysOf = (letters: string): number[] =>
  letters === '-' ? [] : [...letters].map(keyOf);

/**
 * Ballots such as `9×AB 2×- 1×?`: nine that name A and B, two blank ones, and someone who gives none.
 * @param markedAs what the letters of a ballot mean on the paper
 */
export const ballotsOf = (cell: string, markedAs: (keys: number[]) => Marks): (Marks | null)[] =>
  cell.split(' ').flatMap((group) => {
    const [times, letters = ''] = group.split('×');
    const marks = letters === '?' ? null : markedAs(keysOf(letters));
    return Array.from({ length: Number(times) }, () => marks);
  });
