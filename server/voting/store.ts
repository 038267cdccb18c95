import { and, asc, eq, inArray, lte, max, sql } from 'drizzle-orm';
import type { Id } from '../../models/ids.ts';
import { ballots, participations, pollVoters, polls } from '../../models/tables/voting.ts';
import type { Db } from '../platform/database.ts';

export type PollRow = typeof polls.$inferSelect;

export async function findPoll(db: Db, id: Id): Promise<PollRow | undefined> {
  const [poll] = await db.select().from(polls).where(eq(polls.id, id));
  return poll;
}

/** In the order in which they are to be held. */
export async function readPolls(db: Db, meetingId: Id): Promise<PollRow[]> {
  return db
    .select()
    .from(polls)
    .where(eq(polls.meetingId, meetingId))
    .orderBy(asc(polls.position), asc(polls.number));
}

/** The number and the place of the next poll of a meeting. */
export async function nextPlace(
  db: Db,
  meetingId: Id,
): Promise<Pick<PollRow, 'number' | 'position'>> {
  const [found] = await db
    .select({ number: max(polls.number), position: max(polls.position) })
    .from(polls)
    .where(eq(polls.meetingId, meetingId));
  return { number: (found?.number ?? 0) + 1, position: (found?.position ?? 0) + 1 };
}

export async function openPollOf(db: Db, meetingId: Id): Promise<Id | null> {
  const [open] = await db
    .select({ id: polls.id })
    .from(polls)
    .where(and(eq(polls.meetingId, meetingId), eq(polls.state, 'open')));
  return open?.id ?? null;
}

/** Open polls whose end has come. */
export async function readDue(db: Db, now: string): Promise<Pick<PollRow, 'id' | 'trustees'>[]> {
  return db
    .select({ id: polls.id, trustees: polls.trustees })
    .from(polls)
    .where(and(eq(polls.state, 'open'), lte(polls.endsAt, now)));
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

export async function deletePoll(tx: Db, id: Id): Promise<void> {
  await tx.delete(polls).where(eq(polls.id, id));
}

/** How many people are on the roll of each poll, and how many have voted; polls never opened are missing. */
export async function readTurnouts(
  db: Db,
  pollIds: readonly Id[],
): Promise<Map<Id, { voters: number; cast: number }>> {
  const rows = await db
    .select({
      pollId: pollVoters.pollId,
      voters: sql<number>`count(*)`,
      cast: sql<number>`count(coalesce(${ballots.personId}, ${participations.personId}))`,
    })
    .from(pollVoters)
    .leftJoin(
      ballots,
      and(
        eq(ballots.pollId, pollVoters.pollId),
        eq(ballots.personId, pollVoters.personId),
        eq(ballots.change, 0),
      ),
    )
    .leftJoin(
      participations,
      and(
        eq(participations.pollId, pollVoters.pollId),
        eq(participations.personId, pollVoters.personId),
      ),
    )
    .where(inArray(pollVoters.pollId, [...pollIds]))
    .groupBy(pollVoters.pollId);
  return new Map(rows.map(({ pollId, ...turnout }) => [pollId, turnout]));
}
