import { and, asc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import type { Floor, FloorEntry } from '../../models/contracts/floor.ts';
import type { Id } from '../../models/ids.ts';
import { floorEntries, floors } from '../../models/tables/floor.ts';
import type { Db } from '../platform/database.ts';
import { preparedFor } from '../platform/prepared.ts';
import { firstRules } from './rules.ts';

/** The rules of a floor, and how often it has changed. */
export type FloorRules = Pick<Floor, 'mode' | 'defaultSeconds' | 'version'>;

const entry = {
  id: floorEntries.id,
  personId: floorEntries.personId,
  kind: floorEntries.kind,
  state: floorEntries.state,
  topic: floorEntries.topic,
  agendaItemId: floorEntries.agendaItemId,
  place: floorEntries.place,
  askedAt: floorEntries.askedAt,
  allottedSeconds: floorEntries.allottedSeconds,
  spokenMs: floorEntries.spokenMs,
  since: floorEntries.since,
  startedAt: floorEntries.startedAt,
  endedAt: floorEntries.endedAt,
};

/** These two run with everyone who comes in, and with every act on the floor. */
const rulesQuery = preparedFor((db) =>
  db
    .select({ mode: floors.mode, defaultSeconds: floors.defaultSeconds, version: floors.version })
    .from(floors)
    .where(eq(floors.meetingId, sql.placeholder('meetingId')))
    .prepare(),
);
const queueQuery = preparedFor((db) =>
  db
    .select(entry)
    .from(floorEntries)
    .where(
      and(
        eq(floorEntries.meetingId, sql.placeholder('meetingId')),
        inArray(floorEntries.state, ['speaking', 'interrupted', 'waiting']),
      ),
    )
    .prepare(),
);

export async function readRules(db: Db, meetingId: Id): Promise<FloorRules> {
  const [row] = await rulesQuery(db).execute({ meetingId });
  return row ?? { ...firstRules, version: 0 };
}

export async function saveRules(tx: Db, meetingId: Id, rules: FloorRules): Promise<void> {
  await tx
    .insert(floors)
    .values({ meetingId, ...rules })
    .onConflictDoUpdate({ target: floors.meetingId, set: rules });
}

/** Everyone who speaks, is interrupted or waits; in no order. */
export async function readQueue(db: Db, meetingId: Id): Promise<FloorEntry[]> {
  return queueQuery(db).execute({ meetingId });
}

export async function findEntry(
  db: Db,
  meetingId: Id,
  entryId: Id,
): Promise<FloorEntry | undefined> {
  const [row] = await db
    .select(entry)
    .from(floorEntries)
    .where(and(eq(floorEntries.meetingId, meetingId), eq(floorEntries.id, entryId)));
  return row;
}

/** What was said, in the order in which it began. */
export async function readSpeeches(db: Db, meetingId: Id): Promise<FloorEntry[]> {
  return db
    .select(entry)
    .from(floorEntries)
    .where(and(eq(floorEntries.meetingId, meetingId), isNotNull(floorEntries.startedAt)))
    .orderBy(asc(floorEntries.startedAt), asc(floorEntries.id));
}

export async function saveEntries(
  tx: Db,
  meetingId: Id,
  entries: readonly FloorEntry[],
): Promise<void> {
  for (const { id, ...fields } of entries)
    await tx
      .insert(floorEntries)
      .values({ id, meetingId, ...fields })
      .onConflictDoUpdate({ target: floorEntries.id, set: fields });
}
