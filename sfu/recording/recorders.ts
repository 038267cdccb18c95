import type { ProducerInfo } from '../../models/contracts/media.ts';
import { AppError } from '../../models/errors.ts';
import type { RecordingTrouble } from '../media-node.ts';
import { type RecordedRoom, RoomRecorder } from './room-recorder.ts';

interface RecordersOptions {
  /** The room as it stands now. */
  roomOf(roomId: string): RecordedRoom | undefined;
  onFailed(roomId: string, reason: RecordingTrouble): void;
  log(level: 'warn' | 'error', source: string, message: string): void;
}

/** The recordings that run on this node, one a room. */
export class Recorders {
  readonly #options: RecordersOptions;
  readonly #running = new Map<string, RoomRecorder>();

  constructor(options: RecordersOptions) {
    this.#options = options;
  }

  /** @throws AppError `recording_state` when the room is being recorded */
  async start(roomId: string, folder: string): Promise<void> {
    if (this.#running.has(roomId)) throw new AppError('recording_state');
    const { log, onFailed } = this.#options;
    let failed = false;
    const recorder = new RoomRecorder({
      folder,
      onLeftOut: (producerId) => log('warn', 'recording', `left out: ${producerId}`),
      onFailed(error) {
        if (failed) return;
        failed = true;
        log('error', 'recording', `cannot write: ${String(error)}`);
        onFailed(roomId, isFull(error) ? 'disk_full' : 'unwritable');
      },
    });
    this.#running.set(roomId, recorder);
    const room = this.#options.roomOf(roomId);
    for (const producer of room?.producersFor('') ?? []) this.hear(roomId, producer);
  }

  /** To be told of every stream that is new or changed. */
  hear(roomId: string, producer: ProducerInfo): void {
    const recorder = this.#running.get(roomId);
    const room = this.#options.roomOf(roomId);
    if (recorder === undefined || room === undefined) return;
    recorder.hear(room, producer).catch((error: unknown) => this.#warn(error));
  }

  /** Does nothing for a room that is not recorded. */
  async show(roomId: string, producerId: string | null): Promise<void> {
    await this.#running.get(roomId)?.show(this.#options.roomOf(roomId), producerId);
  }

  /** Resolves when everything is on the disk; may be called twice. */
  async stop(roomId: string): Promise<void> {
    const recorder = this.#running.get(roomId);
    this.#running.delete(roomId);
    await recorder?.stop();
  }

  async close(): Promise<void> {
    await Promise.all([...this.#running.keys()].map((roomId) => this.stop(roomId)));
  }

  /** A room that ended while one of its streams was prepared is no defect. */
  #warn(error: unknown): void {
    this.#options.log('warn', 'recording', String(error));
  }
}

const isFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
