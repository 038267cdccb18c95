import { AppError } from '../models/errors.ts';
import { Room } from './room.ts';
import type { Emit } from './room.ts';
import type { WorkerPool, WorkerSlot } from './worker-pool.ts';

/** A room's place, which outlives the worker that it stands on. */
export class RoomHolder {
  readonly id: string;
  readonly #pool: WorkerPool;
  readonly #emit: Emit;
  #closed = false;
  #room: Room | undefined;
  #ready: Promise<Room>;

  /** @param onFailed called when the room can never stand. */
  constructor(id: string, pool: WorkerPool, emit: Emit, onFailed: () => void) {
    this.id = id;
    this.#pool = pool;
    this.#emit = emit;
    this.#ready = this.#build();
    this.#ready.catch(onFailed);
  }

  /** The room; waits while it is being built (again). */
  get ready(): Promise<Room> {
    return this.#ready;
  }

  /** The room if it stands now. */
  get room(): Room | undefined {
    return this.#room;
  }

  /** Gives up what stood on a dead worker and builds anew; everyone who needs the room waits. */
  rebuild(after: Promise<void>, onFailed: () => void): void {
    this.#room?.close();
    this.#room = undefined;
    this.#ready = after.then(() => this.#build());
    this.#ready.catch(onFailed);
  }

  close(): void {
    this.#closed = true;
    this.#room?.close();
  }

  /** Tries again when the chosen worker dies meanwhile. */
  async #build(): Promise<Room> {
    for (;;) {
      const slot = await this.#pool.leastLoaded();
      const room = await this.#openOn(slot);
      if (!room) continue;
      if (this.#closed) {
        room.close();
        throw new AppError('media_not_joined');
      }
      this.#room = room;
      return room;
    }
  }

  async #openOn(slot: WorkerSlot): Promise<Room | undefined> {
    try {
      const room = await Room.open(this.id, slot, this.#pool, this.#emit);
      return room.closed ? undefined : room;
    } catch (error) {
      if (slot.worker.closed) return undefined;
      throw error;
    }
  }
}
