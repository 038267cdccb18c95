import { and, asc, count, countDistinct, eq, sql } from 'drizzle-orm';
import type { Id } from '../../models/ids.ts';
import {
  electionBallots,
  electionCredentials,
  electionEvents,
  electionRegistrations,
  electionTrustees,
  elections,
} from '../../models/tables/elections.ts';
import { people } from '../../models/tables/identity.ts';
import { polls } from '../../models/tables/voting.ts';
import type { Db } from '../platform/database.ts';

export type ElectionRow = typeof elections.$inferSelect;
export type TrusteeRow = typeof electionTrustees.$inferSelect & { fullName: string };

/** So many rows that their values stay far below what one statement can bind. */
const rowsAtOnce = 500;

function* portions<Row>(rows: readonly Row[]): Generator<Row[]> {
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    yield rows.slice(from, from + rowsAtOnce);
}

export async function findElection(db: Db, pollId: Id): Promise<ElectionRow | undefined> {
  const [found] = await db.select().from(elections).where(eq(elections.pollId, pollId));
  return found;
}

/** Elections that wait for trustees to decrypt, and have not been declared void. */
export async function readDecrypting(db: Db): Promise<Pick<ElectionRow, 'pollId'>[]> {
  return db
    .select({ pollId: elections.pollId })
    .from(elections)
    .innerJoin(polls, eq(polls.id, elections.pollId))
    .where(and(eq(elections.phase, 'decrypting'), eq(polls.state, 'open')));
}

/** In the order of their places. */
export async function readTrustees(db: Db, pollId: Id): Promise<TrusteeRow[]> {
  const rows = await db
    .select({ trustee: electionTrustees, fullName: people.fullName })
    .from(electionTrustees)
    .innerJoin(people, eq(people.id, electionTrustees.personId))
    .where(eq(electionTrustees.pollId, pollId))
    .orderBy(asc(electionTrustees.place));
  return rows.map(({ trustee, fullName }) => ({ ...trustee, fullName }));
}

/** An election that nobody has done anything for, in place of what there was. */
export async function beginElection(
  tx: Db,
  election: Pick<ElectionRow, 'pollId' | 'uuid' | 'needed'>,
  trusteeIds: readonly Id[],
): Promise<void> {
  const { pollId } = election;
  await removeElection(tx, pollId);
  await tx.insert(elections).values({ ...election, phase: 'keys' });
  await tx
    .insert(electionTrustees)
    .values(trusteeIds.map((personId, at) => ({ pollId, place: at + 1, personId })));
}

export async function removeElection(tx: Db, pollId: Id): Promise<void> {
  for (const table of [
    electionTrustees,
    electionRegistrations,
    electionCredentials,
    electionBallots,
    electionEvents,
    elections,
  ])
    await tx.delete(table).where(eq(table.pollId, pollId));
}

export async function saveElection(
  tx: Db,
  pollId: Id,
  fields: Partial<Omit<ElectionRow, 'pollId'>>,
): Promise<void> {
  await tx.update(elections).set(fields).where(eq(elections.pollId, pollId));
}

export async function saveStep(
  tx: Db,
  { pollId, place }: Pick<TrusteeRow, 'pollId' | 'place'>,
  fields: Partial<Pick<TrusteeRow, 'key' | 'certificate' | 'polynomial' | 'share' | 'decryption'>>,
): Promise<void> {
  await tx
    .update(electionTrustees)
    .set(fields)
    .where(and(eq(electionTrustees.pollId, pollId), eq(electionTrustees.place, place)));
}

export async function readRegistered(db: Db, pollId: Id): Promise<Set<Id>> {
  const rows = await db
    .select({ personId: electionRegistrations.personId })
    .from(electionRegistrations)
    .where(eq(electionRegistrations.pollId, pollId));
  return new Set(rows.map(({ personId }) => personId));
}

/** Two rows that name each other in nothing. */
export async function register(
  tx: Db,
  pollId: Id,
  personId: Id,
  credential: string,
): Promise<void> {
  await tx.insert(electionRegistrations).values({ pollId, personId });
  await tx.insert(electionCredentials).values({ pollId, credential });
}

