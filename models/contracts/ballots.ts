import { z } from 'zod';
import { Line, OptionalLine } from './common.ts';

/** Tán thành · không tán thành · không biểu quyết. */
export const standardChoices = ['for', 'against', 'abstain'] as const;
export const Choice = z.enum(standardChoices);
export type Choice = z.infer<typeof Choice>;

/** Tín nhiệm cao · tín nhiệm · tín nhiệm thấp. */
export const confidenceLevels = ['high', 'medium', 'low'] as const;
export const ConfidenceLevel = z.enum(confidenceLevels);
export type ConfidenceLevel = z.infer<typeof ConfidenceLevel>;

/** Names an option within its poll; counts from 1 and never changes once the poll is open. */
const OptionKey = z.number().int().min(1).max(100);
export const PollOption = z.object({ key: OptionKey, label: Line, note: OptionalLine });
export type PollOption = z.infer<typeof PollOption>;
const options = (min: number) =>
  z
    .array(PollOption)
    .min(min)
    .max(100)
    .refine((all) => new Set(all.map(({ key }) => key)).size === all.length, {
      message: 'each key once',
    });
const count = z.number().int().min(0).max(100);

/**
 * What is put before the voters.
 * - `motion`: for, against, abstain
 * - `choose`: from `min` to `max` of the options; none is a blank ballot where `min` is 0
 * - `election`: up to `max` of the candidates, of whom `seats` are elected
 * - `confidence`: a level for each person
 * - `ranked`: options in order of preference; who has no majority at first stands against the second in a count of the
 *   same ballots
 */
export const BallotPaper = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('motion') }),
  z.object({ kind: z.literal('choose'), options: options(2), min: count, max: count.min(1) }),
  z.object({
    kind: z.literal('election'),
    options: options(1),
    seats: count.min(1),
    min: count,
    max: count.min(1),
  }),
  z.object({ kind: z.literal('confidence'), options: options(1) }),
  z.object({ kind: z.literal('ranked'), options: options(2) }),
]);
export type BallotPaper = z.infer<typeof BallotPaper>;
export type PollKind = BallotPaper['kind'];
export const pollKinds = ['motion', 'choose', 'election', 'confidence', 'ranked'] as const;

const keys = z.array(OptionKey).max(100);
/** What someone marked on the paper. That it fits the paper is a rule, not a shape. */
export const Marks = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('motion'), choice: Choice }),
  /** In ascending order; none: blank. */
  z.object({ kind: z.literal('choose'), chosen: keys }),
  z.object({ kind: z.literal('election'), chosen: keys }),
  /** For every option once, in ascending order of keys. */
  z.object({
    kind: z.literal('confidence'),
    levels: z.array(z.object({ key: OptionKey, level: ConfidenceLevel })).max(100),
  }),
  /** The most preferred first; options may be left out; none: blank. */
  z.object({ kind: z.literal('ranked'), ranking: keys }),
]);
export type Marks = z.infer<typeof Marks>;

/**
 * How often one voter may change a vote, where the rules allow it at all. Each change stays in a record that nothing is
 * ever taken from, so something must bound what one voter can make it grow by; and nobody who means it thinks again
 * this often.
 */
export const mostChanges = 50;
