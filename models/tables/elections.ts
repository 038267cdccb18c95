import {
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import { electionPhases } from '../contracts/elections.ts';
import { instant } from './columns.ts';
import { ofPerson } from './identity.ts';
import { ofPoll } from './voting.ts';

/** One for each poll with trustees; texts are JSON of the Belenios specification, to the byte. */
export const elections = sqliteTable('elections', {
  pollId: ofPoll().primaryKey(),
  uuid: text('uuid').notNull(),
  phase: text('phase', { enum: electionPhases }).notNull(),
  /** How many trustees must decrypt; null: all. */
  needed: integer('needed'),
  /** What the trustees made, once the key is whole. */
  trustees: text('trustees'),
  /** Frozen at opening. */
  election: text('election'),
  credentials: text('credentials'),
  fingerprint: text('fingerprint'),
  openedAt: instant('opened_at'),
  /** The sum of all ballots, from closing on, and how many ballots it holds. */
  tally: text('tally'),
  tallied: integer('tallied'),
});

/** What each trustee sent, as it came; nothing of it is secret to the server, or it is sealed. */
export const electionTrustees = sqliteTable(
  'election_trustees',
  {
    pollId: ofPoll().notNull(),
    place: integer('place').notNull(),
    personId: ofPerson().notNull(),
    key: text('key'),
    certificate: text('certificate'),
    polynomial: text('polynomial'),
    share: text('share'),
    decryption: text('decryption'),
  },
  (table) => [primaryKey({ columns: [table.pollId, table.place] })],
);

/** Who has made a credential, and not which. Without row numbers, so that no order can be compared. */
export const electionRegistrations = sqliteTable(
  'election_registrations',
  { pollId: ofPoll().notNull(), personId: ofPerson().notNull() },
  (table) => [primaryKey({ columns: [table.pollId, table.personId] })],
);

/** Public credentials: without person, time or order. At opening all are written anew, in order of their digits. */
export const electionCredentials = sqliteTable(
  'election_credentials',
  { pollId: ofPoll().notNull(), credential: text('credential').notNull() },
  (table) => [primaryKey({ columns: [table.pollId, table.credential] })],
);

/** Ballots while people vote: without person, time or order among voters. They move to the record at closing. */
export const electionBallots = sqliteTable(
  'election_ballots',
  {
    pollId: ofPoll().notNull(),
    credential: text('credential').notNull(),
    /** Counts the ballots of one credential from 0; the last counts. */
    round: integer('round').notNull(),
    tracker: text('tracker').notNull(),
    ballot: text('ballot').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.pollId, table.credential, table.round] }),
    uniqueIndex('election_ballots_tracker').on(table.pollId, table.tracker),
  ],
);

/** The public record, append-only: events of the archive with their data. */
export const electionEvents = sqliteTable(
  'election_events',
  {
    pollId: ofPoll().notNull(),
    height: integer('height').notNull(),
    type: text('type').notNull(),
    data: text('data', { mode: 'json' }).$type<string[]>().notNull(),
    /** Of a ballot. */
    tracker: text('tracker'),
  },
  (table) => [
    primaryKey({ columns: [table.pollId, table.height] }),
    index('election_events_tracker').on(table.pollId, table.tracker),
  ],
);
