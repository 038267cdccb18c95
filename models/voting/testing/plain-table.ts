import type { Marks } from '../../contracts/ballots.ts';
import type { Fraction, RuleSet, Threshold } from '../../contracts/rules.ts';
import type { Verdict } from '../../contracts/verdict.ts';
import type { CountInput } from '../verdict.ts';

export type Kind = Marks['kind'];
type Slip<K extends Kind> = Extract<Marks, { kind: K }>;

/** The first whole number, from none on, for which something holds. */
function firstThat(holds: (k: number) => boolean): number {
  let k = 0;
  while (!holds(k)) k += 1;
  return k;
}

/** Whether k is at least, or more than, a part of n: k/n and a/b are compared by k·b and a·n. */
const isAtLeast = (k: number, { numerator, denominator }: Fraction, n: number) =>
  k * denominator >= numerator * n;
const isMoreThan = (k: number, { numerator, denominator }: Fraction, n: number) =>
  k * denominator > numerator * n;

/** Whether k of n votes, and never none, are enough. */
export function isEnough(k: number, threshold: Threshold, n: number): boolean {
  if (k === 0 || threshold.kind === 'relative') return false;
  const compare = threshold.kind === 'more_than' ? isMoreThan : isAtLeast;
  return compare(k, threshold.fraction, n);
}

function copies<T>(one: T, times: number): T[] {
  return Array.from({ length: times }, () => one);
}

/** The table on which the slips of a poll are laid out. */
export class Table<K extends Kind> {
  readonly slips: Slip<K>[] = [];
  readonly poll: CountInput;
  readonly rules: RuleSet;
  readonly isQuorate: boolean;
  /** Slips of those who gave none: as many as they would have. */
  silent = 0;
  silentHeads = 0;
  chair: Slip<K> | null = null;
  private ballots = 0;

  constructor(poll: CountInput, is: (marks: Marks) => marks is Slip<K>) {
    this.poll = poll;
    this.rules = poll.ruleSet;
    this.isQuorate = isAtLeast(poll.present, poll.ruleSet.quorum, poll.members);
    const weighs = poll.binding && poll.ruleSet.weighted;
    const lay = (marks: Marks, weight: number) => {
      if (!is(marks)) throw new Error('a slip of another poll');
      this.ballots += 1;
      this.slips.push(...copies(marks, weighs ? weight : 1));
      return marks;
    };
    for (const { personId, weight, isChair, castBy } of poll.voters) {
      const own = poll.ballots.filter((one) => 'personId' in one && one.personId === personId);
      const last = own[own.length - 1];
      if (last === undefined) continue;
      const marks = lay(last.marks, weight);
      if (isChair && castBy === null) this.chair = marks;
    }
    for (const ballot of poll.ballots) if ('weight' in ballot) lay(ballot.marks, ballot.weight);
    this.silentHeads = poll.voters.length - this.ballots;
    this.silent = this.roll() - this.slips.length;
  }

  roll(): number {
    const { binding, ruleSet, voters } = this.poll;
    let votes = 0;
    for (const { weight } of voters) votes += binding && ruleSet.weighted ? weight : 1;
    return votes;
  }

  /** Of whom the majority is taken; those who were asked where nothing binds. */
  whole(valid: number): number {
    const { binding, members, membersWeight } = this.poll;
    if (!binding || this.rules.denominator === 'present') return this.roll();
    if (this.rules.denominator === 'valid') return valid;
    return this.rules.weighted ? membersWeight : members;
  }

  isEnough(votes: number, valid: number): boolean {
    return isEnough(votes, this.rules.threshold, this.whole(valid));
  }

  hasBar(): boolean {
    return this.poll.binding && this.rules.threshold.kind !== 'relative';
  }

  hasForce(): boolean {
    return this.poll.binding && this.isQuorate;
  }

  /** All that a verdict rests on, with the outcome that the count would have in force. */
  basis(valid: number, outcome: Verdict['outcome'], wasTied: boolean) {
    const { binding, members, present, voters } = this.poll;
    return {
      outcome: !binding ? 'recorded' : this.isQuorate ? outcome : 'not_carried',
      decidedBy: !binding
        ? 'not_binding'
        : !this.isQuorate
          ? 'no_quorum'
          : wasTied
            ? 'tie_rule'
            : 'majority',
      members,
      voters: voters.length,
      cast: this.ballots,
      notVoted: this.silentHeads,
      deemed: 0,
      quorum: {
        needed: firstThat((k) => isAtLeast(k, this.rules.quorum, members)),
        present,
        reached: this.isQuorate,
      },
      denominator: {
        kind: binding ? this.rules.denominator : 'present',
        size: this.whole(valid),
      },
      needed: this.hasBar() ? firstThat((k) => this.isEnough(k, valid)) : null,
      ruleSet: this.rules,
    } as const;
  }
}
