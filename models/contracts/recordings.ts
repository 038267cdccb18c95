import { z } from 'zod';
import { Id } from '../ids.ts';
import { inHall, runners, staff } from './access.ts';
import { Done, Instant, listOf } from './common.ts';
import { action, notice } from './event.ts';
import { fileRoute, route } from './route.ts';

/** `finishing` while the streams are put together into one file. */
export const recordingStates = ['running', 'finishing', 'ready', 'failed', 'deleted'] as const;
export const RecordingState = z.enum(recordingStates);
export type RecordingState = z.infer<typeof RecordingState>;

/** Why a recording ended though nobody ended it, and the meeting went on. */
export const recordingEndings = ['disk_full', 'unwritable', 'idle', 'media_missing'] as const;
export const RecordingEnding = z.enum(recordingEndings);
export type RecordingEnding = z.infer<typeof RecordingEnding>;

/** Why there is no file of a recording. */
export const recordingFailures = [
  'disk_full',
  'recorder_missing',
  'nothing_recorded',
  'unreadable',
] as const;
export const RecordingFailure = z.enum(recordingFailures);
export type RecordingFailure = z.infer<typeof RecordingFailure>;

export const Recording = z.object({
  id: Id,
  meetingId: Id,
  state: RecordingState,
  startedAt: Instant,
  endedAt: Instant.nullable(),
  startedByName: z.string(),
  /** Of the finished file. */
  seconds: z.number().nullable(),
  bytes: z.number().int().nullable(),
  /** When it deletes itself, by the retention setting of the server. */
  deleteAt: Instant.nullable(),
  endedBecause: RecordingEnding.nullable(),
  failure: RecordingFailure.nullable(),
});
export type Recording = z.infer<typeof Recording>;

/** Who spoke from when to when, in seconds from the start of the file. */
export const TimelineEntry = z.object({
  personId: Id,
  fullName: z.string(),
  office: z.string(),
  from: z.number(),
  to: z.number(),
});
export type TimelineEntry = z.infer<typeof TimelineEntry>;

/** Time that is not in the file: nobody was in the room, or the server was away. Both in seconds. */
export const RecordingGap = z.object({
  /** From the start of the file. */
  at: z.number(),
  /** How long nothing was recorded. */
  seconds: z.number(),
});
export type RecordingGap = z.infer<typeof RecordingGap>;
const RecordingNow = z.object({
  since: Instant.nullable(),
  /** Nothing is written before the first sound or picture comes. */
  waiting: z.boolean(),
});

const recordingParams = z.object({ recordingId: Id });
const meetingParams = z.object({ meetingId: Id });

export const listRecordings = route({
  method: 'GET',
  path: '/api/meetings/:meetingId/recordings',
  summary: 'Recordings of a meeting, the newest first',
  who: runners,
  params: meetingParams,
  response: listOf(Recording),
});
export const getRecordingNow = route({
  method: 'GET',
  path: '/api/meetings/:meetingId/recording-now',
  summary: 'Whether the meeting is being recorded; everyone in it may know',
  who: inHall,
  params: meetingParams,
  response: RecordingNow,
});
export const getRecordingTimeline = route({
  method: 'GET',
  path: '/api/recordings/:recordingId/timeline',
  summary: 'Who spoke when in a recording, and what is not in it',
  who: staff,
  params: recordingParams,
  response: listOf(TimelineEntry).extend({ gaps: z.array(RecordingGap) }),
});
/**
 * Answers with the file itself and not with JSON, whole or the range that is asked for. Of a recording that failed it
 * is an archive of all that was written.
 */
export const recordingFile = fileRoute({
  path: '/api/recordings/:recordingId/file',
  summary:
    'The file of a recording, whole or a range of it; of one that failed all that was written',
  who: staff,
  params: recordingParams,
});
export const deleteRecording = route({
  method: 'DELETE',
  path: '/api/recordings/:recordingId',
  summary: 'Delete the file of a recording for good; that it existed stays on record',
  who: staff,
  params: recordingParams,
  response: Recording,
});
export const startRecording = action({
  name: 'recording:start',
  summary: 'Record what the room sees and hears from now on',
  who: runners,
  request: meetingParams,
  response: Recording,
});
export const stopRecording = action({
  name: 'recording:stop',
  summary: 'Stop recording and make the file',
  who: runners,
  request: meetingParams,
  response: Done,
});
/** To all in the meeting. */
export const recordingNow = notice({
  name: 'recording:now',
  summary: 'Recording began, waits, goes on or ended',
  data: RecordingNow.extend({ meetingId: Id }),
});
/** To the chair and the staff. */
export const recordingChanged = notice({
  name: 'recording:changed',
  summary: 'A recording of the meeting is in another state; read the list again',
  data: z.object({ meetingId: Id, recordingId: Id, state: RecordingState }),
});
