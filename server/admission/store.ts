import { and, asc, eq, inArray, notExists, sql } from 'drizzle-orm';
import type { DoorMode, WaitingPerson } from '../../models/contracts/admission.ts';
import type { SystemRole } from '../../models/contracts/identity.ts';
import type { ParticipantRole } from '../../models/contracts/meetings.ts';
import type { Id } from '../../models/ids.ts';
import { admissions, doors } from '../../models/tables/admission.ts';
import { people } from '../../models/tables/identity.ts';
import { participants } from '../../models/tables/meetings.ts';
import type { Db } from '../platform/database.ts';
import { preparedFor } from '../platform/prepared.ts';

export type AdmissionRow = typeof admissions.$inferSelect;

/** These three run with everyone who comes in. */
const modeQuery = preparedFor((db) =>
  db
    .select({ mode: doors.mode })
    .from(doors)
    .where(eq(doors.meetingId, sql.placeholder('meetingId')))
    .prepare(),
);
const admissionQuery = preparedFor((db) =>
  db
    .select()
    .from(admissions)
    .where(
      and(
        eq(admissions.meetingId, sql.placeholder('meetingId')),
        eq(admissions.personId, sql.placeholder('personId')),
      ),
    )
    .prepare(),
);

const admissionUpsert = preparedFor((db) =>
  db
    .insert(admissions)
    .values({
      meetingId: sql.placeholder('meetingId'),
      personId: sql.placeholder('personId'),
      state: sql.placeholder('state'),
      at: sql.placeholder('at'),
    })
    .onConflictDoUpdate({
      target: [admissions.meetingId, admissions.personId],
      set: { state: sql`excluded.state`, at: sql`excluded.at` },
    })
    .prepare(),
);

/** A door that nobody has set is open. */
export async function findMode(db: Db, meetingId: Id): Promise<DoorMode> {
  const [row] = await modeQuery(db).execute({ meetingId });
  return row?.mode ?? 'open';
}

export async function saveMode(tx: Db, meetingId: Id, mode: DoorMode): Promise<void> {
  await tx
    .insert(doors)
    .values({ meetingId, mode })
    .onConflictDoUpdate({ target: doors.meetingId, set: { mode } });
}

export async function findAdmission(
  db: Db,
  meetingId: Id,
  personId: Id,
): Promise<AdmissionRow | undefined> {
  const [row] = await admissionQuery(db).execute({ meetingId, personId });
  return row;
}

export async function saveAdmission(tx: Db, row: AdmissionRow): Promise<void> {
  await admissionUpsert(tx).execute({ ...row });
}

const samePerson = and(
  eq(participants.meetingId, admissions.meetingId),
  eq(participants.personId, admissions.personId),
);

/** Participants who wait, in the order in which they came. */
export async function readWaiting(
  db: Db,
  meetingId: Id,
): Promise<(WaitingPerson & { role: ParticipantRole })[]> {
  return db
    .select({
      personId: admissions.personId,
      fullName: people.fullName,
      role: participants.role,
      since: admissions.at,
    })
    .from(admissions)
    .innerJoin(people, eq(people.id, admissions.personId))
    .innerJoin(participants, samePerson)
    .where(and(eq(admissions.meetingId, meetingId), eq(admissions.state, 'waiting')))
    .orderBy(asc(admissions.at), asc(admissions.personId));
}

export async function letAllIn(
  tx: Db,
  meetingId: Id,
  personIds: readonly Id[],
  at: string,
): Promise<void> {
  await tx
    .update(admissions)
    .set({ state: 'inside', at })
    .where(and(eq(admissions.meetingId, meetingId), inArray(admissions.personId, [...personIds])));
}

/** Those who were taken off the meeting wait no longer. @returns how many they were */
export async function forgetStrangers(tx: Db, meetingId: Id): Promise<number> {
  const forgotten = await tx
    .delete(admissions)
    .where(
      and(
        eq(admissions.meetingId, meetingId),
        eq(admissions.state, 'waiting'),
        notExists(
          tx
            .select({ one: sql`1` })
            .from(participants)
            .where(samePerson),
        ),
      ),
    )
    .returning({ personId: admissions.personId });
  return forgotten.length;
}

export async function systemRoleOf(db: Db, personId: Id): Promise<SystemRole | null> {
  const [row] = await db
    .select({ systemRole: people.systemRole })
    .from(people)
    .where(eq(people.id, personId));
  return row?.systemRole ?? null;
}