export async function hasCredential(db: Db, pollId: Id, credential: string): Promise<boolean> {
  const found = await db
    .select({ pollId: electionCredentials.pollId })
    .from(electionCredentials)
    .where(
      and(eq(electionCredentials.pollId, pollId), eq(electionCredentials.credential, credential)),
    );
  return found.length > 0;
}

/** In the order of their digits. */
export async function readCredentials(db: Db, pollId: Id): Promise<string[]> {
  const rows = await db
    .select({ credential: electionCredentials.credential })
    .from(electionCredentials)
    .where(eq(electionCredentials.pollId, pollId))
    .orderBy(asc(electionCredentials.credential));
  return rows.map(({ credential }) => credential);
}

/** Writes them anew: within a page of the file rows lie as they came, whatever the order in which they are read. */
export async function rewriteCredentials(
  tx: Db,
  pollId: Id,
  sorted: readonly string[],
): Promise<void> {
  await tx.delete(electionCredentials).where(eq(electionCredentials.pollId, pollId));
  for (const some of portions(sorted))
    await tx.insert(electionCredentials).values(some.map((credential) => ({ pollId, credential })));
}

export type BallotRow = typeof electionBallots.$inferSelect;

/** Whether this very ballot has been taken, now or before the end. */
export async function hasBallot(db: Db, pollId: Id, tracker: string): Promise<boolean> {
  const [found] = db.all<{ found: number }>(sql`select
    exists (select 1 from ${electionBallots} where poll_id = ${pollId} and tracker = ${tracker})
    or exists (select 1 from ${electionEvents} where poll_id = ${pollId} and tracker = ${tracker})
    as found`);
  return found?.found === 1;
}

/** How often this credential has voted. */
export async function countRounds(db: Db, pollId: Id, credential: string): Promise<number> {
  const [found] = await db
    .select({ rounds: count() })
    .from(electionBallots)
    .where(and(eq(electionBallots.pollId, pollId), eq(electionBallots.credential, credential)));
  return found?.rounds ?? 0;
}

export async function appendBallot(tx: Db, ballot: BallotRow): Promise<void> {
  await tx.insert(electionBallots).values(ballot);
}

/** The first ballots of all credentials, then the second ones, and so on; among each other as their hashes say. */
export async function readBallots(db: Db, pollId: Id): Promise<BallotRow[]> {
  return ballotsQuery(db, pollId);
}

const ballotsQuery = (db: Pick<Db, 'select'>, pollId: Id) =>
  db
    .select()
    .from(electionBallots)
    .where(eq(electionBallots.pollId, pollId))
    .orderBy(asc(electionBallots.round), asc(electionBallots.tracker));

/** Both in one look: at the end ballots move from the one to the other. */
export async function readRecord(
  db: Db,
  pollId: Id,
): Promise<{ ballots: BallotRow[]; events: EventRow[] }> {
  return db.transaction((tx) => ({
    ballots: ballotsQuery(tx, pollId).all(),
    events: eventsQuery(tx, pollId).all(),
  }));
}

export async function removeBallots(tx: Db, pollId: Id): Promise<void> {
  await tx.delete(electionBallots).where(eq(electionBallots.pollId, pollId));
}

/** How many people, and how many credentials, have done what they did. */
export async function readFigures(
  db: Db,
  pollId: Id,
): Promise<{ registered: number; ballots: number }> {
  const [made = { registered: 0 }] = await db
    .select({ registered: count() })
    .from(electionRegistrations)
    .where(eq(electionRegistrations.pollId, pollId));
  const [voted = { ballots: 0 }] = await db
    .select({ ballots: countDistinct(electionBallots.credential) })
    .from(electionBallots)
    .where(eq(electionBallots.pollId, pollId));
  return { ...made, ...voted };
}

export type EventRow = typeof electionEvents.$inferSelect;

export async function readEvents(db: Db, pollId: Id): Promise<EventRow[]> {
  return eventsQuery(db, pollId);
}

const eventsQuery = (db: Pick<Db, 'select'>, pollId: Id) =>
  db
    .select()
    .from(electionEvents)
    .where(eq(electionEvents.pollId, pollId))
    .orderBy(asc(electionEvents.height));

export async function appendEvents(tx: Db, events: readonly EventRow[]): Promise<void> {
  for (const some of portions(events)) await tx.insert(electionEvents).values(some);
}
