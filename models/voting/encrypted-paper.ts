import type { Question } from '../belenios/messages.ts';
import {
  type BallotPaper,
  type Choice,
  type Marks,
  confidenceLevels,
  standardChoices,
} from '../contracts/ballots.ts';
import type { RuleSet, RuleSetDraft } from '../contracts/rules.ts';
import type { ErrorCode } from '../errors.ts';
import type { GivenBallot } from './verdict.ts';

// How the papers of polls are put as questions of a verifiable election, and its counts read as a verdict again.

type Words = Pick<RuleSet, 'choices'>;

/** As the record names them: it is read without this program, in the language of the body. */
const usualWords: Record<Choice, string> = {
  for: 'Tán thành',
  against: 'Không tán thành',
  abstain: 'Không biểu quyết',
};
const levelWords = { high: 'Tín nhiệm cao', medium: 'Tín nhiệm', low: 'Tín nhiệm thấp' };

const choicesIn = ({ choices }: Words): Choice[] =>
  standardChoices.filter((choice) => choice !== 'abstain' || choices.abstain);

interface Draft {
  paper: BallotPaper;
  secrecy: 'open' | 'secret';
  binding: boolean;
  ruleSet: Pick<RuleSetDraft, 'weighted'>;
}

/**
 * Why a poll cannot have trustees: sums of encrypted marks tell counts, not orders of preference, and ballots of different
 * weight would name their voters.
 */
export function verifiableProblem({ paper, secrecy, binding, ruleSet }: Draft): ErrorCode | null {
  if (secrecy !== 'secret') return 'trustees_need_secret';
  if (paper.kind === 'ranked') return 'trustees_not_ranked';
  return binding && ruleSet.weighted ? 'trustees_not_weighted' : null;
}

/**
 * The questions that a paper puts: one, or of a ballot of confidence one for each person. Where nothing need be chosen,
 * that is a blank vote of the specification, which is counted by itself.
 * @throws RangeError for a paper that `verifiableProblem` refuses
 */
export function questionsOf(paper: BallotPaper, question: string, rules: Words): Question[] {
  if (paper.kind === 'ranked') throw new RangeError('an order of preference cannot be added up');
  if (paper.kind === 'motion') {
    const words = rules.choices.words ?? usualWords;
    const answers = choicesIn(rules).map((choice) => words[choice]);
    return [{ answers, min: 1, max: 1, question }];
  }
  if (paper.kind === 'confidence') {
    const answers = confidenceLevels.map((level) => levelWords[level]);
    return paper.options.map(({ label }) => ({ answers, min: 1, max: 1, question: label }));
  }
  const answers = paper.options.map(({ label }) => label);
  const { min, max } = paper;
  return min === 0
    ? [{ answers, blank: true, min: 1, max, question }]
    : [{ answers, min, max, question }];
}

const flag = (is: boolean): number => (is ? 1 : 0);

/**
 * Marks as the choices of an encrypted ballot (`encryptBallot`), one list for each question.
 * @param marks that fit the paper (`marksProblem`)
 */
