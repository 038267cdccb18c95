import { primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { doorModes } from '../contracts/admission.ts';
import { instant } from './columns.ts';
import { ofPerson } from './identity.ts';
import { ofMeeting } from './meetings.ts';

/** The door of a meeting's online room; no row means open. */
export const doors = sqliteTable('doors', {
  meetingId: ofMeeting().primaryKey(),
  mode: text('mode', { enum: doorModes }).notNull(),
});

/** How it stands with each who came to the door. */
export const admissions = sqliteTable(
  'admissions',
  {
    meetingId: ofMeeting().notNull(),
    personId: ofPerson().notNull(),
    state: text('state', { enum: ['inside', 'waiting', 'declined', 'removed'] }).notNull(),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.meetingId, table.personId] })],
);
