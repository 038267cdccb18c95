import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Participant } from '../../models/contracts/meetings.ts';
import type { Id } from '../../models/ids.ts';
import { organisations, people } from '../../models/tables/identity.ts';
import { participants } from '../../models/tables/meetings.ts';
import type { Db } from '../platform/database.ts';
import { preparedFor } from '../platform/prepared.ts';

export type ParticipantRow = typeof participants.$inferSelect;

const participant = {
  personId: participants.personId,
  role: participants.role,
  seat: participants.seat,
  fullName: people.fullName,
  office: people.office,
  organisationName: organisations.name,
};

/** Runs twice with everyone who comes in, for the meeting and for its roll. */
const participantsQuery = preparedFor((db) =>
  db
    .select(participant)
    .from(participants)
    .innerJoin(people, eq(people.id, participants.personId))
    .leftJoin(organisations, eq(organisations.id, people.organisationId))
    .where(eq(participants.meetingId, sql.placeholder('meetingId')))
    .orderBy(asc(participants.position))
    .prepare(),
);

/** In the order of seats. */
export async function readParticipants(db: Db, meetingId: Id): Promise<Participant[]> {
  return participantsQuery(db).execute({ meetingId });
}

/** Runs with every check-in. */
const participantQuery = preparedFor((db) =>
  db
    .select(participant)
    .from(participants)
    .innerJoin(people, eq(people.id, participants.personId))
    .leftJoin(organisations, eq(organisations.id, people.organisationId))
    .where(
      and(
        eq(participants.meetingId, sql.placeholder('meetingId')),
        eq(participants.personId, sql.placeholder('personId')),
      ),
    )
    .prepare(),
);

export async function findParticipant(
  db: Db,
  meetingId: Id,
  personId: Id,
): Promise<Participant | undefined> {
  const [row] = await participantQuery(db).execute({ meetingId, personId });
  return row;
}

/** Whoever presides; every meeting has one. */
export async function findChair(db: Db, meetingId: Id): Promise<Id | undefined> {
  const [row] = await db
    .select({ personId: participants.personId })
    .from(participants)
    .where(and(eq(participants.meetingId, meetingId), eq(participants.role, 'chair')));
  return row?.personId;
}

/** The PINs that were given out in a meeting, by person. */
export async function readPins(db: Db, meetingId: Id): Promise<Map<Id, string>> {
  const rows = await db
    .select({ personId: participants.personId, pin: participants.pin })
    .from(participants)
    .where(eq(participants.meetingId, meetingId));
  return new Map(rows.map(({ personId, pin }) => [personId, pin]));
}

/** Makes these the participants; those who are not among them are taken off. */
export async function saveParticipants(
  tx: Db,
  meetingId: Id,
  rows: readonly ParticipantRow[],
  removed: readonly Id[],
): Promise<void> {
  await tx
    .delete(participants)
    .where(
      and(eq(participants.meetingId, meetingId), inArray(participants.personId, [...removed])),
    );
  await tx
    .insert(participants)
    .values([...rows])
    .onConflictDoUpdate({
      target: [participants.meetingId, participants.personId],
      set: {
        role: sql`excluded.role`,
        seat: sql`excluded.seat`,
        position: sql`excluded.position`,
      },
    });
}

export async function findByPin(db: Db, meetingId: Id, pin: string): Promise<Id | null> {
  const [row] = await db
    .select({ personId: participants.personId })
    .from(participants)
    .where(and(eq(participants.meetingId, meetingId), eq(participants.pin, pin)));
  return row?.personId ?? null;
}

export async function findPin(db: Db, meetingId: Id, personId: Id): Promise<string | undefined> {
  const [row] = await db
    .select({ pin: participants.pin })
    .from(participants)
    .where(and(eq(participants.meetingId, meetingId), eq(participants.personId, personId)));
  return row?.pin;
}
