import { primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { doorModes } from '../contracts/admission.ts';
import { instant } from './columns.ts';
import { people } from './identity.ts';
import { meetings } from './meetings.ts';

/** The door of a meeting's online room; no row means open. */
export const doors = sqliteTable('doors', {
  meetingId: text('meeting_id')
    .primaryKey()
    .references(() => meetings.id),
  mode: text('mode', { enum: doorModes }).notNull(),
});

/** How it stands with each who came to the door. */
export const admissions = sqliteTable(
  'admissions',
  {
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetings.id),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    state: text('state', { enum: ['inside', 'waiting', 'declined', 'removed'] }).notNull(),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.meetingId, table.personId] })],
);
