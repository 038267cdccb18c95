import type { Choice } from '../../../../models/contracts/ballots.ts';
import type { Verdict, VerdictOf } from '../../../../models/contracts/verdict.ts';

/** The keys of the sentences that say why it went as it went. */
export type Reason =
  | 'notBinding'
  | 'noQuorum'
  | 'majorityCarried'
  | 'majorityMissed'
  | 'relativeCarried'
  | 'relativeMissed'
  | 'tieChairFor'
  | 'tieChairAgainst'
  | 'tieChairNone'
  | 'tieNotCarried'
  | 'tieSecond'
  | 'tiedChair'
  | 'tiedChairNone'
  | 'tiedNot'
  | 'tiedSecond'
  | 'enough'
  | 'tooFew'
  | 'secondOpen'
  | 'consequences'
  | 'noConsequences'
  | 'firstRound'
  | 'secondRound';

/** Which sentence explains the verdict. What decided is read from it, never worked out anew. */
export function reasonOf(verdict: Verdict): Reason {
  if (verdict.decidedBy === 'no_quorum') return 'noQuorum';
  if (verdict.kind === 'confidence')
    return verdict.options.some(({ consequence }) => consequence !== 'none')
      ? 'consequences'
      : 'noConsequences';
  if (verdict.decidedBy === 'not_binding') return 'notBinding';
  if (verdict.kind === 'motion') return motionReason(verdict);
  if (verdict.tied.length > 0) return tiedReason(verdict);
  if (verdict.kind === 'ranked' && verdict.winner !== null)
    return verdict.rounds.length > 1 ? 'secondRound' : 'firstRound';
  if (verdict.outcome === 'second_ballot') return 'secondOpen';
  return verdict.outcome === 'carried' ? 'enough' : 'tooFew';
}

function motionReason({ decidedBy, outcome, tie, needed }: VerdictOf<'motion'>): Reason {
  const isCarried = outcome === 'carried';
  if (tie === null || decidedBy !== 'tie_rule') {
    if (needed === null) return isCarried ? 'relativeCarried' : 'relativeMissed';
    return isCarried ? 'majorityCarried' : 'majorityMissed';
  }
  if (tie.rule === 'not_carried') return 'tieNotCarried';
  if (tie.rule === 'second_ballot') return 'tieSecond';
  if (tie.chairChoice === 'for') return 'tieChairFor';
  return tie.chairChoice === 'against' ? 'tieChairAgainst' : 'tieChairNone';
}

function tiedReason(verdict: VerdictOf<'choose' | 'election' | 'ranked'>): Reason {
  const { outcome, ruleSet } = verdict;
  if (outcome === 'second_ballot') return 'tiedSecond';
  if (ruleSet.tie !== 'chair') return 'tiedNot';
  return isSettled(verdict) ? 'tiedChair' : 'tiedChairNone';
}

/** Whether the chair's own ballot told the tied apart: it may name none of them, or too many. */
function isSettled(verdict: VerdictOf<'choose' | 'election' | 'ranked'>): boolean {
  const { tied } = verdict;
  if (verdict.kind !== 'ranked')
    return verdict.options.some(({ key, passed }) => passed && tied.includes(key));
  const [one, other] = verdict.rounds[1]?.counts ?? [];
  return verdict.winner !== null || one?.votes !== other?.votes;
}

export type Tone = Choice | 'notVoted' | 'plain' | 'deemed';

export interface Bar {
  /** The answer, the key of an option, or what is counted beside them. */
  id: Choice | 'notVoted' | 'blank' | 'spent' | number;
  votes: number;
  /** Lengths from 0 to 1 of the scale, one after the other. */
  parts: readonly { tone: Tone; length: number }[];
  /** Whether what is needed is marked on it. */
  isMeasured: boolean;
  passed: boolean;
  tied: boolean;
}

export interface Chart {
  id: 'motion' | 'options' | 'firstRound' | 'secondRound';
  bars: readonly Bar[];
  /** Where enough begins, from 0 to 1; null where the most votes decide. */
  neededAt: number | null;
}

interface Row {
  id: Bar['id'];
  votes: number;
  tone: Tone;
  isMeasured?: boolean;
  passed?: boolean;
  tied?: boolean;
  /** Of the votes: those that the rule on silence adds. */
  deemed?: number;
}

/** Bars on one scale that reaches as far as the denominator, and further where a count does. */
function chart(id: Chart['id'], rows: readonly Row[], needed: number | null, size: number): Chart {
  const scale = Math.max(size, needed ?? 0, 1, ...rows.map(({ votes }) => votes));
  const bars = rows.map(({ deemed = 0, tone, ...row }) => ({
    isMeasured: false,
    passed: false,
    tied: false,
    ...row,
    parts: [
      { tone, length: (row.votes - deemed) / scale },
      ...(deemed > 0 ? [{ tone: 'deemed' as const, length: deemed / scale }] : []),
    ],
  }));
  return { id, bars, neededAt: needed === null ? null : needed / scale };
}

