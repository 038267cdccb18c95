import { z } from 'zod';
import { Choice } from './ballots.ts';
import { RuleSet, denominators } from './rules.ts';

const heads = z.number().int().nonnegative();
/** Votes: heads, or the sum of their weights where the rules weigh them. */
const votes = z.number().int().nonnegative();
const key = z.number().int().positive();

/** `recorded`: counted, but nothing was to be carried (confidence, polls that do not bind). */
const outcomes = ['carried', 'not_carried', 'second_ballot', 'recorded'] as const;

/** The result with all that it rests on, so that it can be worked out again by hand. */
const basis = {
  outcome: z.enum(outcomes),
  /** What decided: the count reached or missed what was needed, the tie rule, no quorum, or nothing, as nothing binds. */
  decidedBy: z.enum(['majority', 'tie_rule', 'no_quorum', 'not_binding']),
  /** All voting members of the body when the poll opened. */
  members: heads,
  /** Those on the roll of the poll. */
  voters: heads,
  /** Ballots given, deemed ones not among them. */
  cast: heads,
  notVoted: heads,
  /** Of those who did not vote: how many count by the body's rule on silence. */
  deemed: heads,
  /** Members present when the poll opened. */
  quorum: z.object({ needed: heads, present: heads, reached: z.boolean() }),
  /** In votes. */
  denominator: z.object({ kind: z.enum(denominators), size: votes }),
  /** Votes needed; null where the most votes decide. */
  needed: votes.nullable(),
  ruleSet: RuleSet,
};

export const Verdict = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('motion'),
    ...basis,
    /** Deemed answers among them. */
    counts: z.object({ for: votes, against: votes, abstain: votes }),
    /** Set when as many were for as against: how the tie rule fell, and on which side the chair stood. */
    tie: z.object({ rule: RuleSet.shape.tie, chairChoice: Choice.nullable() }).nullable(),
  }),
  z.object({
    kind: z.literal('choose'),
    ...basis,
    /** In the order of the paper. */
    options: z.array(z.object({ key, votes, passed: z.boolean() })),
    blank: votes,
    /** As many votes at the last place, so that the tie rule was asked. */
    tied: z.array(key),
  }),
  z.object({
    kind: z.literal('election'),
    ...basis,
    seats: heads,
    options: z.array(z.object({ key, votes, passed: z.boolean() })),
    blank: votes,
    tied: z.array(key),
  }),
  z.object({
    kind: z.literal('confidence'),
    ...basis,
    options: z.array(
      z.object({
        key,
        high: votes,
        medium: votes,
        low: votes,
        /** What the rules say of so much low confidence. */
        consequence: z.enum(['none', 'warning', 'removal']),
      }),
    ),
  }),
  z.object({
    kind: z.literal('ranked'),
    ...basis,
    /** First preferences; then, if nobody had enough, the two first against each other. */
    rounds: z.array(
      z.object({
        counts: z.array(z.object({ key, votes })),
        /** Ballots that name none of those who stand. */
        spent: votes,
      }),
    ),
    winner: key.nullable(),
    tied: z.array(key),
  }),
]);
export type Verdict = z.infer<typeof Verdict>;
export type VerdictOf<Kind extends Verdict['kind']> = Extract<Verdict, { kind: Kind }>;
