import {
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import type { AttendanceSettings } from '../contracts/attendance-settings.ts';
import {
  bodyRoles,
  checkInsByHand,
  meetingKinds,
  meetingStates,
  participantRoles,
  screenViews,
} from '../contracts/meetings.ts';
import type { RuleSetDraft } from '../contracts/rules.ts';
import { id, instant, record } from './columns.ts';
import { ofPerson, organisations } from './identity.ts';
import { rooms } from './rooms.ts';

export const bodies = sqliteTable('bodies', {
  ...record(),
  name: text('name').notNull(),
  organisationId: text('organisation_id').references(() => organisations.id),
});

export const ofBody = () => text('body_id').references(() => bodies.id);

export const bodyMembers = sqliteTable(
  'body_members',
  {
    bodyId: ofBody().notNull(),
    personId: ofPerson().notNull(),
    role: text('role', { enum: bodyRoles }).notNull(),
    position: integer('position').notNull(),
    /** What the vote counts where the rules weigh votes. */
    weight: integer('weight').notNull().default(1),
  },
  (table) => [primaryKey({ columns: [table.bodyId, table.personId] })],
);

/** Every version that a body's rules ever had; the highest is in force. */
export const ruleSets = sqliteTable(
  'rule_sets',
  {
    bodyId: ofBody().notNull(),
    version: integer('version').notNull(),
    rules: text('rules', { mode: 'json' }).$type<RuleSetDraft>().notNull(),
    createdAt: instant('created_at').notNull(),
    createdBy: ofPerson('created_by'),
  },
  (table) => [primaryKey({ columns: [table.bodyId, table.version] })],
);

/** How the roll of a body is taken; a body without a row has the defaults. */
export const attendanceSettings = sqliteTable('attendance_settings', {
  bodyId: ofBody().primaryKey(),
  settings: text('settings', { mode: 'json' }).$type<AttendanceSettings>().notNull(),
  updatedAt: instant('updated_at').notNull(),
});

export const meetings = sqliteTable(
  'meetings',
  {
    id: id(),
    revision: integer('revision').notNull().default(0),
    bodyId: ofBody().notNull(),
    title: text('title').notNull(),
    kind: text('kind', { enum: meetingKinds }).notNull(),
    roomId: text('room_id').references(() => rooms.id),
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    state: text('state', { enum: meetingStates }).notNull(),
    currentAgendaItemId: text('current_agenda_item_id'),
    currentItemSince: instant('current_item_since'),
    screenView: text('screen_view', { enum: screenViews }).notNull().default('auto'),
    /** What the secretary said of the roll; null: it goes by the times. */
    checkInsByHand: text('check_ins_by_hand', { enum: checkInsByHand }),
    openedAt: instant('opened_at'),
    closedAt: instant('closed_at'),
  },
  (table) => [
    index('meetings_starts_at').on(table.startsAt),
    index('meetings_room').on(table.roomId),
  ],
);

export const ofMeeting = () => text('meeting_id').references(() => meetings.id);

export const agendaItems = sqliteTable(
  'agenda_items',
  {
    id: id(),
    meetingId: ofMeeting().notNull(),
    position: integer('position').notNull(),
    title: text('title').notNull(),
    presenter: text('presenter').notNull(),
    minutes: integer('minutes').notNull(),
    /** Set when the item was taken off; polls may still name it. */
    removedAt: instant('removed_at'),
  },
  (table) => [index('agenda_items_meeting').on(table.meetingId)],
);

export const participants = sqliteTable(
  'participants',
  {
    meetingId: ofMeeting().notNull(),
    personId: ofPerson().notNull(),
    role: text('role', { enum: participantRoles }).notNull(),
    seat: text('seat').notNull(),
    position: integer('position').notNull(),
    /** Six digits for the door, unique in the meeting; good for nothing else. */
    pin: text('pin').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.meetingId, table.personId] }),
    uniqueIndex('participants_pin').on(table.meetingId, table.pin),
    index('participants_person').on(table.personId),
  ],
);
