import { blob, index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { attendanceStates, checkInMethods } from '../contracts/attendance.ts';
import { consentWays, deletionReasons } from '../contracts/face.ts';
import { presenceOccasions, presenceOutcomes, presenceWays } from '../contracts/presence.ts';
import { id, instant } from './columns.ts';
import { devices, ofPerson } from './identity.ts';
import { ofMeeting } from './meetings.ts';

const change = () => ({
  meetingId: ofMeeting().notNull(),
  personId: ofPerson().notNull(),
  state: text('state', { enum: attendanceStates }).notNull(),
  method: text('method', { enum: checkInMethods }).notNull(),
  score: real('score'),
  deviceId: text('device_id').references(() => devices.id),
  /** Who corrected it by hand. */
  byPersonId: ofPerson('by_person_id'),
  reason: text('reason'),
  /** How alive the face looked, 0…1; null for other methods and without the model. */
  liveness: real('liveness'),
  /** Whether the turn of the head was asked for and seen. */
  challenged: integer('challenged', { mode: 'boolean' }).notNull().default(false),
  at: instant('at').notNull(),
  /** When a door that had been cut off sent it; null when it came at once. */
  receivedAt: instant('received_at'),
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

/** What came of asking someone online whether they are there; append-only, never the basis of a right. */
export const presenceChecks = sqliteTable(
  'presence_checks',
  {
    id: id(),
    meetingId: ofMeeting().notNull(),
    personId: ofPerson().notNull(),
    occasion: text('occasion', { enum: presenceOccasions }).notNull(),
    outcome: text('outcome', { enum: presenceOutcomes }).notNull(),
    /** Null where nothing was shown or pressed. */
    way: text('way', { enum: presenceWays }),
    score: real('score'),
    liveness: real('liveness'),
    challenged: integer('challenged', { mode: 'boolean' }).notNull().default(false),
    at: instant('at').notNull(),
  },
  (table) => [index('presence_checks_meeting').on(table.meetingId, table.personId)],
);

export const faceConsents = sqliteTable(
  'face_consents',
  {
    id: id(),
    personId: ofPerson().notNull(),
    textVersion: text('text_version').notNull(),
    givenAt: instant('given_at').notNull(),
    /** How consent came: by the person's own hand, or at the desk, by a signed list or another system. */
    way: text('way', { enum: consentWays }).notNull().default('self'),
    /** Where the signed consent can be found when it was not given here; a number or a file name. */
    proof: text('proof'),
    /** Who took it down; null when the person did. */
    takenBy: ofPerson('taken_by'),
    /** On this day the templates go by themselves. */
    retainUntil: instant('retain_until'),
    withdrawnAt: instant('withdrawn_at'),
  },
  (table) => [index('face_consents_person').on(table.personId)],
);

/** Templates only, never a picture; sealed with a key that is not in the database. */
export const faceTemplates = sqliteTable(
  'face_templates',
  {
    id: id(),
    personId: ofPerson().notNull(),
    embedder: text('embedder').notNull(),
    embedderVersion: text('embedder_version').notNull(),
    keyId: text('key_id').notNull(),
    /** AES-256-GCM: nonce, tag and ciphertext in one. */
    sealed: blob('sealed', { mode: 'buffer' }).notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [index('face_templates_person').on(table.personId)],
);

/** That templates were deleted, for good; append-only. Whoever holds the receipt can have it confirmed. */
export const faceDeletions = sqliteTable(
  'face_deletions',
  {
    id: id(),
    /** SHA-256 of the code on the receipt; the code itself is kept by the person alone. */
    codeHash: text('code_hash').notNull().unique(),
    personId: ofPerson().notNull(),
    at: instant('at').notNull(),
    /** How many templates went. */
    deleted: integer('deleted').notNull(),
    because: text('because', { enum: deletionReasons }).notNull(),
  },
  (table) => [index('face_deletions_person').on(table.personId)],
);
