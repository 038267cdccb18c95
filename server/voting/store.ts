import { and, asc, eq, inArray, max, sql } from 'drizzle-orm';
import type { Choice, Receipt } from '../../models/contracts/voting.ts';
import type { Id } from '../../models/ids.ts';
import { ballots, pollVoters, polls } from '../../models/tables/voting.ts';
import type { Db } from '../platform/database.ts';
import type { Counts } from './rules.ts';

export type PollRow = typeof polls.$inferSelect;
type VoterRow = typeof pollVoters.$inferInsert;

export async function findPoll(db: Db, id: Id): Promise<PollRow | undefined> {
  const [poll] = await db.select().from(polls).where(eq(polls.id, id));
  return poll;
}

/** In the order of their numbers. */
export async function readPolls(db: Db, meetingId: Id): Promise<PollRow[]> {
  return db.select().from(polls).where(eq(polls.meetingId, meetingId)).orderBy(asc(polls.number));
}

export async function nextNumber(db: Db, meetingId: Id): Promise<number> {
  const [found] = await db
    .select({ last: max(polls.number) })
    .from(polls)
    .where(eq(polls.meetingId, meetingId));
  return (found?.last ?? 0) + 1;
}

export async function openPollOf(db: Db, meetingId: Id): Promise<Id | null> {
  const [open] = await db
    .select({ id: polls.id })
    .from(polls)
    .where(and(eq(polls.meetingId, meetingId), eq(polls.state, 'open')));
  return open?.id ?? null;
}

export async function insertPoll(tx: Db, poll: PollRow): Promise<void> {
  await tx.insert(polls).values(poll);
}

export async function savePoll(
  tx: Db,
  id: Id,
  fields: Partial<Omit<PollRow, 'id'>>,
): Promise<void> {
  await tx.update(polls).set(fields).where(eq(polls.id, id));
}

export async function insertVoters(tx: Db, rows: readonly VoterRow[]): Promise<void> {
  if (rows.length > 0) await tx.insert(pollVoters).values([...rows]);
}

/** Someone on the roll of a poll, with the ballot if there is one. */
export interface VoterWithBallot {
  pollId: Id;
  personId: Id;
  fullName: string;
  office: string;
  isChair: boolean;
  choice: Choice | null;
}

/** The rolls of polls in the order of seats, with the ballots. */
export async function readRolls(db: Db, pollIds: readonly Id[]): Promise<VoterWithBallot[]> {
  return db
    .select({
      pollId: pollVoters.pollId,
      personId: pollVoters.personId,
      fullName: pollVoters.fullName,
      office: pollVoters.office,
      isChair: pollVoters.isChair,
      choice: ballots.choice,
    })
    .from(pollVoters)
    .leftJoin(
      ballots,
      and(eq(ballots.pollId, pollVoters.pollId), eq(ballots.personId, pollVoters.personId)),
    )
    .where(inArray(pollVoters.pollId, [...pollIds]))
    .orderBy(asc(pollVoters.position));
}

export interface Turnout {
  voters: number;
  cast: number;
}

/** How many are on the roll of each poll, and how many have voted; polls that were never opened are missing. */
export async function readTurnouts(db: Db, pollIds: readonly Id[]): Promise<Map<Id, Turnout>> {
  const rows = await db
    .select({
      pollId: pollVoters.pollId,
      voters: sql<number>`count(*)`,
      cast: sql<number>`count(${ballots.personId})`,
    })
    .from(pollVoters)
    .leftJoin(
      ballots,
      and(eq(ballots.pollId, pollVoters.pollId), eq(ballots.personId, pollVoters.personId)),
    )
    .where(inArray(pollVoters.pollId, [...pollIds]))
    .groupBy(pollVoters.pollId);
  return new Map(rows.map(({ pollId, ...turnout }) => [pollId, turnout]));
}

/** The polls among these on whose roll the person is, with their receipt if they have voted. */
export async function readOwn(
  db: Db,
  pollIds: readonly Id[],
  personId: Id,
): Promise<Map<Id, Receipt | null>> {
  const rows = await db
    .select({ pollId: pollVoters.pollId, ballot: ballots })
    .from(pollVoters)
    .leftJoin(
      ballots,
      and(eq(ballots.pollId, pollVoters.pollId), eq(ballots.personId, pollVoters.personId)),
    )
    .where(and(eq(pollVoters.personId, personId), inArray(pollVoters.pollId, [...pollIds])));
  return new Map(rows.map(({ pollId, ballot }) => [pollId, ballot && receiptOf(ballot)]));
}

const receiptOf = ({ pollId, choice, castAt, entryHash }: Receipt): Receipt => ({
  pollId,
  choice,
  castAt,
  entryHash,
});

/** Counted from the stored ballots. */
export async function countBallots(
  db: Db,
  pollId: Id,
): Promise<{ counts: Counts; voters: number; chairChoice: Choice | null }> {
  const roll = await readRolls(db, [pollId]);
  const counts: Counts = { for: 0, against: 0, abstain: 0 };
  for (const { choice } of roll) if (choice !== null) counts[choice] += 1;
  const chairChoice = roll.find(({ isChair }) => isChair)?.choice ?? null;
  return { counts, voters: roll.length, chairChoice };
}
