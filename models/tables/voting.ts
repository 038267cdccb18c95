import { integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { RuleSet } from '../contracts/rules.ts';
import { pollStates, standardChoices, type Verdict } from '../contracts/voting.ts';
import { id, instant } from './columns.ts';
import { people } from './identity.ts';
import { agendaItems, meetings } from './meetings.ts';

export const polls = sqliteTable(
  'polls',
  {
    id: id(),
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetings.id),
    agendaItemId: text('agenda_item_id').references(() => agendaItems.id),
    number: integer('number').notNull(),
    question: text('question').notNull(),
    secrecy: text('secrecy', { enum: ['open'] }).notNull(),
    state: text('state', { enum: pollStates }).notNull(),
    /** Frozen at opening. */
    ruleSet: text('rule_set', { mode: 'json' }).$type<RuleSet>(),
    /** All voting members of the body at opening. */
    members: integer('members'),
    openedAt: instant('opened_at'),
    closedAt: instant('closed_at'),
    voidReason: text('void_reason'),
    verdict: text('verdict', { mode: 'json' }).$type<Verdict>(),
  },
  (table) => [uniqueIndex('polls_number').on(table.meetingId, table.number)],
);

/** The roll of who may vote, frozen at opening, with the names as they were. */
export const pollVoters = sqliteTable(
  'poll_voters',
  {
    pollId: text('poll_id')
      .notNull()
      .references(() => polls.id),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    fullName: text('full_name').notNull(),
    office: text('office').notNull(),
    isChair: integer('is_chair', { mode: 'boolean' }).notNull(),
    position: integer('position').notNull(),
  },
  (table) => [primaryKey({ columns: [table.pollId, table.personId] })],
);

/** One ballot for each voter and poll: the key forbids a second one. */
export const ballots = sqliteTable(
  'ballots',
  {
    pollId: text('poll_id')
      .notNull()
      .references(() => polls.id),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    choice: text('choice', { enum: standardChoices }).notNull(),
    castAt: instant('cast_at').notNull(),
    entryHash: text('entry_hash').notNull(),
  },
  (table) => [primaryKey({ columns: [table.pollId, table.personId] })],
);

/** What happened in each poll, append-only; each entry holds the hash of the one before. */
export const ledgerEntries = sqliteTable(
  'ledger_entries',
  {
    pollId: text('poll_id')
      .notNull()
      .references(() => polls.id),
    /** Counts from 0 in each poll. */
    sequence: integer('sequence').notNull(),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull().unique(),
    /** Canonical JSON, exactly the bytes that were hashed. */
    entry: text('entry').notNull(),
  },
  (table) => [primaryKey({ columns: [table.pollId, table.sequence] })],
);
