import { z } from 'zod';
import { Id } from '../ids.ts';
import { inMeeting, runners } from './access.ts';
import { Done } from './common.ts';
import { action, notice } from './event.ts';
import { fileRoute, route } from './route.ts';
import { participantRoles } from './meetings.ts';
import { pollParams } from './voting.ts';

// Secret polls whose secrecy rests on several trustees and whose result anyone can check (Belenios, version 1). A poll
// is one when it has `trustees`; it is prepared, opened and closed as every poll is.

/**
 * - `keys`: the trustees make their shares of the key, each in their own browser
 * - `registering`: voters' browsers make their credentials
 * - `voting`: the poll is open; roll, credentials and key are frozen
 * - `decrypting`: no more ballots; the trustees decrypt the sum, each in their own browser. The poll still is `open`,
 *   with an end that has passed
 * - `decided`: result and record are complete, the poll is `closed`
 */
export const electionPhases = ['keys', 'registering', 'voting', 'decrypting', 'decided'] as const;
export type ElectionPhase = (typeof electionPhases)[number];

/**
 * What the server waits for from a trustee, and the message of the specification that it is. Where all trustees are needed:
 * - `key`: a public key with its proof (4.5); input: none
 *
 * with a threshold:
 * - `certificate`: 4.6.2; input: none
 * - `polynomial`: 4.6.4; input: `{"threshold":…,"certs":[…]}`
 * - `share`: a voutput, 4.6.6; input: `{"threshold":…,"certs":[…],"vinput":{…}}`
 *
 * and in both:
 * - `decryption`: a partial decryption, 4.18; input: `{"election":"…","tally":[…],"sealed":…}` with the election's text,
 *   the encrypted tally of the record, and, with a threshold, the trustee's own decryption key as they sealed it for themselves.
 *   A trustee's browser counts the tally from the record again before it decrypts: only so is a single ballot safe.
 */
export const trusteeSteps = ['key', 'certificate', 'polynomial', 'share', 'decryption'] as const;
export const TrusteeStep = z.enum(trusteeSteps);
export type TrusteeStep = z.infer<typeof TrusteeStep>;

/** JSON of the specification, as text: what is hashed is hashed to the byte. */
const Json = z.string().max(2_000_000);
/** The tracking number of a ballot: SHA-256 of its JSON, base64 without padding. */
const Tracker = z.string().regex(/^[A-Za-z0-9+/]{43}$/);
/** Base58, made anew whenever an election begins again: what was made for another is refused (`conflict`). */
const Uuid = z.string().max(40);

const Trustee = z.object({
  personId: Id,
  fullName: z.string(),
  /** Counts from 1. */
  place: z.number().int(),
  /** Null when nothing is to do now. */
  step: TrusteeStep.nullable(),
  decrypted: z.boolean(),
});
const Someone = z.object({ personId: Id, fullName: z.string() });

/** The election of a poll, as the caller sees it. */
export const MyElection = z.object({
  pollId: Id,
  /** Of the specification; a credential is made for it. */
  uuid: z.string(),
  phase: z.enum(electionPhases),
  /** How many trustees must decrypt; null: all. */
  needed: z.number().int().nullable(),
  trustees: z.array(Trustee),
  /** Credentials made. */
  registered: z.number().int(),
  /** Present and not registered; they would not be on the roll. For those who run the meeting, else empty. */
  missing: z.array(Someone),
  /** From opening on. The credentials are in the public record: a large hall's weigh too much to be sent to each voter. */
  setup: z
    .object({
      election: z.string(),
      trustees: z.string(),
      /** φ: the hash of `election`. */
      fingerprint: z.string(),
    })
    .nullable(),
  /** Ballots that count: one for each credential that has voted. */
  ballots: z.number().int(),
  /** Whether the caller has made a credential. */
  isRegistered: z.boolean(),
  /** For a trustee with something to do: what the step is worked out from, JSON. */
  task: z.object({ place: z.number().int(), step: TrusteeStep, input: z.string() }).nullable(),
});
export type MyElection = z.infer<typeof MyElection>;

/** Someone who can keep a share of the key. */
export const TrusteeCandidate = z.object({
  personId: Id,
  fullName: z.string(),
  office: z.string(),
  /** Null for one of the secretariat who does not take part in the meeting. */
  role: z.enum(participantRoles).nullable(),
});
export type TrusteeCandidate = z.infer<typeof TrusteeCandidate>;

export const listTrusteeCandidates = route({
  method: 'GET',
  path: '/api/meetings/:meetingId/trustee-candidates',
  summary:
    'Who can keep the key of a verifiable secret poll: participants in the order of seats, then the secretariat',
  who: runners,
  params: z.object({ meetingId: Id }),
  response: z.object({ items: z.array(TrusteeCandidate) }),
});
export const getElection = route({
  method: 'GET',
  path: '/api/meetings/:meetingId/polls/:pollId/election',
  summary:
    'A verifiable secret poll: its phase, trustees and set-up, and what the caller has to do',
  who: inMeeting,
  params: pollParams,
  response: MyElection,
});
export const doTrusteeStep = route({
  method: 'POST',
  path: '/api/meetings/:meetingId/polls/:pollId/election/steps',
  summary:
    'What a trustee made in their browser: key, certificate, polynomial, share or decryption',
  who: inMeeting,
  params: pollParams,
  body: z.object({ uuid: Uuid, step: TrusteeStep, payload: Json }),
  response: MyElection,
});
export const restartElection = route({
  method: 'POST',
  path: '/api/meetings/:meetingId/polls/:pollId/election/restart',
  summary: 'Begin keys and credentials again, before the poll opens',
  who: runners,
  params: pollParams,
  response: MyElection,
});
export const remindElection = route({
  method: 'POST',
  path: '/api/meetings/:meetingId/polls/:pollId/election/remind',
  summary:
    'Ask those who have something to do before it can go on: trustees, or members without a credential',
  who: runners,
  params: pollParams,
  response: z.object({ reminded: z.number().int() }),
});
export const registerCredential = action({
  name: 'election:register',
  summary:
    'Name the public part of a credential; attendance authorises it, and nothing kept links it to the person. Once: the same one again is the same request',
  who: inMeeting,
  request: z.object({
    meetingId: Id,
    pollId: Id,
    uuid: Uuid,
    credential: z.string().regex(/^[1-9]\d{0,619}$/),
  }),
  response: Done,
});
export const castEncrypted = action({
  name: 'election:cast',
  summary:
    'Give an encrypted ballot; the last one of a credential counts. Acknowledged only when durable; the same ballot again gets the same answer',
  who: inMeeting,
  request: z.object({ meetingId: Id, pollId: Id, ballot: Json }),
  response: z.object({ tracker: Tracker }),
});
export const getElectionFile = fileRoute({
  path: '/api/meetings/:meetingId/polls/:pollId/election.bel',
  summary:
    'The public record of an election so far. While people vote, its ballots stand in an order that says nothing, so the record of a later moment is not a longer one of the same; from closing on it only grows',
  who: inMeeting,
  params: pollParams,
});
export const electionChanged = notice({
  name: 'election:changed',
  summary: 'Phase, trustees or credentials of an election changed',
  data: z.object({ meetingId: Id, pollId: Id }),
});
export const electionReminded = notice({
  name: 'election:reminded',
  summary: 'Someone who runs the meeting asks the receiver to do their part',
  data: z.object({ meetingId: Id, pollId: Id }),
});
