import { z } from 'zod';

/** A fraction such as 2/3, kept as whole numbers so that no rounding can decide a vote. */
export const Fraction = z
  .object({
    numerator: z.number().int().min(1).max(100),
    denominator: z.number().int().min(1).max(100),
  })
  .refine(({ numerator, denominator }) => numerator <= denominator, {
    path: ['numerator'],
    message: 'not more than the whole',
  });
export type Fraction = z.infer<typeof Fraction>;

export const denominators = ['all', 'present', 'valid'] as const;
export const tieRules = ['chair', 'not_carried'] as const;

/** How a body decides. Versioned: a change makes a new version, and a poll keeps the one it opened with. */
export const RuleSetDraft = z.object({
  /** Present members needed, as a part of all members: reached at `ceil(n × fraction)`. */
  quorum: Fraction,
  /** Whether a poll may open only with a quorum. */
  quorumGatesOpening: z.boolean(),
  /** Of whom the majority is taken: all members, those on the roll of the poll, or those who chose for or against. */
  denominator: z.enum(denominators),
  /** `more_than` 1/2 is `floor(n/2)+1`; `at_least` 2/3 is `ceil(2n/3)`. */
  threshold: z.object({ kind: z.enum(['more_than', 'at_least']), fraction: Fraction }),
  /** As many for as against: the side of the chair's own vote decides, or it is not carried. */
  tie: z.enum(tieRules),
});
export type RuleSetDraft = z.infer<typeof RuleSetDraft>;
export const RuleSet = RuleSetDraft.extend({ version: z.number().int().positive() });
export type RuleSet = z.infer<typeof RuleSet>;

/**
 * A People's Committee (UBND): quorum of two thirds of all members, majority of all members, on a tie the
 * chair's side. A starting point that each body's own regulation may change.
 */
export const peoplesCommitteeRules: RuleSetDraft = {
  quorum: { numerator: 2, denominator: 3 },
  quorumGatesOpening: true,
  denominator: 'all',
  threshold: { kind: 'more_than', fraction: { numerator: 1, denominator: 2 } },
  tie: 'chair',
};
