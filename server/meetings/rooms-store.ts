import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Room } from '../../models/contracts/meetings.ts';
import type { Id } from '../../models/ids.ts';
import { meetings } from '../../models/tables/meetings.ts';
import { rooms } from '../../models/tables/rooms.ts';
import type { Db } from '../platform/database.ts';

export async function readRooms(db: Db, includeClosed: boolean): Promise<Room[]> {
  const wanted = includeClosed ? undefined : isNull(rooms.closedAt);
  return db.select().from(rooms).where(wanted).orderBy(asc(rooms.name));
}

export async function findRoom(db: Db, id: Id): Promise<Room | undefined> {
  const [room] = await db.select().from(rooms).where(eq(rooms.id, id));
  return room;
}

export async function insertRoom(tx: Db, room: Room): Promise<void> {
  await tx.insert(rooms).values(room);
}

export async function saveRoom(tx: Db, { id, ...fields }: Room): Promise<void> {
  await tx.update(rooms).set(fields).where(eq(rooms.id, id));
}

/** Whether a meeting that is planned or open takes place there. */
export async function roomAwaitsMeeting(db: Db, roomId: Id): Promise<boolean> {
  const coming = inArray(meetings.state, ['planned', 'open']);
  const found = await db
    .select({ id: meetings.id })
    .from(meetings)
    .where(and(eq(meetings.roomId, roomId), coming))
    .limit(1);
  return found.length > 0;
}
