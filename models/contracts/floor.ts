import { z } from 'zod';
import { Id } from '../ids.ts';
import { inHall, inMeeting, runners } from './access.ts';
import { Done, Instant, OptionalLine } from './common.ts';
import { action, notice } from './event.ts';
import { route } from './route.ts';

/**
 * The floor: who asks to speak, who speaks, and for how long. One person speaks at a time; a point of order may
 * interrupt, and the speech goes on after it with the time that was left.
 */

/** Phát biểu · chất vấn · vấn đề về thủ tục. */
export const floorKinds = ['speech', 'question', 'point_of_order'] as const;
export const FloorKind = z.enum(floorKinds);
export type FloorKind = z.infer<typeof FloorKind>;

export const floorStates = [
  'waiting',
  'speaking',
  'interrupted',
  'done',
  'withdrawn',
  'declined',
] as const;
export const FloorState = z.enum(floorStates);
export type FloorState = z.infer<typeof FloorState>;

/** `chaired`: only the chair and whoever has the floor can be heard; `open`: everyone switches their own microphone. */
export const floorModes = ['open', 'chaired'] as const;
const FloorMode = z.enum(floorModes);
export type FloorMode = z.infer<typeof FloorMode>;

export const FloorEntry = z.object({
  id: Id,
  personId: Id,
  kind: FloorKind,
  state: FloorState,
  /** What it is about, as the person wrote it; may be empty. */
  topic: z.string(),
  /** The item that was on when it was asked for. */
  agendaItemId: Id.nullable(),
  /** Orders those who wait, the smallest first; points of order stand before all others. */
  place: z.number(),
  askedAt: Instant,
  /** Time given, extensions included; null without a limit. */
  allottedSeconds: z.number().int().nullable(),
  /** Spoken before `since`. */
  spokenMs: z.number().int(),
  /** Since when the clock runs; null while it stands. */
  since: Instant.nullable(),
  startedAt: Instant.nullable(),
  endedAt: Instant.nullable(),
});
export type FloorEntry = z.infer<typeof FloorEntry>;

/** The state of the floor without its entries. */
const FloorRules = z.object({
  mode: FloorMode,
  /** What a speaker gets unless said otherwise; null without a limit. */
  defaultSeconds: z.number().int().min(10).max(7200).nullable(),
});
export const Floor = FloorRules.extend({
  meetingId: Id,
  /** Grows by one with each change, so that a lost notice is noticed. */
  version: z.number().int(),
  /** Those who speak, are interrupted or wait, in that order; the waiting by `place`. */
  entries: z.array(FloorEntry),
});
export type Floor = z.infer<typeof Floor>;

const meetingParams = z.object({ meetingId: Id });
const entryOf = z.object({ meetingId: Id, entryId: Id });

export const getFloor = route({
  method: 'GET',
  path: '/api/meetings/:meetingId/floor',
  summary: 'Who has the floor and who waits for it',
  who: inHall,
  params: meetingParams,
  response: Floor,
});
export const listSpeeches = route({
  method: 'GET',
  path: '/api/meetings/:meetingId/speeches',
  summary: 'Who spoke when and for how long, in order; for the minutes',
  who: inMeeting,
  params: meetingParams,
  response: z.object({ items: z.array(FloorEntry) }),
});

export const askForFloor = action({
  name: 'floor:ask',
  summary: 'Ask to speak, to question, or raise a point of order; one request of a kind at a time',
  who: ['meeting:chair', 'meeting:member', 'meeting:guest'],
  request: z.object({ meetingId: Id, kind: FloorKind, topic: OptionalLine.default('') }),
  response: FloorEntry,
});
export const withdrawFromFloor = action({
  name: 'floor:withdraw',
  summary: 'Take back the own request, or end the own speech',
  who: ['meeting:chair', 'meeting:member', 'meeting:guest'],
  request: entryOf,
  response: FloorEntry,
});
export const giveFloor = action({
  name: 'floor:give',
  summary: 'Let someone speak: who waits, or anyone in the meeting; the speaker until now ends',
  who: runners,
  request: z.object({
    meetingId: Id,
    to: z.union([z.object({ entryId: Id }), z.object({ personId: Id })]),
    /** Null for no limit; left out, the default of the meeting. */
    seconds: z.number().int().min(10).max(7200).nullable().optional(),
  }),
  response: FloorEntry,
});
export const extendSpeech = action({
  name: 'floor:extend',
  summary: 'Give the speaker more time',
  who: runners,
  request: entryOf.extend({ seconds: z.number().int().min(10).max(3600) }),
  response: FloorEntry,
});
export const endSpeech = action({
  name: 'floor:end',
  summary: 'End a speech; a speech that it had interrupted goes on',
  who: runners,
  request: entryOf,
  response: FloorEntry,
});
export const declineRequest = action({
  name: 'floor:decline',
  summary: 'Take a request off the queue without a speech',
  who: runners,
  request: entryOf,
  response: FloorEntry,
});
export const moveRequest = action({
  name: 'floor:move',
  summary: 'Put a request before another one; null puts it last',
  who: runners,
  request: entryOf.extend({ beforeId: Id.nullable() }),
  response: FloorEntry,
});
export const setFloorRules = action({
  name: 'floor:rules',
  summary: 'Who may be heard, and how long a speech lasts by default',
  who: runners,
  request: FloorRules.extend({ meetingId: Id }),
  response: Done,
});

export const floorChanged = notice({
  name: 'floor:changed',
  summary:
    'The rules of the floor, and the entries that changed; a leap in the version means: read it again',
  data: FloorRules.extend({
    meetingId: Id,
    version: z.number().int(),
    changed: z.array(FloorEntry).max(500),
  }),
});
