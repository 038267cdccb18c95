import type { BallotPaper } from '../../contracts/ballots.ts';
import type { VerdictOf } from '../../contracts/verdict.ts';
import { fillPlaces, undecided } from './places.ts';
import {
  type CountInput,
  barOf,
  basisOf,
  isInForce,
  tallyOf,
  votesByKey,
  votesWhere,
} from './tally.ts';

// Papers on which options are marked: some of them chosen, or candidates elected.

type PaperOf<Kind extends BallotPaper['kind']> = Extract<BallotPaper, { kind: Kind }>;

/**
 * Every option that reaches the votes needed passes. Where the most votes decide, the most voted pass: as many as one
 * ballot may choose.
 */
export function chooseVerdict(input: CountInput, paper: PaperOf<'choose'>): VerdictOf<'choose'> {
  const counted = countChosen(input, paper);
  const places = counted.bar.needed === null ? paper.max : paper.options.length;
  const { placed, tied } = passing(counted, places);
  const missed = tied.length > 0 ? undecided(input.ruleSet) : 'not_carried';
  const outcome = placed.size > 0 ? 'carried' : missed;
  return {
    kind: 'choose',
    ...basisOf(counted.tally, counted.bar, { outcome, tied: tied.length > 0 }),
    options: counted.standings.map((one) => ({ ...one, passed: placed.has(one.key) })),
    blank: counted.blank,
    tied: [...tied],
  };
}

/**
 * The most voted of those who reach the votes needed take the seats; where the most votes decide, one vote is enough to
 * stand. Carried when no seat is left empty.
 */
export function electionVerdict(
  input: CountInput,
  paper: PaperOf<'election'>,
): VerdictOf<'election'> {
  const { seats } = paper;
  const counted = countChosen(input, paper);
  const { placed, tied } = passing(counted, seats);
  const outcome = placed.size === seats ? 'carried' : undecided(input.ruleSet);
  return {
    kind: 'election',
    ...basisOf(counted.tally, counted.bar, { outcome, tied: tied.length > 0 }),
    seats,
    options: counted.standings.map((one) => ({ ...one, passed: placed.has(one.key) })),
    blank: counted.blank,
    tied: [...tied],
  };
}

/** A ballot that chooses nothing is blank, and as valid as an abstention. */
function countChosen(input: CountInput, { kind, options }: PaperOf<'choose' | 'election'>) {
  const tally = tallyOf(input, kind);
  const votesOf = votesByKey(tally, ({ chosen }) => chosen);
  const standings = options.map(({ key }) => ({ key, votes: votesOf(key) }));
  const blank = votesWhere(tally, ({ chosen }) => chosen.length === 0);
  const valid = tally.wholes.cast - (tally.ruleSet.abstentionsAreValid ? 0 : blank);
  return { tally, bar: barOf(tally, valid), standings, blank };
}

/** Who takes the places; nobody by a poll without force. */
function passing(
  { tally, bar, standings }: ReturnType<typeof countChosen>,
  places: number,
): ReturnType<typeof fillPlaces> {
  if (!isInForce(tally)) return { placed: new Set(), tied: [] };
  const chosen = tally.chair?.chosen ?? [];
  return fillPlaces({
    standings,
    places,
    bar: bar.needed ?? 1,
    tie: tally.ruleSet.tie,
    chairPicks: (tied) => chosen.filter((key) => tied.includes(key)),
  });
}
