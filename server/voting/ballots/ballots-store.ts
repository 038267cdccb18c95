import { and, asc, count, eq, sql } from 'drizzle-orm';
import type { Marks } from '../../../models/contracts/ballots.ts';
import type { Id } from '../../../models/ids.ts';
import {
  ballots,
  participations,
  pollVoters,
  polls,
  secretBallots,
} from '../../../models/tables/voting.ts';
import type { SecretBallot } from '../../../models/voting/acts.ts';
import type { Db } from '../../platform/database.ts';
import { preparedFor } from '../../platform/prepared.ts';

// What runs for every ballot: prepared statements.

const { placeholder } = sql;

const secrecyQuery = preparedFor((db) =>
  db
    .select({ secrecy: polls.secrecy })
    .from(polls)
    .where(eq(polls.id, placeholder('pollId')))
    .prepare(),
);

/** Whether ballots of the poll are secret; a poll that does not exist keeps no secrets. */
export async function isSecret(db: Db, pollId: Id): Promise<boolean> {
  const [found] = await secrecyQuery(db).execute({ pollId });
  return found?.secrecy === 'secret';
}

const castingQuery = preparedFor((db) =>
  db
    .select({
      meetingId: polls.meetingId,
      number: polls.number,
      question: polls.question,
      paper: polls.paper,
      secrecy: polls.secrecy,
      trustees: polls.trustees,
      state: polls.state,
      ruleSet: polls.ruleSet,
      endsAt: polls.endsAt,
      // The first column tells whether there is one at all: it must be one that is never null.
      voter: { weight: pollVoters.weight, castBy: pollVoters.castBy },
      lastChange: sql<number | null>`(select max(b.change) from ballots b
        where b.poll_id = ${polls.id} and b.person_id = ${placeholder('personId')})`,
      participated: sql<number>`exists (select 1 from participations p
        where p.poll_id = ${polls.id} and p.person_id = ${placeholder('personId')})`,
    })
    .from(polls)
    .leftJoin(
      pollVoters,
      and(eq(pollVoters.pollId, polls.id), eq(pollVoters.personId, placeholder('personId'))),
    )
    .where(eq(polls.id, placeholder('pollId')))
    .prepare(),
);

/** A poll as it stands for one voter: their place on the roll, and whether their vote has been given. */
export async function findForCasting(db: Db, pollId: Id, personId: Id) {
  const [found] = await castingQuery(db).execute({ pollId, personId });
  if (found === undefined) return undefined;
  const { participated, lastChange, ...poll } = found;
  return { ...poll, hasVoted: lastChange !== null || participated === 1, changes: lastChange ?? 0 };
}

type BallotRow = typeof ballots.$inferSelect;

const insertBallot = preparedFor((db) =>
  db
    .insert(ballots)
    .values({
      pollId: placeholder('pollId'),
      personId: placeholder('personId'),
      change: placeholder('change'),
      marks: placeholder('marks'),
      castAt: placeholder('castAt'),
      castBy: placeholder('castBy'),
      enteredBy: placeholder('enteredBy'),
      confirmedBy: placeholder('confirmedBy'),
      sequence: placeholder('sequence'),
      entryHash: placeholder('entryHash'),
    })
    .prepare(),
);

export async function appendBallot(tx: Db, ballot: BallotRow): Promise<void> {
  await insertBallot(tx).execute({ ...ballot });
}

const insertSecret = preparedFor((db) =>
  db
    .insert(secretBallots)
    .values({
      pollId: placeholder('pollId'),
      ballotId: placeholder('ballotId'),
      marks: placeholder('marks'),
      weight: placeholder('weight'),
    })
    .prepare(),
);
const insertParticipation = preparedFor((db) =>
  db
    .insert(participations)
    .values({
      pollId: placeholder('pollId'),
      personId: placeholder('personId'),
      sequence: placeholder('sequence'),
      entryHash: placeholder('entryHash'),
    })
    .prepare(),
);

/** The ballot and who gave one: two rows that name each other in nothing. */
export async function appendSecretBallot(
  tx: Db,
  ballot: SecretBallot & { pollId: Id },
  participation: typeof participations.$inferSelect,
): Promise<void> {
  await insertSecret(tx).execute({ ...ballot });
  await appendParticipation(tx, participation);
}

/** That someone gave a ballot which is kept apart. */
export async function appendParticipation(
  tx: Db,
  participation: typeof participations.$inferSelect,
): Promise<void> {
  await insertParticipation(tx).execute({ ...participation });
}

/** In the order of their random ids, which says nothing. */
export async function readSecretBallots(db: Db, pollId: Id): Promise<SecretBallot[]> {
  return db
    .select({
      ballotId: secretBallots.ballotId,
      marks: secretBallots.marks,
      weight: secretBallots.weight,
    })
    .from(secretBallots)
    .where(eq(secretBallots.pollId, pollId))
    .orderBy(asc(secretBallots.ballotId));
}

/** Every open ballot of a poll with its changes, in the order in which they were given. */
export async function readOpenBallots(
  db: Db,
  pollId: Id,
): Promise<{ personId: Id; marks: Marks }[]> {
  return db
    .select({ personId: ballots.personId, marks: ballots.marks })
    .from(ballots)
    .where(eq(ballots.pollId, pollId))
    .orderBy(asc(ballots.sequence));
}

/** How many people have given a ballot that is kept apart from them. */
export async function countParticipations(db: Db, pollId: Id): Promise<number> {
  const [row] = await db
    .select({ given: count() })
    .from(participations)
    .where(eq(participations.pollId, pollId));
  return row?.given ?? 0;
}
