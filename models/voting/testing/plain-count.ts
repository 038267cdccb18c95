import type { RuleSet, Threshold } from '../../contracts/rules.ts';
import type { Verdict } from '../../contracts/verdict.ts';
import type { CountInput } from '../verdict.ts';
import { type Kind, Table, isEnough } from './plain-table.ts';

// The rules a second time, as a teller with paper ballots and patience would keep them: every vote is a slip
// of its own, numbers are tried one after the other, and nothing is shared with the code that is tested.

type Result<K extends Kind> = Extract<Verdict, { kind: K }>;

/** Lays out the ballots of a poll and counts them. */
export function countByHand(poll: CountInput): Verdict {
  switch (poll.paper.kind) {
    case 'motion':
      return motion(new Table(poll, (marks) => marks.kind === 'motion'));
    case 'choose':
      return choose(new Table(poll, (marks) => marks.kind === 'choose'), poll.paper);
    case 'election':
      return election(new Table(poll, (marks) => marks.kind === 'election'), poll.paper);
    case 'confidence':
      return confidence(new Table(poll, (marks) => marks.kind === 'confidence'), poll.paper);
    case 'ranked':
      return ranked(new Table(poll, (marks) => marks.kind === 'ranked'), poll.paper);
  }
}

function motion(table: Table<'motion'>): Result<'motion'> {
  const { rules, poll } = table;
  const counts = { for: 0, against: 0, abstain: 0 };
  for (const { choice } of table.slips) counts[choice] += 1;
  const deems = poll.binding && poll.soFar !== true && rules.silence !== 'not_voted';
  if (deems) counts[rules.silence === 'deemed_for' ? 'for' : 'abstain'] += table.silent;
  const sides = counts.for + counts.against;
  const valid = rules.abstentionsAreValid ? sides + counts.abstain : sides;
  const isTie = table.hasForce() && counts.for > 0 && counts.for === counts.against;
  const chairChoice = table.chair?.choice ?? null;
  let outcome: Verdict['outcome'] = 'not_carried';
  if (isTie && rules.tie === 'second_ballot') outcome = 'second_ballot';
  else if (isTie && rules.tie === 'chair') outcome = chairChoice === 'for' ? 'carried' : outcome;
  else if (!isTie && table.hasBar())
    outcome = table.isEnough(counts.for, valid) ? 'carried' : outcome;
  else if (!isTie) outcome = counts.for > counts.against ? 'carried' : outcome;
  return {
    kind: 'motion',
    ...table.basis(valid, outcome, isTie),
    deemed: deems ? table.silentHeads : 0,
    counts,
    tie: isTie ? { rule: rules.tie, chairChoice } : null,
  };
}

/**
 * Gives place after place to whoever has most votes of those who still stand. Of several with the most, all get a place
 * if there are as many; else the chair's own ballot decides where it says exactly enough, and else nobody gets one.
 */
function seat(
  votes: ReadonlyMap<number, number>,
  places: number,
  tieRule: RuleSet['tie'],
  chairSays: (level: number[], left: number) => number[],
): { seated: number[]; tied: number[] } {
  const standing = new Map(votes);
  const seated: number[] = [];
  while (standing.size > 0 && seated.length < places) {
    const most = Math.max(...standing.values());
    const level = [...standing].filter(([, count]) => count === most).map(([key]) => key);
    const left = places - seated.length;
    if (level.length > left) {
      const chosen = tieRule === 'chair' ? chairSays(level, left) : [];
      return { seated: chosen.length === left ? [...seated, ...chosen] : seated, tied: level };
    }
    seated.push(...level);
    for (const key of level) standing.delete(key);
  }
  return { seated, tied: [] };
}

type Options = readonly { key: number }[];

/** Counts the papers on which options are crossed. */
function crosses(table: Table<'choose'> | Table<'election'>, options: Options, places: number) {
  const slips: readonly { chosen: number[] }[] = table.slips;
  const votes = new Map(
    options.map(({ key }) => [key, slips.filter(({ chosen }) => chosen.includes(key)).length]),
  );
  const blank = slips.filter(({ chosen }) => chosen.length === 0).length;
  const valid = table.rules.abstentionsAreValid ? slips.length : slips.length - blank;
  const standing = new Map(
    [...votes].filter(([, count]) => (table.hasBar() ? table.isEnough(count, valid) : count > 0)),
  );
  const chairs = table.chair?.chosen ?? [];
  const { seated, tied } = table.hasForce()
    ? seat(standing, places, table.rules.tie, (level) =>
        chairs.filter((key) => level.includes(key)),
      )
    : { seated: [], tied: [] };
  const result = options.map(({ key }) => ({
    key,
    votes: votes.get(key) ?? 0,
    passed: seated.includes(key),
  }));
  return { valid, blank, seated, tied, options: result };
}

