import { index, integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { recordingEndings, recordingFailures, recordingStates } from '../contracts/recordings.ts';
import { id, instant } from './columns.ts';
import { people } from './identity.ts';
import { meetings } from './meetings.ts';

/** That a meeting was recorded; the files lie in the data folder under the id. */
export const recordings = sqliteTable(
  'recordings',
  {
    id: id(),
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetings.id),
    state: text('state', { enum: recordingStates }).notNull(),
    startedAt: instant('started_at').notNull(),
    startedBy: text('started_by')
      .notNull()
      .references(() => people.id),
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
