import { z } from 'zod';
import { Line } from './common.ts';

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

/** A part of a whole that must be reached; `relative` asks for none: the most votes decide. */
export const Threshold = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('more_than'), fraction: Fraction }),
  z.object({ kind: z.literal('at_least'), fraction: Fraction }),
  z.object({ kind: z.literal('relative') }),
]);
export type Threshold = z.infer<typeof Threshold>;

export const thresholdKinds = ['more_than', 'at_least', 'relative'] as const;
export const denominators = ['all', 'present', 'valid'] as const;
export const tieRules = ['chair', 'not_carried', 'second_ballot'] as const;
export const secrecies = ['open', 'secret'] as const;
export const silenceRules = ['not_voted', 'deemed_for', 'deemed_abstain'] as const;

/** What the three answers to a motion are called; null for the usual words of the language that is read. */
const ChoiceWords = z.object({ for: Line, against: Line, abstain: Line }).nullable();

/** How a body decides. Versioned: a change makes a new version, and a poll keeps the one it opened with. */
export const RuleSetDraft = z.object({
  /** Present members needed, as a part of all members: reached at `ceil(n × fraction)`. Heads are counted, not weights. */
  quorum: Fraction,
  /** Whether a poll may open only with a quorum. */
  quorumGatesOpening: z.boolean(),
  /** How polls are held unless one says otherwise. */
  secrecy: z.enum(secrecies),
  choices: z.object({ abstain: z.boolean(), words: ChoiceWords }),
  /** Of whom the majority is taken: all members, those on the roll of the poll, or the valid ballots. */
  denominator: z.enum(denominators),
  /** Whether abstentions (and blank ballots) count among the valid ballots. */
  abstentionsAreValid: z.boolean(),
  /** `more_than` 1/2 is `floor(n/2)+1`; `at_least` 2/3 is `ceil(2n/3)`, and `at_least` 1/1 is unanimity. */
  threshold: Threshold,
  /** As many for as against: the side of the chair's own vote, not carried, or a second ballot. */
  tie: z.enum(tieRules),
  /** Whether a member may change an open vote until it closes. A secret ballot, kept without its voter, never can. */
  changeable: z.boolean(),
  /** How those on the roll who did not answer a motion count; deemed answers are recorded apart. */
  silence: z.enum(silenceRules),
  /** For how many absent members one member may vote; 0 where the body knows no delegation. */
  delegationsEach: z.number().int().min(0).max(10),
  /** Whether members' votes weigh what the list of members says, or one each. */
  weighted: z.boolean(),
  /** Ballots of confidence: from which part of low confidence on there is a warning, and from which a removal. */
  confidence: z.object({ warning: Threshold, removal: Threshold }),
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
  secrecy: 'open',
  choices: { abstain: true, words: null },
  denominator: 'all',
  abstentionsAreValid: false,
  threshold: { kind: 'more_than', fraction: { numerator: 1, denominator: 2 } },
  tie: 'chair',
  changeable: false,
  silence: 'not_voted',
  delegationsEach: 0,
  weighted: false,
  confidence: {
    warning: { kind: 'more_than', fraction: { numerator: 1, denominator: 2 } },
    removal: { kind: 'at_least', fraction: { numerator: 2, denominator: 3 } },
  },
};
