import type { BallotPaper, Marks, PollKind } from '../../contracts/ballots.ts';
import type { RuleSet } from '../../contracts/rules.ts';
import type { Verdict } from '../../contracts/verdict.ts';
import type { Id } from '../../ids.ts';
import { quorumNeeded, votesNeeded } from '../fractions.ts';

/** Someone on the roll. `castBy`: who votes for them, by delegation. */
export interface RollVoter {
  personId: Id;
  weight: number;
  isChair: boolean;
  castBy: Id | null;
}

/** An open ballot, which weighs what its voter does; or a secret one, which brings its weight along. */
export type GivenBallot = { personId: Id; marks: Marks } | { marks: Marks; weight: number };

/** What a result is worked out from: while a poll is open, at its closing, or from its record. */
export interface CountInput {
  paper: BallotPaper;
  binding: boolean;
  /** As frozen at opening. */
  ruleSet: RuleSet;
  /** All voting members of the body when the poll opened, absent ones too, and the sum of their weights. */
  members: number;
  membersWeight: number;
  /** Members present when the poll opened: heads, without those who are on the roll by delegation only. */
  present: number;
  /** The roll, those added late too. */
  voters: readonly RollVoter[];
  /** In the order in which they were given; of several open ballots of one person the last counts. */
  ballots: readonly GivenBallot[];
  /** Set while the poll is open: nobody's silence means anything yet. */
  soFar?: boolean;
}

type MarksOf<Kind extends PollKind> = Extract<Marks, { kind: Kind }>;
interface WeighedBallot<Kind extends PollKind> {
  marks: MarksOf<Kind>;
  votes: number;
}

/** Ballots turned into votes, with the wholes of which a majority may be taken. */
export interface Tally<Kind extends PollKind> {
  ballots: readonly WeighedBallot<Kind>[];
  /** How the one who presides voted in person; null when they did not, or nobody can know. */
  chair: MarksOf<Kind> | null;
  ruleSet: RuleSet;
  binding: boolean;
  soFar: boolean;
  heads: Pick<Verdict, 'members' | 'voters' | 'cast' | 'notVoted' | 'quorum'>;
  /** In votes. */
  wholes: { all: number; present: number; cast: number };
}

/**
 * Weights count only where the rules weigh and the poll binds; else everyone has one vote.
 * @throws Error for marks of another kind of paper, or an open ballot of someone who is not on the roll: both are
 *   refused before anything is counted
 */
export function tallyOf<Kind extends PollKind>(input: CountInput, kind: Kind): Tally<Kind> {
  const { ruleSet, binding, members, membersWeight, present, voters } = input;
  const weigh = (weight: number) => (ruleSet.weighted && binding ? weight : 1);
  const roll = new Map(voters.map((voter) => [voter.personId, voter]));
  const own = new Map<Id, WeighedBallot<Kind>>();
  const secret: WeighedBallot<Kind>[] = [];
  for (const ballot of input.ballots) {
    const marks = marksOf(ballot.marks, kind);
    if (!('personId' in ballot)) secret.push({ marks, votes: weigh(ballot.weight) });
    else own.set(ballot.personId, { marks, votes: weigh(weightOf(roll, ballot.personId)) });
  }
  const ballots = [...own.values(), ...secret];
  const chair = voters.find(({ isChair, castBy }) => isChair && castBy === null);
  const needed = quorumNeeded(members, ruleSet.quorum);
  return {
    ballots,
    chair: (chair && own.get(chair.personId)?.marks) ?? null,
    ruleSet,
    binding,
    soFar: input.soFar ?? false,
    heads: {
      members,
      voters: voters.length,
      cast: ballots.length,
      notVoted: voters.length - ballots.length,
      quorum: { needed, present, reached: present >= needed },
    },
    wholes: {
      all: ruleSet.weighted ? membersWeight : members,
      present: sum(voters.map(({ weight }) => weigh(weight))),
      cast: sum(ballots.map(({ votes }) => votes)),
    },
  };
}

function marksOf<Kind extends PollKind>(marks: Marks, kind: Kind): MarksOf<Kind> {
  if (!isOfKind(marks, kind)) throw new Error('marks of another kind of paper');
  return marks;
}

const isOfKind = <Kind extends PollKind>(marks: Marks, kind: Kind): marks is MarksOf<Kind> =>
  marks.kind === kind;

function weightOf(roll: ReadonlyMap<Id, RollVoter>, personId: Id): number {
  const voter = roll.get(personId);
  if (voter === undefined) throw new Error('a ballot of someone who is not on the roll');
  return voter.weight;
}

export const sum = (numbers: readonly number[]): number =>
  numbers.reduce((total, one) => total + one, 0);

/** The votes of the ballots for which something holds. */
export const votesWhere = <Kind extends PollKind>(
  { ballots }: Pick<Tally<Kind>, 'ballots'>,
  holds: (marks: MarksOf<Kind>) => boolean,
): number => sum(ballots.filter(({ marks }) => holds(marks)).map(({ votes }) => votes));

/**
 * The votes of each key, in one pass over the ballots.
 * @param named the keys to which a ballot gives its votes, each once
 */
export function votesByKey<Kind extends PollKind>(
  { ballots }: Pick<Tally<Kind>, 'ballots'>,
  named: (marks: MarksOf<Kind>) => readonly number[],
): (key: number) => number {
  const votesOf = new Map<number, number>();
  for (const { marks, votes } of ballots)
    for (const key of named(marks)) votesOf.set(key, (votesOf.get(key) ?? 0) + votes);
  return (key) => votesOf.get(key) ?? 0;
}

/** Whether the result has effect: the poll binds, and enough members were present. */
export const isInForce = ({ binding, heads }: Pick<Tally<PollKind>, 'binding' | 'heads'>) =>
  binding && heads.quorum.reached;

/**
 * The whole of which the majority is taken, and the votes needed. A poll that does not bind has no bar, and is a part
 * of those who were asked, guests too.
 * @param valid the valid ballots, in votes
 */
export function barOf(
  { ruleSet, binding, wholes }: Pick<Tally<PollKind>, 'ruleSet' | 'binding' | 'wholes'>,
  valid: number,
): Pick<Verdict, 'denominator' | 'needed'> {
  if (!binding) return { denominator: { kind: 'present', size: wholes.present }, needed: null };
  const { denominator: kind, threshold } = ruleSet;
  const size = { all: wholes.all, present: wholes.present, valid }[kind];
  return { denominator: { kind, size }, needed: votesNeeded(size, threshold) };
}

/** What the count came to, if it has force. */
interface Result {
  outcome: Verdict['outcome'];
  /** Whether the tie rule was asked. */
  tied: boolean;
}

/** What every verdict rests on. A poll that does not bind is only recorded; without a quorum nothing is carried. */
export function basisOf(
  tally: Pick<Tally<PollKind>, 'binding' | 'heads' | 'ruleSet'>,
  bar: ReturnType<typeof barOf>,
  { outcome, tied }: Result,
) {
  const { binding, heads, ruleSet } = tally;
  const asCounted = { outcome, decidedBy: tied ? ('tie_rule' as const) : ('majority' as const) };
  const withoutQuorum = { outcome: 'not_carried' as const, decidedBy: 'no_quorum' as const };
  const withForce = heads.quorum.reached ? asCounted : withoutQuorum;
  const notBinding = { outcome: 'recorded' as const, decidedBy: 'not_binding' as const };
  return { ...(binding ? withForce : notBinding), ...heads, deemed: 0, ...bar, ruleSet };
}
