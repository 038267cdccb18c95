import { sql } from 'drizzle-orm';
import type { Db } from '../platform/database.ts';

/** A row as it lies in the file, whatever someone wrote there. */
export type RawRow = Readonly<Record<string, unknown>>;

/** All rows of a poll, seen at one moment. */
export interface RawPoll {
  entries: RawRow[];
  signatures: RawRow[];
  polls: RawRow[];
  voters: RawRow[];
  ballots: RawRow[];
  secretBallots: RawRow[];
  participations: RawRow[];
  enteredBallots: RawRow[];
  election: RawElection;
}

/** All rows of the election of a verifiable poll. */
export interface RawElection {
  elections: RawRow[];
  trustees: RawRow[];
  registrations: RawRow[];
  credentials: RawRow[];
  ballots: RawRow[];
  /** In the order of the record. */
  events: RawRow[];
}

/** Without the readers' idea of what a column holds: what was changed by hand may not be of that kind any more. */
export async function readRawPoll(db: Db, pollId: string): Promise<RawPoll> {
  return db.transaction((tx) => ({
    entries: tx.all(
      sql`select * from ledger_entries where ledger_id = ${pollId} order by sequence`,
    ),
    signatures: tx.all(sql`select * from ledger_signatures where ledger_id = ${pollId}`),
    polls: tx.all(sql`select * from polls where id = ${pollId}`),
    voters: tx.all(sql`select * from poll_voters where poll_id = ${pollId}`),
    ballots: tx.all(sql`select * from ballots where poll_id = ${pollId}`),
    secretBallots: tx.all(sql`select * from secret_ballots where poll_id = ${pollId}`),
    participations: tx.all(sql`select * from participations where poll_id = ${pollId}`),
    enteredBallots: tx.all(sql`select * from ballot_entries where poll_id = ${pollId}`),
    election: {
      elections: tx.all(sql`select * from elections where poll_id = ${pollId}`),
      trustees: tx.all(
        sql`select * from election_trustees where poll_id = ${pollId} order by place`,
      ),
      registrations: tx.all(sql`select * from election_registrations where poll_id = ${pollId}`),
      credentials: tx.all(
        sql`select * from election_credentials where poll_id = ${pollId} order by credential`,
      ),
      ballots: tx.all(
        sql`select * from election_ballots where poll_id = ${pollId} order by credential, round`,
      ),
      events: tx.all(sql`select * from election_events where poll_id = ${pollId} order by height`),
    },
  }));
}

/** Every poll that any table, ledger or trace knows of; ledgers of slips are not among them. */
export async function readPollIds(db: Db): Promise<string[]> {
  const rows = db.all<{ id: unknown }>(sql`
    select id from polls
    union select poll_id from poll_voters union select poll_id from ballots
    union select poll_id from secret_ballots union select poll_id from participations
    union select poll_id from elections union select poll_id from election_trustees
    union select poll_id from election_registrations union select poll_id from election_credentials
    union select poll_id from election_ballots union select poll_id from election_events
    union select details ->> 'pollId' from audit_entries where action = 'poll.opened'
    union select ledger_id from ledger_entries where ledger_id not in (
      select ledger_id from ledger_entries where sequence = 0 and entry like '%"type":"slip%')
    union select ledger_id from ledger_signatures where ledger_id not in (
      select ledger_id from ledger_entries where sequence = 0 and entry like '%"type":"slip%')`);
  return rows.flatMap(({ id }) => (typeof id === 'string' ? [id] : []));
}
