import { z } from 'zod';
import { BallotPaper, Marks } from '../contracts/ballots.ts';
import { Instant } from '../contracts/common.ts';
import { RuleSet, secrecies } from '../contracts/rules.ts';
import { TrusteesDraft } from '../contracts/trustees.ts';
import { Verdict } from '../contracts/verdict.ts';
import { PollLink } from '../contracts/voting.ts';
import { Id } from '../ids.ts';

// What a ledger of a poll tells: each act, with who did it. Names are those of the moment.

const heads = z.number().int().nonnegative();
const weight = z.number().int().positive();

export const Voter = z.object({
  personId: Id,
  fullName: z.string(),
  office: z.string(),
  isChair: z.boolean(),
  position: z.number().int(),
  weight,
  /** Who votes for them, by delegation. */
  castBy: Id.nullable(),
});
export type Voter = z.infer<typeof Voter>;

/** `by`: the person who acted; null where the server did, because the time had come. */
const common = { ledgerId: Id, at: Instant, by: Id.nullable() };

const Opened = z.object({
  type: z.literal('opened'),
  ...common,
  meetingId: Id,
  agendaItemId: Id.nullable(),
  number: z.number().int(),
  question: z.string(),
  paper: BallotPaper,
  secrecy: z.enum(secrecies),
  binding: z.boolean(),
  link: PollLink.nullable(),
  ruleSet: RuleSet,
  ownRulesReason: z.string().nullable(),
  members: heads,
  membersWeight: heads,
  quorum: z.object({ needed: heads, present: heads }),
  endsAt: Instant.nullable(),
  voters: z.array(Voter),
  /** Of a verifiable poll: which election of the Belenios record it is, and who keeps the key. */
  election: z
    .object({ uuid: z.string(), fingerprint: z.string(), trustees: TrusteesDraft })
    .optional(),
});

/** What a verifiable poll came to: the result of its record. */
export const ElectionResult = z.object({
  /** SHA-256 of the whole record (`.bel`), hex. */
  record: z.string().regex(/^[0-9a-f]{64}$/),
  /** Ballots that were added up. */
  ballots: heads,
  /** For each question how often each answer was chosen; before them blank ones, where those are allowed. */
  counts: z.array(z.array(heads)),
});
export type ElectionResult = z.infer<typeof ElectionResult>;

/** A ballot of a secret poll, shown at closing in the order of random ids. */
export const SecretBallot = z.object({ ballotId: Id, marks: Marks, weight });
export type SecretBallot = z.infer<typeof SecretBallot>;

export const PollAct = z.discriminatedUnion('type', [
  Opened,
  z.object({ type: z.literal('voter_added'), ...common, voter: Voter, reason: z.string() }),
  z.object({ type: z.literal('end_set'), ...common, endsAt: Instant.nullable() }),
  /** An open ballot of `personId`; a later one is a change, where the rules allow it. */
  z.object({
    type: z.literal('cast'),
    ...common,
    personId: Id,
    marks: Marks,
    /** Entered for a member without a device by `by`, and confirmed by this second person. */
    confirmedBy: Id.nullable(),
  }),
  /** Someone gave a secret ballot: neither its marks nor the time. */
  z.object({ type: z.literal('voted'), ledgerId: Id, by: Id, personId: Id }),
  z.object({
    type: z.literal('closed'),
    ...common,
    /** Of a secret poll, all of them, by id; null of an open one, and of a verifiable one, which has a result. */
    ballots: z.array(SecretBallot).nullable(),
    election: ElectionResult.optional(),
    verdict: Verdict,
  }),
  z.object({ type: z.literal('announced'), ...common }),
  z.object({ type: z.literal('voided'), ...common, reason: z.string() }),
]);
export type PollAct = z.infer<typeof PollAct>;
export type OpenedAct = z.infer<typeof Opened>;
