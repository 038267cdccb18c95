import { z } from 'zod';
import { Id } from '../ids.ts';
import { inMeeting, runners } from './access.ts';
import { Marks } from './ballots.ts';
import { Done, Instant, Revision, Text } from './common.ts';
import { notice } from './event.ts';
import { route } from './route.ts';
import { MyPoll, pollParams } from './voting.ts';

// What those who run a meeting do with its polls.

const PollOpening = z.object({
  /** Of the draft that the caller has read: nobody is asked what the one who opens has not seen. */
  revision: Revision,
  /** Closes by itself so many seconds later; null for not before someone closes it. */
  seconds: z.number().int().min(10).max(86_400).nullable(),
  /** For a poll with trustees: the chair decides to open it although people who are present have no credential. */
  registeredOnly: z.boolean().optional(),
});
export type PollOpening = z.infer<typeof PollOpening>;

export const openPoll = route({
  method: 'POST',
  path: '/api/meetings/:meetingId/polls/:pollId/open',
  summary:
    'Open a poll as it was seen: freezes roll, quorum, rules and wording; not a newer draft (`conflict`)',
  who: runners,
  params: pollParams,
  body: PollOpening,
  response: MyPoll,
});
export const setPollEnd = route({
  method: 'PUT',
  path: '/api/meetings/:meetingId/polls/:pollId/end',
  summary: 'Give an open poll another end, counted from now, or none',
  who: runners,
  params: pollParams,
  body: z.object({ seconds: z.number().int().min(10).max(86_400).nullable() }),
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
export const announcePoll = route({
  method: 'POST',
  path: '/api/meetings/:meetingId/polls/:pollId/announce',
  summary: 'Show everyone the result of a closed poll that waits for it',
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
export const repeatPoll = route({
  method: 'POST',
  path: '/api/meetings/:meetingId/polls/:pollId/repeat',
  summary:
    'Prepare the same poll again, or the second ballot that a tie asks for; linked to the first',
  who: runners,
  params: pollParams,
  response: MyPoll,
});
export const addVoter = route({
  method: 'POST',
  path: '/api/meetings/:meetingId/polls/:pollId/voters',
  summary: 'Put a member who arrived after opening on the roll, by decision of the chair',
  who: runners,
  params: pollParams,
  body: z.object({ personId: Id, reason: Text }),
  response: MyPoll,
});
export const remindVoters = route({
  method: 'POST',
  path: '/api/meetings/:meetingId/polls/:pollId/remind',
  summary: 'Remind those on the roll who have not voted',
  who: runners,
  params: pollParams,
  response: z.object({ reminded: z.number().int() }),
});
/** A ballot that the secretary entered and that a second person has not confirmed yet. */
const PendingEntry = z.object({
  id: Id,
  personId: Id,
  fullName: z.string(),
  marks: Marks,
  enteredBy: z.object({ personId: Id, fullName: z.string() }),
  enteredAt: Instant,
});
export const TurnoutLine = z.object({
  personId: Id,
  fullName: z.string(),
  office: z.string(),
  /** Has a page of the meeting open, on whatever device. */
  connected: z.boolean(),
  voted: z.boolean(),
  /** Who votes for them, by delegation. */
  castBy: z.string().nullable(),
});
export const getTurnout = route({
  method: 'GET',
  path: '/api/meetings/:meetingId/polls/:pollId/turnout',
  summary: 'Who can vote and is ready, who has voted and who has not; never how',
  who: runners,
  params: pollParams,
  response: z.object({
    /** Before opening: who would be on the roll now. */
    items: z.array(TurnoutLine),
    /** Members who are present and not on the roll of the open poll. */
    late: z.array(z.object({ personId: Id, fullName: z.string() })),
    entries: z.array(PendingEntry),
  }),
});
export const enterBallot = route({
  method: 'POST',
  path: '/api/meetings/:meetingId/polls/:pollId/entries',
  summary:
    'Enter the open vote of a member without a device; counts once a second person confirmed it',
  who: runners,
  params: pollParams,
  body: z.object({ personId: Id, marks: Marks }),
  response: Done,
});
export const decideEntry = route({
  method: 'POST',
  path: '/api/meetings/:meetingId/polls/:pollId/entries/:entryId',
  summary: 'Confirm an entered ballot as the second person, or refuse it',
  who: runners,
  params: pollParams.extend({ entryId: Id }),
  body: z.object({ confirmed: z.boolean() }),
  response: Done,
});

/** An authority to vote for an absent member in one meeting (ủy quyền). */
export const Delegation = z.object({
  id: Id,
  from: z.object({ personId: Id, fullName: z.string() }),
  to: z.object({ personId: Id, fullName: z.string() }),
  /** Number and date of the paper, or how it was given. */
  basis: z.string(),
  recordedAt: Instant,
});
export type Delegation = z.infer<typeof Delegation>;
const meetingParams = z.object({ meetingId: Id });
export const listDelegations = route({
  method: 'GET',
  path: '/api/meetings/:meetingId/delegations',
  summary: 'Who votes for whom in a meeting',
  who: inMeeting,
  params: meetingParams,
  response: z.object({ items: z.array(Delegation), most: z.number().int() }),
});
export const addDelegation = route({
  method: 'POST',
  path: '/api/meetings/:meetingId/delegations',
  summary: 'Record that an absent member lets another vote for them',
  who: runners,
  params: meetingParams,
  body: z.object({ fromPersonId: Id, toPersonId: Id, basis: Text }),
  response: Delegation,
});
export const endDelegation = route({
  method: 'DELETE',
  path: '/api/meetings/:meetingId/delegations/:delegationId',
  summary: 'End a delegation; polls that are open keep it',
  who: runners,
  params: meetingParams.extend({ delegationId: Id }),
  response: Done,
});
export const pollReminded = notice({
  name: 'poll:reminded',
  summary: 'Someone who runs the meeting asks the receiver to vote',
  data: z.object({ meetingId: Id, pollId: Id }),
});
export const turnoutChanged = notice({
  name: 'poll:turnout-changed',
  summary: 'Who is ready, entered ballots or delegations changed; for those who run the meeting',
  data: z.object({ meetingId: Id }),
});
