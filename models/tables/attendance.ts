import { blob, index, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { attendanceStates, checkInMethods } from '../contracts/attendance.ts';
import { id, instant } from './columns.ts';
import { devices, people } from './identity.ts';
import { meetings } from './meetings.ts';

const change = () => ({
  meetingId: text('meeting_id')
    .notNull()
    .references(() => meetings.id),
  personId: text('person_id')
    .notNull()
    .references(() => people.id),
  state: text('state', { enum: attendanceStates }).notNull(),
  method: text('method', { enum: checkInMethods }).notNull(),
  score: real('score'),
  deviceId: text('device_id').references(() => devices.id),
  /** Who corrected it by hand. */
  byPersonId: text('by_person_id').references(() => people.id),
  reason: text('reason'),
  at: instant('at').notNull(),
});

/** The present state of each participant; no row means not yet. */
export const attendance = sqliteTable('attendance', change(), (table) => [
  primaryKey({ columns: [table.meetingId, table.personId] }),
]);

/** Every change that led there, append-only. */
export const attendanceChanges = sqliteTable(
  'attendance_changes',
  { id: id(), ...change() },
  (table) => [index('attendance_changes_meeting').on(table.meetingId, table.personId)],
);

export const faceConsents = sqliteTable(
  'face_consents',
  {
    id: id(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    textVersion: text('text_version').notNull(),
    givenAt: instant('given_at').notNull(),
    withdrawnAt: instant('withdrawn_at'),
  },
  (table) => [index('face_consents_person').on(table.personId)],
);

/** Templates only, never a picture; sealed with a key that is not in the database. */
export const faceTemplates = sqliteTable(
  'face_templates',
  {
    id: id(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    embedder: text('embedder').notNull(),
    embedderVersion: text('embedder_version').notNull(),
    keyId: text('key_id').notNull(),
    /** AES-256-GCM: nonce, tag and ciphertext in one. */
    sealed: blob('sealed', { mode: 'buffer' }).notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [index('face_templates_person').on(table.personId)],
);
