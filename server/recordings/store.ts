import { and, desc, eq, inArray, lt } from 'drizzle-orm';
import type { RecordingState } from '../../models/contracts/recordings.ts';
import { AppError } from '../../models/errors.ts';
import type { Id } from '../../models/ids.ts';
import { floorEntries } from '../../models/tables/floor.ts';
import { people } from '../../models/tables/identity.ts';
import { recordings } from '../../models/tables/recordings.ts';
import type { Db } from '../platform/database.ts';

type Row = typeof recordings.$inferSelect;
/** With the name of whoever started it. */
export type RecordingRow = Row & { startedByName: string };

const rows = (db: Db) =>
  db
    .select({ recording: recordings, startedByName: people.fullName })
    .from(recordings)
    .innerJoin(people, eq(people.id, recordings.startedBy));

const flat = ({
  recording,
  startedByName,
}: {
  recording: Row;
  startedByName: string;
}): RecordingRow => ({ ...recording, startedByName });

export async function insertRecording(tx: Db, row: typeof recordings.$inferInsert): Promise<void> {
  await tx.insert(recordings).values(row);
}

export async function updateRecording(tx: Db, id: Id, changes: Partial<Row>): Promise<void> {
  await tx.update(recordings).set(changes).where(eq(recordings.id, id));
}

/** @throws AppError `not_found` */
export async function findRecording(db: Db, id: Id): Promise<RecordingRow> {
  const [row] = await rows(db).where(eq(recordings.id, id));
  if (row === undefined) throw new AppError('not_found');
  return flat(row);
}

/** The newest first; ids are in the order of time. */
export async function readRecordings(db: Db, meetingId: Id): Promise<RecordingRow[]> {
  const found = await rows(db)
    .where(eq(recordings.meetingId, meetingId))
    .orderBy(desc(recordings.id));
  return found.map(flat);
}

export async function findRunning(db: Db, meetingId: Id): Promise<RecordingRow | undefined> {
  const running = and(eq(recordings.meetingId, meetingId), eq(recordings.state, 'running'));
  const [row] = await rows(db).where(running);
  return row && flat(row);
}

export async function readInStates(db: Db, states: RecordingState[]): Promise<RecordingRow[]> {
  const found = await rows(db).where(inArray(recordings.state, states)).orderBy(recordings.id);
  return found.map(flat);
}

/** Those that came to their end before a moment and are kept still. */
export async function readEndedBefore(db: Db, instant: string): Promise<RecordingRow[]> {
  const kept = inArray(recordings.state, ['ready', 'failed']);
  const found = await rows(db).where(and(kept, lt(recordings.endedAt, instant)));
  return found.map(flat);
}

/** Who has the floor now. */
export async function findSpeaking(db: Db, meetingId: Id): Promise<Id | null> {
  const [row] = await db
    .select({ personId: floorEntries.personId })
    .from(floorEntries)
    .where(and(eq(floorEntries.meetingId, meetingId), eq(floorEntries.state, 'speaking')));
  return row?.personId ?? null;
}
