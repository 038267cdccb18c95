import { z } from 'zod';
import { Id } from '../ids.ts';
import { inMeeting, runners } from './access.ts';
import { BallotPaper, Marks } from './ballots.ts';
import { Done, Instant, Revision, Text } from './common.ts';
import { action, notice } from './event.ts';
import { route } from './route.ts';
import { RuleSet, RuleSetDraft, secrecies } from './rules.ts';
import { TrusteesDraft } from './trustees.ts';
import { Verdict } from './verdict.ts';

export const pollStates = ['draft', 'open', 'closed', 'void'] as const;
export const PollState = z.enum(pollStates);
export type PollState = z.infer<typeof PollState>;

/** When everyone sees the count: while it grows (never of a secret poll), at closing, or when it is announced. */
export const reveals = ['live', 'closing', 'announcing'] as const;

export const Receipt = z.object({
  pollId: Id,
  /** Whose vote it is: one's own, or that of the member who gave a delegation. */
  voterId: Id,
  /** Null for a secret ballot: nobody can say afterwards what was on it. */
  marks: Marks.nullable(),
  /** Null for a secret ballot, which is kept without a time. */
  castAt: Instant.nullable(),
  /** Place in the ledger of the poll. */
  sequence: z.number().int().positive(),
  /** SHA-256 of the ledger entry, hex. */
  entryHash: z.string().regex(/^[0-9a-f]{64}$/),
});
export type Receipt = z.infer<typeof Receipt>;

const Someone = z.object({ personId: Id, fullName: z.string() });
export const NamedBallot = z.object({
  personId: Id,
  fullName: z.string(),
  office: z.string(),
  weight: z.number().int().positive(),
  /** Null for someone on the roll who did not vote. */
  marks: Marks.nullable(),
  /** Who voted on their behalf. */
  castBy: Someone.nullable(),
  /** Who entered it for a member without a device, and who confirmed that. */
  entered: z.object({ by: Someone, confirmedBy: Someone }).nullable(),
  /** Put on the roll after opening. */
  addedLate: z.boolean(),
});
export type NamedBallot = z.infer<typeof NamedBallot>;

export const linkKinds = ['amends', 'repeats'] as const;
/** Another poll that this one amends, or repeats. */
export const PollLink = z.object({ kind: z.enum(linkKinds), pollId: Id });

/** How a poll is held: in its draft, and in what comes of it. */
const held = {
  paper: BallotPaper,
  secrecy: z.enum(secrecies),
  /** Who keep the key of a verifiable secret poll (contracts/elections.ts); null or left out: the server is trusted. */
  trustees: TrusteesDraft.nullable().optional(),
  /** A poll that binds nobody: a straw poll, among all who are present, guests too. */
  binding: z.boolean(),
  reveal: z.enum(reveals),
  link: PollLink.nullable(),
};

export const Poll = z.object({
  id: Id,
  meetingId: Id,
  agendaItemId: Id.nullable(),
  /** Counts from 1 in each meeting, and stays; the order in which polls are to be held is that of the list. */
  number: z.number().int(),
  /** Of the draft; opening, closing and a place in the order do not count. */
  revision: Revision,
  question: z.string(),
  ...held,
  state: PollState,
  /** The body's rules now for a draft, or the poll's own; the frozen ones from opening on. */
  ruleSet: RuleSet,
  /** Why the poll has rules of its own; null when it has the body's. */
  ownRulesReason: z.string().nullable(),
  openedAt: Instant.nullable(),
  /** When it closes by itself. */
  endsAt: Instant.nullable(),
  closedAt: Instant.nullable(),
  announcedAt: Instant.nullable(),
  voidReason: z.string().nullable(),
  /** On the roll, and how many of them have voted. Zero before opening. */
  voters: z.number().int(),
  cast: z.number().int(),
  /** From when `reveal` says on: so far while it is open, final once it is closed. Those who run polls see it at closing. */
  verdict: Verdict.nullable(),
  /** Each member's marks in an open vote that is closed and revealed; null in a secret one. */
  ballots: z.array(NamedBallot).nullable(),
});
export type Poll = z.infer<typeof Poll>;

