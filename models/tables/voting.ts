import {
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import type { BallotPaper, Marks } from '../contracts/ballots.ts';
import { type RuleSet, type RuleSetDraft, secrecies } from '../contracts/rules.ts';
import type { Verdict } from '../contracts/verdict.ts';
import type { TrusteesDraft } from '../contracts/trustees.ts';
import { linkKinds, pollStates, reveals } from '../contracts/voting.ts';
import { id, instant } from './columns.ts';
import { ofPerson } from './identity.ts';
import { agendaItems, ofMeeting } from './meetings.ts';
import { enteredForThem, onRoll } from './roll-columns.ts';

export const polls = sqliteTable(
  'polls',
  {
    id: id(),
    meetingId: ofMeeting().notNull(),
    agendaItemId: text('agenda_item_id').references(() => agendaItems.id),
    number: integer('number').notNull(),
    /** Counts the edits of the draft. */
    revision: integer('revision').notNull().default(0),
    /** In the order of the meeting; equal ones by number. */
    position: integer('position').notNull().default(0),
    question: text('question').notNull(),
    paper: text('paper', { mode: 'json' }).$type<BallotPaper>().notNull(),
    secrecy: text('secrecy', { enum: secrecies }).notNull(),
    binding: integer('binding', { mode: 'boolean' }).notNull().default(true),
    reveal: text('reveal', { enum: reveals }).notNull().default('closing'),
    linkKind: text('link_kind', { enum: linkKinds }),
    linkedPollId: text('linked_poll_id'),
    /** Of a draft with rules of its own. */
    ownRules: text('own_rules', { mode: 'json' }).$type<RuleSetDraft>(),
    ownRulesReason: text('own_rules_reason'),
    /** Who keep the key of a verifiable secret poll; null where the server is trusted. */
    trustees: text('trustees', { mode: 'json' }).$type<TrusteesDraft>(),
    state: text('state', { enum: pollStates }).notNull(),
    /** Frozen at opening. */
    ruleSet: text('rule_set', { mode: 'json' }).$type<RuleSet>(),
    /** All voting members of the body at opening, and the sum of their weights. */
    members: integer('members'),
    membersWeight: integer('members_weight'),
    /** Members present at opening. */
    present: integer('present'),
    openedAt: instant('opened_at'),
    endsAt: instant('ends_at'),
    closedAt: instant('closed_at'),
    announcedAt: instant('announced_at'),
    voidReason: text('void_reason'),
    verdict: text('verdict', { mode: 'json' }).$type<Verdict>(),
  },
  (table) => [uniqueIndex('polls_number').on(table.meetingId, table.number)],
);

export const ofPoll = () => text('poll_id').references(() => polls.id);

/** The roll of who may vote, frozen at opening, with the names as they were. */
export const pollVoters = sqliteTable(
  'poll_voters',
  {
    pollId: ofPoll().notNull(),
    ...onRoll(),
    /** Who votes for them, by delegation; null for who votes in person. */
    castBy: ofPerson('cast_by'),
    /** Why they came on the roll after opening. */
    addedReason: text('added_reason'),
  },
  (table) => [primaryKey({ columns: [table.pollId, table.personId] })],
);

/**
 * Ballots of open polls: one for each voter, and where the rules allow changes each change beside it; the last counts.
 * The key forbids a second ballot.
 */
export const ballots = sqliteTable(
  'ballots',
  {
    pollId: ofPoll().notNull(),
    personId: ofPerson().notNull(),
    /** 0 for the ballot itself, then counts its changes. */
    change: integer('change').notNull().default(0),
    marks: text('marks', { mode: 'json' }).$type<Marks>().notNull(),
    castAt: instant('cast_at').notNull(),
    castBy: ofPerson('cast_by').notNull(),
    enteredBy: ofPerson('entered_by'),
    confirmedBy: ofPerson('confirmed_by'),
    sequence: integer('sequence').notNull(),
    entryHash: text('entry_hash').notNull(),
  },
  (table) => [primaryKey({ columns: [table.pollId, table.personId, table.change] })],
);

/**
 * Ballots of secret polls: without voter, time or order. The table has no row numbers (its rows lie in the order of
 * their random ids), so that even the file does not tell which came first.
 */
export const secretBallots = sqliteTable(
  'secret_ballots',
  {
    pollId: ofPoll().notNull(),
    /** Random, never made from time. */
    ballotId: text('ballot_id').notNull(),
    marks: text('marks', { mode: 'json' }).$type<Marks>().notNull(),
    weight: integer('weight').notNull(),
  },
  (table) => [primaryKey({ columns: [table.pollId, table.ballotId] })],
);

/** Who has given a secret ballot; kept apart from the ballots. */
export const participations = sqliteTable(
  'participations',
  {
    pollId: ofPoll().notNull(),
    personId: ofPerson().notNull(),
    sequence: integer('sequence').notNull(),
    entryHash: text('entry_hash').notNull(),
  },
  (table) => [primaryKey({ columns: [table.pollId, table.personId] })],
);

/** Ballots of members without a device, until a second person has confirmed or refused them. */
export const ballotEntries = sqliteTable(
  'ballot_entries',
  {
    id: id(),
    pollId: ofPoll().notNull(),
    personId: ofPerson().notNull(),
    marks: text('marks', { mode: 'json' }).$type<Marks>().notNull(),
    ...enteredForThem(),
  },
  (table) => [index('ballot_entries_poll').on(table.pollId)],
);

/** Who votes for whom in a meeting. */
export const delegations = sqliteTable(
  'delegations',
  {
    id: id(),
    meetingId: ofMeeting().notNull(),
    fromPersonId: ofPerson('from_person_id').notNull(),
    toPersonId: ofPerson('to_person_id').notNull(),
    basis: text('basis').notNull(),
    recordedBy: ofPerson('recorded_by').notNull(),
    recordedAt: instant('recorded_at').notNull(),
    endedBy: ofPerson('ended_by'),
    endedAt: instant('ended_at'),
  },
  (table) => [index('delegations_meeting').on(table.meetingId)],
);

/** What happened in each poll or slip, append-only; each entry holds the hash of the one before. */
export const ledgerEntries = sqliteTable(
  'ledger_entries',
  {
    /** Of the poll or slip. */
    ledgerId: text('ledger_id').notNull(),
    /** Counts from 0 in each ledger. */
    sequence: integer('sequence').notNull(),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull().unique(),
    /** Canonical JSON, exactly the bytes that were hashed. */
    entry: text('entry').notNull(),
  },
  (table) => [primaryKey({ columns: [table.ledgerId, table.sequence] })],
);

/** The server's signatures under ledgers, at closing and whatever comes after. */
export const ledgerSignatures = sqliteTable(
  'ledger_signatures',
  {
    ledgerId: text('ledger_id').notNull(),
    sequence: integer('sequence').notNull(),
    hash: text('hash').notNull(),
    keyId: text('key_id').notNull(),
    publicKey: text('public_key').notNull(),
    signedAt: instant('signed_at').notNull(),
    signature: text('signature').notNull(),
  },
  (table) => [primaryKey({ columns: [table.ledgerId, table.sequence] })],
);
