import { and, asc, eq, inArray, or, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Marks } from '../../../models/contracts/ballots.ts';
import type { Receipt } from '../../../models/contracts/voting.ts';
import type { Id } from '../../../models/ids.ts';
import { people } from '../../../models/tables/identity.ts';
import { ballots, participations, pollVoters } from '../../../models/tables/voting.ts';
import type { Db } from '../../platform/database.ts';

type VoterRow = typeof pollVoters.$inferSelect;

/** So many rows that their values stay far below what one statement can bind. */
const rowsAtOnce = 500;

export async function insertVoters(tx: Db, rows: readonly VoterRow[]): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    await tx.insert(pollVoters).values(rows.slice(from, from + rowsAtOnce));
}

/** Someone on the roll of a poll, with the open ballot that counts, if there is one. */
export interface VoterWithBallot extends VoterRow {
  marks: Marks | null;
  /** Also true of a secret ballot, whose marks nobody knows. */
  hasVoted: boolean;
  castByName: string | null;
  enteredBy: Id | null;
  enteredByName: string | null;
  confirmedBy: Id | null;
  confirmedByName: string | null;
}

const deputies = alias(people, 'deputies');
const enterers = alias(people, 'enterers');
const confirmers = alias(people, 'confirmers');

/** The ballot that counts: the last of its changes. */
const lastBallot = and(
  eq(ballots.pollId, pollVoters.pollId),
  eq(ballots.personId, pollVoters.personId),
  eq(
    ballots.change,
    sql`(select max(l.change) from ballots l where l.poll_id = ${pollVoters.pollId} and l.person_id = ${pollVoters.personId})`,
  ),
);
const ownParticipation = and(
  eq(participations.pollId, pollVoters.pollId),
  eq(participations.personId, pollVoters.personId),
);

/** The rolls of polls in the order of seats, with the ballots. */
export async function readRolls(db: Db, pollIds: readonly Id[]): Promise<VoterWithBallot[]> {
  const rows = await db
    .select({
      voter: pollVoters,
      marks: ballots.marks,
      hasVoted: sql<number>`coalesce(${ballots.personId}, ${participations.personId}) is not null`,
      castByName: deputies.fullName,
      enteredBy: ballots.enteredBy,
      enteredByName: enterers.fullName,
      confirmedBy: ballots.confirmedBy,
      confirmedByName: confirmers.fullName,
    })
    .from(pollVoters)
    .leftJoin(ballots, lastBallot)
    .leftJoin(participations, ownParticipation)
    .leftJoin(deputies, eq(deputies.id, pollVoters.castBy))
    .leftJoin(enterers, eq(enterers.id, ballots.enteredBy))
    .leftJoin(confirmers, eq(confirmers.id, ballots.confirmedBy))
    .where(inArray(pollVoters.pollId, [...pollIds]))
    .orderBy(asc(pollVoters.position));
  return rows.map(({ voter, hasVoted, ...rest }) => ({
    ...voter,
    ...rest,
    hasVoted: hasVoted === 1,
  }));
}

/** A vote that someone may give in a poll. */
export interface OwnVote {
  pollId: Id;
  voterId: Id;
  fullName: string;
  castBy: Id | null;
  receipt: Receipt | null;
}

/** The votes that the person may give in these polls, their own and others', in the order of seats. */
export async function readOwn(db: Db, pollIds: readonly Id[], personId: Id): Promise<OwnVote[]> {
  const rows = await db
    .select({ voter: pollVoters, ballot: ballots, participation: participations })
    .from(pollVoters)
    .leftJoin(ballots, lastBallot)
    .leftJoin(participations, ownParticipation)
    .where(
      and(
        or(
          eq(pollVoters.castBy, personId),
          and(eq(pollVoters.personId, personId), isNull(pollVoters.castBy)),
        ),
        inArray(pollVoters.pollId, [...pollIds]),
      ),
    )
    .orderBy(asc(pollVoters.position));
  return rows.map(({ voter, ballot, participation }) => ({
    pollId: voter.pollId,
    voterId: voter.personId,
    fullName: voter.fullName,
    castBy: voter.castBy,
    receipt: receiptOf(ballot, participation),
  }));
}

type Ballot = Omit<Receipt, 'voterId'> & { personId: Id };
type Participation = Omit<Ballot, 'marks' | 'castAt'>;

function receiptOf(ballot: Ballot | null, participation: Participation | null): Receipt | null {
  if (ballot !== null) {
    const { marks, castAt } = ballot;
    return { ...placeOf(ballot), marks, castAt };
  }
  return participation && { ...placeOf(participation), marks: null, castAt: null };
}

const placeOf = ({ pollId, personId, sequence, entryHash }: Participation) => ({
  pollId,
  voterId: personId,
  sequence,
  entryHash,
});
