import { z } from 'zod';
import { Id } from '../ids.ts';
import { staff } from './access.ts';
import { Challenge, TurnFrames, TurnRefusal } from './challenge.ts';
import { Done, Instant, listOf } from './common.ts';
import { action, notice } from './event.ts';
import { FaceHint, Frame } from './face.ts';
import { route } from './route.ts';

// Whether someone online is there: their face before they join, and being asked again while the meeting runs

/** Before joining · when asked again. */
export const presenceOccasions = ['entry', 'recheck'] as const;
export const PresenceOccasion = z.enum(presenceOccasions);
export type PresenceOccasion = z.infer<typeof PresenceOccasion>;
/** `different`: a face that is not the person's own; `missed`: asked, and no answer in time. */
export const presenceOutcomes = ['confirmed', 'different', 'skipped', 'missed'] as const;
export const presenceWays = ['face', 'button'] as const;

/** So long before it is due a person is told that they will be asked, seconds. */
export const announcedBefore = 60;
/** And so long they have to answer from then on, seconds. */
export const answeredWithin = 180;

const PresenceCheck = z.object({
  occasion: PresenceOccasion,
  outcome: z.enum(presenceOutcomes),
  way: z.enum(presenceWays).nullable(),
  at: Instant,
});
/** Without a template, or with one of an earlier recognition model, nobody is asked for a face. */
const FaceReadiness = z.enum(['ready', 'not_enrolled', 'outdated', 'unavailable']);
export const MyPresence = z.object({
  /** Minutes between two questions; 0: never asked. */
  every: z.number().int(),
  /** When the person is asked next; null while they are not. */
  dueAt: Instant.nullable(),
  face: FaceReadiness,
  last: PresenceCheck.nullable(),
});
export type MyPresence = z.infer<typeof MyPresence>;
export const PresenceLine = z.object({
  personId: Id,
  /** What came of it last; null before the first time. */
  last: PresenceCheck.nullable(),
  dueAt: Instant.nullable(),
});
export type PresenceLine = z.infer<typeof PresenceLine>;

const meetingParams = z.object({ meetingId: Id });
const takesPart = ['meeting:chair', 'meeting:member', 'meeting:guest'] as const;

export const getMyPresence = route({
  method: 'GET',
  path: '/api/meetings/:meetingId/presence/mine',
  summary:
    'Whether the own face can be used here, and when the person is next asked whether they are there',
  who: takesPart,
  params: meetingParams,
  response: MyPresence,
});
export const listPresence = route({
  method: 'GET',
  path: '/api/meetings/:meetingId/presence',
  summary: 'What came of asking those who are online whether they are there; no vote depends on it',
  who: staff,
  params: meetingParams,
  response: listOf(PresenceLine),
});

export const OnlineFaceResult = z.discriminatedUnion('outcome', [
  /** `present`: on the roll as online; else it is evidence, and joining marks the person present. */
  z.object({ outcome: z.literal('confirmed'), at: Instant, present: z.boolean() }),
  z.object({ outcome: z.literal('look_again'), hints: z.array(FaceHint) }),
  /** Not the face of the person who is signed in. Joining and voting stay open. */
  z.object({ outcome: z.literal('different') }),
  /** The head is to be turned, as the challenge says. */
  z.object({ outcome: z.literal('challenge'), challenge: Challenge }),
  z.object({
    outcome: z.literal('not_turned'),
    reason: TurnRefusal,
    triesLeft: z.number().int(),
  }),
  /** Turned in vain too often: for some minutes only the ways without a face are left. */
  z.object({ outcome: z.literal('other_way') }),
]);
export type OnlineFaceResult = z.infer<typeof OnlineFaceResult>;

export const checkOwnFace = action({
  name: 'presence:face',
  summary:
    'Compare a few frames with the own template; before joining this marks the caller present online, later it answers the question whether they are there',
  who: takesPart,
  request: z.object({
    meetingId: Id,
    occasion: PresenceOccasion,
    frames: z.array(Frame).min(1).max(5),
  }),
  response: OnlineFaceResult,
});
export const answerOwnTurn = action({
  name: 'presence:turn',
  summary: 'Answer the challenge to turn the head; the pictures show it from before the prompt on',
  who: takesPart,
  request: z.object({
    meetingId: Id,
    occasion: PresenceOccasion,
    challengeId: Id,
    frames: TurnFrames,
  }),
  response: OnlineFaceResult,
});
export const answerPresence = action({
  name: 'presence:answer',
  summary:
    'Answer without a face that the person is there, or say that they would rather not, or let it pass',
  who: takesPart,
  request: z.object({ meetingId: Id, answer: z.enum(['here', 'skipped', 'missed']) }),
  response: Done,
});
export const presenceChanged = notice({
  name: 'presence:changed',
  summary: 'Something came of asking someone whether they are there; the staff read it again',
  data: z.object({ meetingId: Id, personId: Id }),
});
