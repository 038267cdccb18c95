import { z } from 'zod';
import { Id } from '../ids.ts';
import { inHall, runners, staff } from './access.ts';
import { Done, Instant, listOf } from './common.ts';
import { action, notice } from './event.ts';
import { route } from './route.ts';

/** `finishing` while the streams are put together into one file. */
export const recordingStates = ['running', 'finishing', 'ready', 'failed', 'deleted'] as const;
export const RecordingState = z.enum(recordingStates);
export type RecordingState = z.infer<typeof RecordingState>;

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
});
export type Recording = z.infer<typeof Recording>;

/** Who spoke from when to when, in seconds from the start of the recording. */
export const TimelineEntry = z.object({
  personId: Id,
  fullName: z.string(),
  office: z.string(),
  from: z.number(),
  to: z.number(),
});
export type TimelineEntry = z.infer<typeof TimelineEntry>;

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
  response: z.object({ since: Instant.nullable() }),
});
export const getRecordingTimeline = route({
  method: 'GET',
  path: '/api/recordings/:recordingId/timeline',
  summary: 'Who spoke when in a recording',
  who: staff,
  params: recordingParams,
  response: listOf(TimelineEntry),
});
/** Answers with the file itself and not with JSON, whole or the range that is asked for. */
export const recordingFile = route({
  method: 'GET',
  path: '/api/recordings/:recordingId/file',
  summary: 'The file of a recording, whole or a range of it',
  who: staff,
  params: recordingParams,
  response: z.unknown(),
});
/** Where a browser fetches the file. */
export const recordingFilePath = (recordingId: Id) =>
  recordingFile.path.replace(':recordingId', recordingId);
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
  summary: 'Recording began or ended',
  data: z.object({ meetingId: Id, since: Instant.nullable() }),
});
/** To the chair and the staff. */
export const recordingChanged = notice({
  name: 'recording:changed',
  summary: 'A recording of the meeting is in another state; read the list again',
  data: z.object({ meetingId: Id, recordingId: Id, state: RecordingState }),
});