function choose(
  table: Table<'choose'>,
  paper: { options: Options; max: number },
): Result<'choose'> {
  // With a bar every option that reaches it passes, so there is a place for each.
  const places = table.hasBar() ? paper.options.length : paper.max;
  const { valid, seated, blank, tied, options } = crosses(table, paper.options, places);
  const again = tied.length > 0 && table.rules.tie === 'second_ballot';
  const outcome = seated.length > 0 ? 'carried' : again ? 'second_ballot' : 'not_carried';
  const basis = table.basis(valid, outcome, tied.length > 0);
  return { kind: 'choose', ...basis, options, blank, tied };
}

function election(
  table: Table<'election'>,
  paper: { options: Options; seats: number },
): Result<'election'> {
  const { seats } = paper;
  const { valid, seated, blank, tied, options } = crosses(table, paper.options, seats);
  const again = table.rules.tie === 'second_ballot' ? 'second_ballot' : 'not_carried';
  const outcome = seated.length === seats ? 'carried' : again;
  const basis = table.basis(valid, outcome, tied.length > 0);
  return { kind: 'election', ...basis, seats, options, blank, tied };
}

function confidence(table: Table<'confidence'>, paper: { options: Options }): Result<'confidence'> {
  const size = table.whole(table.slips.length);
  const options = paper.options.map(({ key }) => {
    const counts = { high: 0, medium: 0, low: 0 };
    for (const { levels } of table.slips)
      for (const one of levels) if (one.key === key) counts[one.level] += 1;
    const reaches = (threshold: Threshold) =>
      threshold.kind === 'relative'
        ? counts.low > counts.high && counts.low > counts.medium
        : isEnough(counts.low, threshold, size);
    const { removal, warning } = table.rules.confidence;
    let consequence: 'none' | 'warning' | 'removal' = 'none';
    if (table.hasForce() && reaches(warning)) consequence = 'warning';
    if (table.hasForce() && reaches(removal)) consequence = 'removal';
    return { key, ...counts, consequence };
  });
  const basis = table.basis(table.slips.length, 'recorded', false);
  return { kind: 'confidence', ...basis, outcome: 'recorded', needed: null, options };
}

function ranked(table: Table<'ranked'>, paper: { options: Options }): Result<'ranked'> {
  const keys = paper.options.map(({ key }) => key);
  const first = piles(table, keys);
  const finish = (
    rounds: ReturnType<typeof piles>[],
    winner: number | null,
    asked: readonly number[],
  ): Result<'ranked'> => {
    const last = rounds[rounds.length - 1] ?? first;
    const tied = table.hasForce() ? keys.filter((key) => asked.includes(key)) : [];
    const again = tied.length > 0 && table.rules.tie === 'second_ballot';
    const missed = again ? 'second_ballot' : 'not_carried';
    return {
      kind: 'ranked',
      ...table.basis(last.valid, winner === null ? missed : 'carried', tied.length > 0),
      rounds: rounds.map(({ pile, spent }) => ({
        counts: [...pile].map(([key, votes]) => ({ key, votes })),
        spent,
      })),
      winner: table.hasForce() ? winner : null,
      tied,
    };
  };
  const tieRule = table.hasForce() ? table.rules.tie : 'not_carried';
  const chairs = table.chair?.ranking ?? [];
  const chairSays = (level: number[], left: number) =>
    chairs.filter((key) => level.includes(key)).slice(0, left);

  const heights = [...first.pile.values()].toSorted((a, b) => b - a);
  const [most = 0, next = 0] = heights;
  const leader = [...first.pile].find(([, votes]) => votes === most)?.[0] ?? null;
  const named = heights.reduce((total, one) => total + one, 0);
  const wins = table.hasBar() ? table.isEnough(most, first.valid) : most + most > named;
  if (most > next && wins) return finish([first], leader, []);

  const voted = new Map([...first.pile].filter(([, votes]) => votes > 0));
  const { seated, tied } = seat(voted, 2, tieRule, chairSays);
  if (seated.length < 2) return finish([first], null, tied);

  const second = piles(
    table,
    keys.filter((key) => seated.includes(key)),
  );
  const [[one, ones], [other, others]] = twoOf([...second.pile]);
  if (ones === others) {
    const [side = null] = tieRule === 'chair' ? chairSays([one, other], 1) : [];
    return finish([first, second], side, [...tied, one, other]);
  }
  const more = Math.max(ones, others);
  const better = ones > others ? one : other;
  const isWinner = !table.hasBar() || table.isEnough(more, second.valid);
  return finish([first, second], isWinner ? better : null, tied);
}

type Pile = [key: number, votes: number];
function twoOf([one, other]: Pile[]): [Pile, Pile] {
  if (one === undefined || other === undefined) throw new Error('not two piles');
  return [one, other];
}

/** Lays each slip on the pile of whom it names first among those who stand. */
function piles(table: Table<'ranked'>, standing: readonly number[]) {
  const pile = new Map(standing.map((key) => [key, 0]));
  let spent = 0;
  for (const { ranking } of table.slips) {
    const key = ranking.find((one) => pile.has(one));
    if (key === undefined) spent += 1;
    else pile.set(key, (pile.get(key) ?? 0) + 1);
  }
  const all = table.slips.length;
  return { pile, spent, valid: table.rules.abstentionsAreValid ? all : all - spent };
}
