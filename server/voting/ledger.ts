import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Instant } from '../../models/contracts/common.ts';
import { RuleSet } from '../../models/contracts/rules.ts';
import { Choice, Verdict } from '../../models/contracts/voting.ts';
import { Id } from '../../models/ids.ts';
import { canonicalJson } from './canonical-json.ts';

// The ledger of a poll: what happened in it, in order. Each entry is hashed together with the hash of the entry before,
// so that none can be changed, left out or put in later without changing every hash that follows.

const Voter = z.object({
  personId: Id,
  fullName: z.string(),
  office: z.string(),
  isChair: z.boolean(),
  position: z.number().int(),
});
export type Voter = z.infer<typeof Voter>;

const common = { pollId: Id, at: Instant };
const Act = z.discriminatedUnion('type', [
  /** All that is frozen: wording, rules, roll, members and quorum. */
  z.object({
    type: z.literal('opened'),
    ...common,
    meetingId: Id,
    agendaItemId: Id.nullable(),
    number: z.number().int(),
    question: z.string(),
    secrecy: z.literal('open'),
    ruleSet: RuleSet,
    members: z.number().int(),
    quorum: z.object({ needed: z.number().int(), present: z.number().int() }),
    voters: z.array(Voter),
  }),
  z.object({ type: z.literal('cast'), ...common, personId: Id, choice: Choice }),
  z.object({ type: z.literal('closed'), ...common, verdict: Verdict }),
  z.object({ type: z.literal('voided'), ...common, reason: z.string() }),
]);
export type Act = z.infer<typeof Act>;

const Place = z.object({
  /** Counts from 0 in each poll. */
  sequence: z.number().int().nonnegative(),
  previousHash: z.string(),
});
/** What an entry says once it is parsed. */
export const Entry = Act.and(Place);
export type Entry = z.infer<typeof Entry>;

/** An entry as it is kept. */
export interface LedgerRow {
  sequence: number;
  /** SHA-256, hex, of the entry before; `genesis` for the first. */
  previousHash: string;
  /** SHA-256, hex, of the bytes of `entry`. */
  hash: string;
  /** Canonical JSON: the very bytes that are hashed. */
  entry: string;
}

/** What the first entry names as the hash before it. */
export const genesis = '0'.repeat(64);

export const hashOf = (entry: string): string =>
  createHash('sha256').update(entry, 'utf8').digest('hex');

/** Makes the next entry of a ledger. @param last the entry before; none for the first */
export function sealed(
  last: Pick<LedgerRow, 'sequence' | 'hash'> | undefined,
  act: Act,
): LedgerRow {
  const sequence = last === undefined ? 0 : last.sequence + 1;
  const previousHash = last?.hash ?? genesis;
  const entry = canonicalJson({ ...act, sequence, previousHash });
  return { sequence, previousHash, hash: hashOf(entry), entry };
}