export function choicesOf(paper: BallotPaper, rules: Words, marks: Marks): number[][] {
  if (marks.kind === 'motion')
    return [choicesIn(rules).map((choice) => flag(choice === marks.choice))];
  if (paper.kind === 'motion' || paper.kind === 'ranked' || marks.kind === 'ranked')
    throw new RangeError('marks of another paper');
  if (marks.kind === 'confidence')
    return paper.options.map(({ key }) => {
      const given = marks.levels.find((one) => one.key === key)?.level;
      return confidenceLevels.map((level) => flag(level === given));
    });
  const chosen = paper.options.map(({ key }) => flag(marks.chosen.includes(key)));
  const isBlank = paper.kind !== 'confidence' && paper.min === 0;
  return [isBlank ? [flag(marks.chosen.length === 0), ...chosen] : chosen];
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

/** Each item as often as its count says, in their order. */
const repeated = <Item>(items: readonly Item[], counts: readonly number[]): Item[] =>
  items.flatMap((item, at) => Array.from({ length: counts[at] ?? 0 }, () => item));

/**
 * Ballots that give these counts. Which marks stood together on one ballot nobody knows, and no verdict asks: it rests on
 * the votes of each answer, on blank ones and on how many there were, so any ballots with these sums will do.
 * @param counts as in the result of the record
 * @param ballots how many were added up
 * @throws RangeError when no such ballots fit the paper: the counts are not those of a true record
 */
export function ballotsFor(
  paper: BallotPaper,
  rules: Words,
  counts: readonly (readonly number[])[],
  ballots: number,
): GivenBallot[] {
  return marksFor(paper, rules, counts, ballots).map((marks) => ({ marks, weight: 1 }));
}

function marksFor(
  paper: BallotPaper,
  rules: Words,
  counts: readonly (readonly number[])[],
  ballots: number,
): Marks[] {
  if (paper.kind === 'motion') {
    const [row = []] = checked(counts, 1, choicesIn(rules).length);
    if (total(row) !== ballots) throw new RangeError('not one answer on each ballot');
    return repeated(choicesIn(rules), row).map((choice) => ({ kind: 'motion', choice }));
  }
  if (paper.kind === 'confidence') return confidenceMarks(paper.options, counts, ballots);
  if (paper.kind === 'ranked') throw new RangeError('an order of preference cannot be added up');
  return chosenMarks(paper, counts, ballots);
}

function checked(counts: readonly (readonly number[])[], questions: number, values: number) {
  if (counts.length !== questions || counts.some(({ length }) => length !== values))
    throw new RangeError('counts of another paper');
  return counts;
}

type Options = Extract<BallotPaper, { kind: 'confidence' }>['options'];

function confidenceMarks(
  options: Options,
  counts: readonly (readonly number[])[],
  ballots: number,
): Marks[] {
  const rows = checked(counts, options.length, confidenceLevels.length);
  if (rows.some((row) => total(row) !== ballots))
    throw new RangeError('not one level for each person on each ballot');
  const given = options
    .map(({ key }, at) => ({ key, levels: repeated(confidenceLevels, rows[at] ?? []) }))
    .toSorted((a, b) => a.key - b.key);
  return Array.from({ length: ballots }, (_, at) => ({
    kind: 'confidence',
    levels: given.map(({ key, levels }) => ({ key, level: levels[at] ?? 'low' })),
  }));
}

/**
 * Votes are dealt like cards, option after option: no ballot gets the same one twice, as no option has more votes than
 * ballots are, and all get the same number of votes or one more or less, which lies within the bounds of the paper.
 */
function chosenMarks(
  { kind, options, min, max }: Extract<BallotPaper, { kind: 'choose' | 'election' }>,
  counts: readonly (readonly number[])[],
  ballots: number,
): Marks[] {
  const hasBlank = min === 0;
  const [row = []] = checked(counts, 1, options.length + flag(hasBlank));
  const votes = hasBlank ? row.slice(1) : row;
  const blank = hasBlank ? (row[0] ?? 0) : 0;
  const filled = ballots - blank;
  const sum = total(votes);
  const isPossible =
    filled >= 0 &&
    votes.every((count) => count <= filled) &&
    sum >= filled * Math.max(1, min) &&
    sum <= filled * max;
  if (!isPossible) throw new RangeError('no ballots of this paper have these sums');
  const keys = options.map(({ key }) => key);
  const dealt = repeated(keys, votes);
  const chosen = Array.from({ length: filled }, (_, at) =>
    dealt.filter((_key, place) => place % filled === at).toSorted((a, b) => a - b),
  );
  const blanks = Array.from({ length: blank }, (): number[] => []);
  return [...chosen, ...blanks].map((one) => ({ kind, chosen: one }));
}
