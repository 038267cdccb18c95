import type { BallotPaper } from '../../contracts/ballots.ts';
import type { VerdictOf } from '../../contracts/verdict.ts';
import { fillPlaces, undecided } from './places.ts';
import {
  type CountInput,
  type Tally,
  barOf,
  basisOf,
  isInForce,
  sum,
  tallyOf,
  votesByKey,
  votesWhere,
} from './tally.ts';

type Round = VerdictOf<'ranked'>['rounds'][number];
type Bar = ReturnType<typeof barOf>;

/** How far a count came: its rounds, the bar of the last one, who won, and about whom the tie rule was asked. */
interface Course {
  rounds: Round[];
  bar: Bar;
  winner: number | null;
  tied: readonly number[];
}

/**
 * First preferences; who leads with the votes needed wins. Else the two first face each other on the same ballots: each
 * goes to whom it ranks higher. As many first preferences for a place in that second count are a tie.
 *
 * Of the two, who has more wins with the votes needed. As many for one as for the other are a tie as of for and
 * against in a motion: the tie rule goes before the majority.
 *
 * Denominator and votes needed are those of the last count: a ballot that names none of the two is no valid one in it,
 * unless blank ones are.
 */
export function rankedVerdict(
  input: CountInput,
  { options }: Extract<BallotPaper, { kind: 'ranked' }>,
): VerdictOf<'ranked'> {
  const tally = tallyOf(input, 'ranked');
  const keys = options.map(({ key }) => key);
  const course = run(tally, keys);
  const inForce = isInForce(tally);
  const winner = inForce ? course.winner : null;
  const tied = inForce ? keys.filter((key) => course.tied.includes(key)) : [];
  const missed = tied.length > 0 ? undecided(tally.ruleSet) : 'not_carried';
  const outcome = winner === null ? missed : 'carried';
  return {
    kind: 'ranked',
    ...basisOf(tally, course.bar, { outcome, tied: tied.length > 0 }),
    rounds: course.rounds,
    winner,
    tied,
  };
}

function run(tally: Tally<'ranked'>, keys: readonly number[]): Course {
  const { round, bar } = count(tally, keys);
  const winner = winnerAtFirst(round, bar);
  if (winner !== null) return { rounds: [round], bar, winner, tied: [] };
  const { placed, tied } = fillPlaces({
    standings: round.counts,
    places: 2,
    bar: 1,
    tie: tieOf(tally),
    chairPicks: (level, left) => chairsOrder(tally, level).slice(0, left),
  });
  if (placed.size < 2) return { rounds: [round], bar, winner: null, tied };
  const second = count(
    tally,
    keys.filter((key) => placed.has(key)),
  );
  const last = winnerOfTwo(tally, second.round, second.bar);
  return {
    rounds: [round, second.round],
    bar: second.bar,
    winner: last.winner,
    tied: [...tied, ...last.tied],
  };
}

/** Gives each ballot to the one whom it ranks highest of those who stand. */
function count(tally: Tally<'ranked'>, standing: readonly number[]): { round: Round; bar: Bar } {
  const stands = new Set(standing);
  const votesOf = votesByKey(tally, ({ ranking }) =>
    ranking.filter((key) => stands.has(key)).slice(0, 1),
  );
  const counts = standing.map((key) => ({ key, votes: votesOf(key) }));
  const spent = votesWhere(tally, ({ ranking }) => !ranking.some((key) => stands.has(key)));
  const valid = tally.wholes.cast - (tally.ruleSet.abstentionsAreValid ? 0 : spent);
  return { round: { counts, spent }, bar: barOf(tally, valid) };
}

/** Where the most votes decide, more than half of the first preferences: no second count could change that. */
function winnerAtFirst({ counts }: Round, { needed }: Bar): number | null {
  const most = Math.max(...counts.map(({ votes }) => votes));
  const [leader, another] = counts.filter(({ votes }) => votes === most);
  if (leader === undefined || another !== undefined) return null;
  const enough =
    needed === null ? 2 * most > sum(counts.map(({ votes }) => votes)) : most >= needed;
  return enough ? leader.key : null;
}

function winnerOfTwo(tally: Tally<'ranked'>, { counts }: Round, { needed }: Bar) {
  const [leader, other] = counts.toSorted((a, b) => b.votes - a.votes);
  if (leader === undefined || other === undefined)
    throw new Error('a second count of fewer than two');
  if (leader.votes > other.votes)
    return { winner: leader.votes >= (needed ?? 1) ? leader.key : null, tied: [] };
  const tied = [leader.key, other.key];
  const winner = tieOf(tally) === 'chair' ? (chairsOrder(tally, tied)[0] ?? null) : null;
  return { winner, tied };
}

/** Without force there is no tie to break. */
const tieOf = (tally: Tally<'ranked'>) => (isInForce(tally) ? tally.ruleSet.tie : 'not_carried');

const chairsOrder = ({ chair }: Tally<'ranked'>, of: readonly number[]): number[] =>
  (chair?.ranking ?? []).filter((key) => of.includes(key));