/** A vote that the caller may give: their own, or on behalf of someone. */
export const MyVote = z.object({
  voterId: Id,
  fullName: z.string(),
  onBehalf: z.boolean(),
  receipt: Receipt.nullable(),
});
export type MyVote = z.infer<typeof MyVote>;
/** A poll as the caller sees it. Their own vote comes first; none for who is not on the roll. */
export const MyPoll = Poll.extend({ votes: z.array(MyVote) });
export type MyPoll = z.infer<typeof MyPoll>;

export const PollDraft = z.object({
  question: Text,
  agendaItemId: Id.nullable(),
  ...held,
  /** Rules for this poll alone, and why; null for the body's. */
  ownRules: z.object({ ruleSet: RuleSetDraft, reason: Text }).nullable(),
});
export type PollDraft = z.infer<typeof PollDraft>;
/** The whole draft as it should be, and the revision it started from. */
const PollEdit = PollDraft.extend({ revision: Revision });
export type PollEdit = z.infer<typeof PollEdit>;
const meetingParams = z.object({ meetingId: Id });
export const pollParams = z.object({ meetingId: Id, pollId: Id });

export const listPolls = route({
  method: 'GET',
  path: '/api/meetings/:meetingId/polls',
  summary: 'The polls of a meeting in their order; members see drafts only from opening on',
  who: [...inMeeting, 'screen'],
  params: meetingParams,
  response: z.object({ items: z.array(MyPoll) }),
});
export const createPoll = route({
  method: 'POST',
  path: '/api/meetings/:meetingId/polls',
  summary: 'Prepare a poll',
  who: runners,
  params: meetingParams,
  body: PollDraft,
  response: MyPoll,
});
export const updatePoll = route({
  method: 'PUT',
  path: '/api/meetings/:meetingId/polls/:pollId',
  summary: 'Change a poll that has not been opened; loses to a newer draft (`conflict`)',
  who: runners,
  params: pollParams,
  body: PollEdit,
  response: MyPoll,
});
export const removePoll = route({
  method: 'DELETE',
  path: '/api/meetings/:meetingId/polls/:pollId',
  summary: 'Remove a poll that was never opened, as it was seen; not a newer draft (`conflict`)',
  who: runners,
  params: pollParams,
  query: z.object({ revision: z.coerce.number().int().nonnegative() }),
  response: Done,
});
export const orderPolls = route({
  method: 'PUT',
  path: '/api/meetings/:meetingId/polls-order',
  summary: 'Put the polls of a meeting in order; names each exactly once',
  who: runners,
  params: meetingParams,
  body: z.object({ pollIds: z.array(Id).max(500) }),
  response: z.object({ items: z.array(MyPoll) }),
});
export const getBodyRules = route({
  method: 'GET',
  path: '/api/meetings/:meetingId/rules',
  summary: 'How the body of a meeting decides now; polls without rules of their own follow it',
  who: runners,
  params: meetingParams,
  response: RuleSet,
});

export const castBallot = action({
  name: 'poll:cast',
  summary:
    'Vote, or change a vote where the rules allow it. Acknowledged only when the ballot is durable',
  who: inMeeting,
  request: z.object({
    meetingId: Id,
    pollId: Id,
    /** Whose vote; left out for one's own. */
    voterId: Id.optional(),
    marks: Marks,
  }),
  response: z.object({ receipt: Receipt }),
});
export const pollChanged = notice({
  name: 'poll:changed',
  summary:
    'A poll was opened, closed, changed, announced or declared void; with all that everyone may see',
  data: Poll,
});
export const pollDraftsChanged = notice({
  name: 'poll:drafts_changed',
  summary:
    'Polls that are not open yet were prepared, changed, put in order or removed; for those who run the meeting, and of polls with trustees for everyone, who see these before they open',
  data: z.object({ meetingId: Id }),
});
export const pollProgress = notice({
  name: 'poll:progress',
  summary: 'How many have voted so far, and the count where it is shown live',
  data: z.object({
    meetingId: Id,
    pollId: Id,
    cast: z.number().int(),
    voters: z.number().int(),
    verdict: Verdict.nullable(),
  }),
});
export const ballotRecorded = notice({
  name: 'poll:recorded',
  summary: 'A vote that the receiver gave was recorded; for whatever else they have open',
  data: z.object({ meetingId: Id, receipt: Receipt }),
});
