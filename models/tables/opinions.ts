import {
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import { slipFileKinds } from '../contracts/opinions-acts.ts';
import { type ItemAnswer, type SlipItem, slipStates } from '../contracts/opinions.ts';
import type { RuleSet } from '../contracts/rules.ts';
import type { Verdict } from '../contracts/verdict.ts';
import { id, instant } from './columns.ts';
import { ofPerson } from './identity.ts';
import { ofBody, ofMeeting } from './meetings.ts';
import { enteredForThem, onRoll } from './roll-columns.ts';

/** An answer to an item as it is kept: with the salt of its seal in the ledger. */
export interface KeptAnswer extends ItemAnswer {
  salt: string;
}

export const opinionSlips = sqliteTable(
  'opinion_slips',
  {
    id: id(),
    revision: integer('revision').notNull().default(0),
    bodyId: ofBody().notNull(),
    /** Given at sending, counted in each body and year. */
    number: integer('number'),
    year: integer('year'),
    title: text('title').notNull(),
    grounds: text('grounds').notNull(),
    items: text('items', { mode: 'json' }).$type<SlipItem[]>().notNull(),
    /** Null for all members. */
    chosen: text('chosen', { mode: 'json' }).$type<string[]>(),
    deadline: instant('deadline').notNull(),
    reminders: text('reminders', { mode: 'json' }).$type<number[]>().notNull(),
    notSecret: integer('not_secret', { mode: 'boolean' }).notNull(),
    state: text('state', { enum: slipStates }).notNull(),
    /** Frozen at sending. */
    ruleSet: text('rule_set', { mode: 'json' }).$type<RuleSet>(),
    /** All voting members of the body at sending, and the sum of their weights. */
    members: integer('members'),
    membersWeight: integer('members_weight'),
    createdAt: instant('created_at').notNull(),
    createdBy: ofPerson('created_by').notNull(),
    sentAt: instant('sent_at'),
    closedAt: instant('closed_at'),
    extendReason: text('extend_reason'),
    withdrawReason: text('withdraw_reason'),
    remindedAt: instant('reminded_at'),
    /** By key of the item. */
    verdicts: text('verdicts', { mode: 'json' }).$type<Record<number, Verdict>>(),
    /** The session on whose agenda the result stands. */
    meetingId: ofMeeting(),
  },
  (table) => [
    uniqueIndex('opinion_slips_number').on(table.bodyId, table.year, table.number),
    index('opinion_slips_state').on(table.state),
  ],
);

const ofSlip = () => text('slip_id').references(() => opinionSlips.id);

/** Who was asked, frozen at sending, with the names as they were. */
export const opinionRecipients = sqliteTable(
  'opinion_recipients',
  {
    slipId: ofSlip().notNull(),
    ...onRoll(),
  },
  (table) => [
    primaryKey({ columns: [table.slipId, table.personId] }),
    index('opinion_recipients_person').on(table.personId),
  ],
);

/** Every version of every answer; the last one counts. */
export const opinionAnswers = sqliteTable(
  'opinion_answers',
  {
    slipId: ofSlip().notNull(),
    personId: ofPerson().notNull(),
    /** 0 for the first, then counts its changes. */
    change: integer('change').notNull(),
    answers: text('answers', { mode: 'json' }).$type<KeptAnswer[]>().notNull(),
    answeredAt: instant('answered_at').notNull(),
    /** Of an answer on paper: who entered it, who confirmed that, and its scan. */
    enteredBy: ofPerson('entered_by'),
    confirmedBy: ofPerson('confirmed_by'),
    scanId: text('scan_id'),
    sequence: integer('sequence').notNull(),
    entryHash: text('entry_hash').notNull(),
  },
  (table) => [primaryKey({ columns: [table.slipId, table.personId, table.change] })],
);

/** Answers on paper until a second person has confirmed or refused them. */
export const opinionEntries = sqliteTable(
  'opinion_entries',
  {
    id: id(),
    slipId: ofSlip().notNull(),
    personId: ofPerson().notNull(),
    answers: text('answers', { mode: 'json' }).$type<ItemAnswer[]>().notNull(),
    scanId: text('scan_id').notNull(),
    ...enteredForThem(),
  },
  (table) => [index('opinion_entries_slip').on(table.slipId)],
);

/** What lies in the folder of files, by the id. */
export const opinionFiles = sqliteTable(
  'opinion_files',
  {
    id: id(),
    slipId: ofSlip().notNull(),
    kind: text('kind', { enum: slipFileKinds }).notNull(),
    name: text('name').notNull(),
    type: text('type').notNull(),
    size: integer('size').notNull(),
    sha256: text('sha256').notNull(),
    addedBy: ofPerson('added_by').notNull(),
    addedAt: instant('added_at').notNull(),
  },
  (table) => [index('opinion_files_slip').on(table.slipId)],
);

/** Which of the planned reminders went out. */
export const opinionReminders = sqliteTable(
  'opinion_reminders',
  {
    slipId: ofSlip().notNull(),
    /** Before the deadline. */
    hours: integer('hours').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.slipId, table.hours] })],
);
