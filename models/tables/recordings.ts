import { index, integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { recordingEndings, recordingFailures, recordingStates } from '../contracts/recordings.ts';
import { id, instant } from './columns.ts';
import { ofPerson } from './identity.ts';
import { ofMeeting } from './meetings.ts';

/** That a meeting was recorded; the files lie in the data folder under the id. */
export const recordings = sqliteTable(
  'recordings',
  {
    id: id(),
    meetingId: ofMeeting().notNull(),
    state: text('state', { enum: recordingStates }).notNull(),
    startedAt: instant('started_at').notNull(),
    startedBy: ofPerson('started_by').notNull(),
    endedAt: instant('ended_at'),
    endedBecause: text('ended_because', { enum: recordingEndings }),
    /** How often the file was begun to be made. */
    attempts: integer('attempts').notNull().default(0),
    failure: text('failure', { enum: recordingFailures }),
    seconds: real('seconds'),
    bytes: integer('bytes'),
    deletedAt: instant('deleted_at'),
  },
  (table) => [index('recordings_meeting').on(table.meetingId)],
);
