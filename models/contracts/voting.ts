import { z } from 'zod';
import { Id } from '../ids.ts';
import { inMeeting, staff } from './access.ts';
import { Instant, Text } from './common.ts';
import { action, notice } from './event.ts';
import { route } from './route.ts';
import { RuleSet, denominators } from './rules.ts';

/** Tán thành · không tán thành · không biểu quyết. */
export const standardChoices = ['for', 'against', 'abstain'] as const;
export const Choice = z.enum(standardChoices);
export type Choice = z.infer<typeof Choice>;

export const pollStates = ['draft', 'open', 'closed', 'void'] as const;
export const PollState = z.enum(pollStates);
export type PollState = z.infer<typeof PollState>;

/** The result with all that it rests on, so that it can be worked out again by hand. */
export const Verdict = z.object({
  carried: z.boolean(),
  counts: z.object({ for: z.number().int(), against: z.number().int(), abstain: z.number().int() }),
  notVoted: z.number().int(),
  /** All voting members of the body when the poll opened. */
  members: z.number().int(),
  /** Those on the roll of the poll: voting members present when it opened. */
  present: z.number().int(),
  quorum: z.object({ needed: z.number().int(), reached: z.boolean() }),
  denominator: z.object({ kind: z.enum(denominators), size: z.number().int() }),
  needed: z.number().int(),
  /** Set when as many were for as against: how the tie rule fell, and on which side the chair stood. */
  tie: z.object({ rule: RuleSet.shape.tie, chairChoice: Choice.nullable() }).nullable(),
  /** What decided: the count reached or missed what was needed, the tie rule, or no quorum. */
  decidedBy: z.enum(['majority', 'tie_rule', 'no_quorum']),
  ruleSet: RuleSet,
});
export type Verdict = z.infer<typeof Verdict>;

export const Receipt = z.object({
  pollId: Id,
  choice: Choice,
  castAt: Instant,
  /** SHA-256 of the ledger entry, hex. */
  entryHash: z.string().regex(/^[0-9a-f]{64}$/),
});
export type Receipt = z.infer<typeof Receipt>;

export const NamedBallot = z.object({
  personId: Id,
  fullName: z.string(),
  office: z.string(),
  /** Null for someone on the roll who did not vote. */
  choice: Choice.nullable(),
});
export type NamedBallot = z.infer<typeof NamedBallot>;
export const Poll = z.object({
  id: Id,
  meetingId: Id,
  agendaItemId: Id.nullable(),
  /** Counts from 1 in each meeting. */
  number: z.number().int(),
  question: z.string(),
  secrecy: z.literal('open'),
  state: PollState,
  /** The body's rules now for a draft, the frozen ones from opening on. */
  ruleSet: RuleSet,
  openedAt: Instant.nullable(),
  closedAt: Instant.nullable(),
  voidReason: z.string().nullable(),
  /** On the roll, and how many of them have voted. Zero before opening. */
  voters: z.number().int(),
  cast: z.number().int(),
  /** From closing on. */
  verdict: Verdict.nullable(),
  /** Each member's choice, as it is an open vote; from closing on. */
  ballots: z.array(NamedBallot).nullable(),
});
export type Poll = z.infer<typeof Poll>;
/** A poll as the caller sees it. */
export const MyPoll = Poll.extend({ mayVote: z.boolean(), myReceipt: Receipt.nullable() });
export type MyPoll = z.infer<typeof MyPoll>;

export const PollDraft = z.object({ question: Text, agendaItemId: Id.nullable() });
const meetingParams = z.object({ meetingId: Id });
const pollParams = z.object({ meetingId: Id, pollId: Id });
const runners = [...staff, 'meeting:chair'] as const;

export const listPolls = route({
  method: 'GET',
  path: '/api/meetings/:meetingId/polls',
  summary: 'The polls of a meeting; members see drafts only from opening on',
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
  summary: 'Change a poll that has not been opened',
  who: runners,
  params: pollParams,
  body: PollDraft,
  response: MyPoll,
});
export const openPoll = route({
  method: 'POST',
  path: '/api/meetings/:meetingId/polls/:pollId/open',
  summary: 'Open a poll: freezes roll, quorum, rules and wording',
  who: runners,
  params: pollParams,
  response: MyPoll,
});
export const closePoll = route({
  method: 'POST',
  path: '/api/meetings/:meetingId/polls/:pollId/close',
  summary: 'Close a poll and work out the verdict',
  who: runners,
  params: pollParams,
  response: MyPoll,
});
export const voidPoll = route({
  method: 'POST',
  path: '/api/meetings/:meetingId/polls/:pollId/void',
  summary: 'Declare a poll void, with a reason; its record stays',
  who: runners,
  params: pollParams,
  body: z.object({ reason: Text }),
  response: MyPoll,
});
export const getTurnout = route({
  method: 'GET',
  path: '/api/meetings/:meetingId/polls/:pollId/turnout',
  summary: 'Who on the roll has voted and who has not; never how',
  who: runners,
  params: pollParams,
  response: z.object({
    items: z.array(z.object({ personId: Id, fullName: z.string(), voted: z.boolean() })),
  }),
});

export const castBallot = action({
  name: 'poll:cast',
  summary: 'Vote. Acknowledged only when the ballot is durable',
  who: ['meeting:chair', 'meeting:member'],
  request: z.object({ meetingId: Id, pollId: Id, choice: Choice }),
  response: z.object({ receipt: Receipt }),
});
export const pollChanged = notice({
  name: 'poll:changed',
  summary: 'A poll was opened, closed, changed or declared void; with all that everyone may see',
  data: Poll,
});
export const pollProgress = notice({
  name: 'poll:progress',
  summary: 'How many have voted so far',
  data: z.object({ meetingId: Id, pollId: Id, cast: z.number().int(), voters: z.number().int() }),
});
