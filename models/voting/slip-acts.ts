import { z } from 'zod';
import { Marks } from '../contracts/ballots.ts';
import { Instant } from '../contracts/common.ts';
import { SlipItem } from '../contracts/opinions.ts';
import { RuleSet } from '../contracts/rules.ts';
import { Verdict } from '../contracts/verdict.ts';
import { Id } from '../ids.ts';

// What the ledger of an opinion slip tells: each act, with who did it. Names are those of the moment.

const heads = z.number().int().nonnegative();
const Hash = z.string().regex(/^[0-9a-f]{64}$/);

/** `by`: the person who acted; null where the server did, because the time had come. */
const common = { ledgerId: Id, at: Instant, by: Id.nullable() };

export const Recipient = z.object({
  personId: Id,
  fullName: z.string(),
  office: z.string(),
  isChair: z.boolean(),
  position: z.number().int(),
  weight: z.number().int().positive(),
});
export type Recipient = z.infer<typeof Recipient>;

const Sent = z.object({
  type: z.literal('slip_sent'),
  ...common,
  bodyId: Id,
  number: z.number().int(),
  year: z.number().int(),
  title: z.string(),
  grounds: z.string(),
  items: z.array(SlipItem),
  /** The papers that went out with it. */
  files: z.array(z.object({ name: z.string(), sha256: Hash })),
  ruleSet: RuleSet,
  members: heads,
  membersWeight: heads,
  deadline: Instant,
  recipients: z.array(Recipient),
});

const SealedAnswer = z.object({
  key: SlipItem.shape.key,
  marks: Marks,
  /**
   * The seal of the written opinion; null for none. The words are kept outside: the record goes to whoever wants to
   * check it, while what someone wrote is for the readers of the report.
   */
  opinion: Hash.nullable(),
});
export type SealedAnswer = z.infer<typeof SealedAnswer>;

export const SlipAct = z.discriminatedUnion('type', [
  Sent,
  /** An answer of `personId`; a later one takes its place. */
  z.object({
    type: z.literal('slip_answered'),
    ...common,
    personId: Id,
    answers: z.array(SealedAnswer),
    /** Entered from paper by `by`: who confirmed that, and the scan. */
    paper: z.object({ confirmedBy: Id, scan: Hash }).nullable(),
  }),
  z.object({
    type: z.literal('slip_closed'),
    ...common,
    verdicts: z.array(z.object({ key: SlipItem.shape.key, verdict: Verdict })),
  }),
  /** More time, given before the deadline had come. */
  z.object({ type: z.literal('slip_extended'), ...common, deadline: Instant, reason: z.string() }),
  z.object({ type: z.literal('slip_withdrawn'), ...common, reason: z.string() }),
]);
export type SlipAct = z.infer<typeof SlipAct>;
export type SentAct = z.infer<typeof Sent>;
export type AnsweredAct = Extract<SlipAct, { type: 'slip_answered' }>;
