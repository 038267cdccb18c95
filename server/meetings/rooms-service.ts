import type { Room, createRoom, listRooms, updateRoom } from '../../models/contracts/meetings.ts';
import type { BodyOf, QueryOf } from '../../models/contracts/route.ts';
import { AppError } from '../../models/errors.ts';
import { type Id, newId } from '../../models/ids.ts';
import type { Caller } from '../platform/caller.ts';
import type { MeetingsDeps } from './deps.ts';
import { findRoom, insertRoom, readRooms, roomAwaitsMeeting, saveRoom } from './rooms-store.ts';

export interface RoomsService {
  listRooms(caller: Caller, query: QueryOf<typeof listRooms>): Promise<{ items: Room[] }>;
  createRoom(caller: Caller, draft: BodyOf<typeof createRoom>): Promise<Room>;
  /** @throws AppError `not_found`, `conflict`, `in_use` */
  updateRoom(caller: Caller, roomId: Id, edit: BodyOf<typeof updateRoom>): Promise<Room>;
}

export function createRoomsService({ database, clock, audit }: MeetingsDeps): RoomsService {
  return {
    listRooms: async (_caller, { includeClosed }) => ({
      items: await readRooms(database.read, includeClosed),
    }),
    createRoom: (caller, draft) =>
      database.write(async (tx) => {
        const room: Room = { id: newId(), revision: 0, closedAt: null, ...draft };
        await insertRoom(tx, room);
        await audit.record(tx, caller, { action: 'room.created', subject: room.name });
        return room;
      }, caller.once),
    updateRoom: (caller, roomId, { closed, ...edit }) =>
      database.write(async (tx) => {
        const current = await findRoom(tx, roomId);
        if (current === undefined) throw new AppError('not_found');
        if (current.revision !== edit.revision) throw new AppError('conflict');
        const closing = closed && current.closedAt === null;
        if (closing && (await roomAwaitsMeeting(tx, roomId))) throw new AppError('in_use');
        const closedAt = closed ? (current.closedAt ?? clock.now()) : null;
        const room: Room = { ...edit, id: roomId, revision: current.revision + 1, closedAt };
        await saveRoom(tx, room);
        await audit.record(tx, caller, {
          action: 'room.updated',
          subject: room.name,
          details: { closed },
        });
        return room;
      }, caller.once),
  };
}
