import { index, integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { floorKinds, floorModes, floorStates } from '../contracts/floor.ts';
import { id, instant } from './columns.ts';
import { ofPerson } from './identity.ts';
import { agendaItems, ofMeeting } from './meetings.ts';

/** The rules of the floor of a meeting; no row means those that a meeting begins with. */
export const floors = sqliteTable('floors', {
  meetingId: ofMeeting().primaryKey(),
  mode: text('mode', { enum: floorModes }).notNull(),
  defaultSeconds: integer('default_seconds'),
  version: integer('version').notNull(),
});

/** Every request for the floor that was ever made, and the speech that it became. */
export const floorEntries = sqliteTable(
  'floor_entries',
  {
    id: id(),
    meetingId: ofMeeting().notNull(),
    personId: ofPerson().notNull(),
    kind: text('kind', { enum: floorKinds }).notNull(),
    state: text('state', { enum: floorStates }).notNull(),
    topic: text('topic').notNull(),
    agendaItemId: text('agenda_item_id').references(() => agendaItems.id),
    place: real('place').notNull(),
    askedAt: instant('asked_at').notNull(),
    allottedSeconds: integer('allotted_seconds'),
    spokenMs: integer('spoken_ms').notNull(),
    since: instant('since'),
    startedAt: instant('started_at'),
    endedAt: instant('ended_at'),
  },
  (table) => [index('floor_entries_meeting').on(table.meetingId, table.state)],
);