/** All that is drawn of a verdict, except of confidence, which is a line of three parts for each person. */
export function chartsOf(verdict: Verdict): Chart[] {
  switch (verdict.kind) {
    case 'motion':
      return [motionChart(verdict)];
    case 'choose':
    case 'election':
      return [optionsChart(verdict)];
    case 'ranked':
      return verdict.rounds.map((round, at) => roundChart(verdict, round, at));
    case 'confidence':
      return [];
  }
}

function motionChart(verdict: VerdictOf<'motion'>): Chart {
  const { counts, notVoted, deemed, needed, denominator, ruleSet } = verdict;
  // Those who did not vote are heads; where votes are weighted, no part of a bar is theirs alone.
  const shown = ruleSet.weighted ? 0 : deemed;
  const isFor = ruleSet.silence === 'deemed_for';
  const rows: Row[] = [
    { id: 'for', votes: counts.for, tone: 'for', isMeasured: true, deemed: isFor ? shown : 0 },
    { id: 'against', votes: counts.against, tone: 'against' },
    { id: 'abstain', votes: counts.abstain, tone: 'abstain', deemed: isFor ? 0 : shown },
    { id: 'notVoted', votes: notVoted - deemed, tone: 'notVoted' },
  ];
  const hasAbstain = ruleSet.choices.abstain || counts.abstain > 0;
  return chart(
    'motion',
    rows.filter(({ id }) => id !== 'abstain' || hasAbstain),
    needed,
    denominator.size,
  );
}

function optionsChart(verdict: VerdictOf<'choose'> | VerdictOf<'election'>): Chart {
  const { options, blank, tied, needed, denominator, notVoted } = verdict;
  const rows: Row[] = options.map(({ key, votes, passed }) => ({
    id: key,
    votes,
    passed,
    tone: passed ? 'for' : 'plain',
    isMeasured: true,
    tied: tied.includes(key),
  }));
  return chart('options', [...rows, ...beside(blank, notVoted)], needed, denominator.size);
}

const beside = (blank: number, notVoted: number): Row[] => [
  { id: 'blank', votes: blank, tone: 'notVoted' },
  { id: 'notVoted', votes: notVoted, tone: 'notVoted' },
];

function roundChart(
  verdict: VerdictOf<'ranked'>,
  { counts, spent }: VerdictOf<'ranked'>['rounds'][number],
  at: number,
): Chart {
  const { winner, tied, needed, denominator, rounds } = verdict;
  const isLast = at === rounds.length - 1;
  const rows: Row[] = byVotes(counts).map(({ key, votes }) => ({
    id: key,
    votes,
    passed: isLast && key === winner,
    tone: isLast && key === winner ? 'for' : 'plain',
    isMeasured: true,
    tied: tied.includes(key),
  }));
  const others: Row[] = spent > 0 ? [{ id: 'spent', votes: spent, tone: 'notVoted' }] : [];
  const id = at === 0 ? 'firstRound' : 'secondRound';
  return chart(id, [...rows, ...others], needed, denominator.size);
}

/** As many bars as there is room for: those with the most votes, in the order in which they stood. */
export function shortChart(whole: Chart, most: number): Chart {
  if (whole.bars.length <= most) return whole;
  const options = whole.bars.filter(({ id }) => typeof id === 'number');
  const shown = new Set(byVotes(options).slice(0, most));
  return { ...whole, bars: whole.bars.filter((bar) => shown.has(bar)) };
}

/** Those who won, in the order of votes, as a result is read out. */
export function passedKeys(verdict: Verdict): number[] {
  if (verdict.kind === 'ranked') return verdict.winner === null ? [] : [verdict.winner];
  if (verdict.kind !== 'choose' && verdict.kind !== 'election') return [];
  return byVotes(verdict.options.filter(({ passed }) => passed)).map(({ key }) => key);
}

/** Those with the most votes, where nobody wins as nothing binds. */
export function leadingKeys(verdict: Verdict): number[] {
  if (verdict.kind === 'motion' || verdict.kind === 'confidence') return [];
  const counts = verdict.kind === 'ranked' ? (verdict.rounds[0]?.counts ?? []) : verdict.options;
  const most = Math.max(0, ...counts.map(({ votes }) => votes));
  return counts.filter(({ votes }) => most > 0 && votes === most).map(({ key }) => key);
}

const byVotes = <T extends { votes: number }>(all: readonly T[]): T[] =>
  all.toSorted((a, b) => b.votes - a.votes);

/**
 * Whether the count alone tells what each voter chose, as all ballots hold the same. Of weighted polls, and of what
 * stands below the first place of a ranking, that cannot be said.
 */
export function isUnanimous(verdict: Verdict): boolean {
  const { cast, ruleSet } = verdict;
  if (cast === 0 || ruleSet.weighted) return false;
  const areAlike = (counts: readonly number[]) =>
    counts.every((votes) => votes === 0 || votes === cast) && counts.includes(cast);
  switch (verdict.kind) {
    case 'motion':
      return areAlike(Object.values(verdict.counts));
    case 'confidence':
      return verdict.options.every(({ high, medium, low }) => areAlike([high, medium, low]));
    case 'ranked':
      return areAlike((verdict.rounds[0]?.counts ?? []).map(({ votes }) => votes));
    default:
      return areAlike([verdict.blank, ...verdict.options.map(({ votes }) => votes)]);
  }
}
