import { minutes } from '../platform/clock.ts';
import type { RecordingEnding } from '../../models/contracts/recordings.ts';
import type { Id } from '../../models/ids.ts';
import { type Workshop, recordingFolder } from './deps.ts';
import { nextStep, presenceOf } from './rules.ts';
import { hasRoomFor } from './space.ts';
import { type RunningTake, startTake } from './take.ts';

/** Milliseconds between looks at the room, and at the disk. */
const lookEvery = 500;
const diskEvery = 5000;

interface WatchOptions {
  recording: { id: Id; meetingId: Id };
  /** Something is written from now on, or no longer. */
  onTurned(isWaiting: boolean): void;
  /** It is to be ended. Told once. */
  onEnd(because: RecordingEnding): void;
}

/** A recording that runs: it is written while there is something to write. */
export interface Watch {
  /** Resolves when everything is on the disk. */
  stop(): Promise<void>;
}

/** Resolves after the first look. @throws Error when nothing can be written */
export async function startWatch(workshop: Workshop, options: WatchOptions): Promise<Watch> {
  const watch = new RoomWatch(workshop, options);
  await watch.begin();
  return watch;
}

class RoomWatch implements Watch {
  readonly #workshop: Workshop;
  readonly #options: WatchOptions;
  #take: RunningTake | null = null;
  #someoneAt = performance.now();
  #diskAt = Number.NEGATIVE_INFINITY;
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> | null = null;
  #ended = false;

  constructor(workshop: Workshop, options: WatchOptions) {
    this.#workshop = workshop;
    this.#options = options;
  }

  async begin(): Promise<void> {
    await this.#look();
    this.#timer = setInterval(() => this.#tick(), lookEvery);
  }

  async stop(): Promise<void> {
    this.#ended = true;
    clearInterval(this.#timer);
    await this.#looking;
    const take = this.#take;
    this.#take = null;
    await take?.end();
  }

  #tick(): void {
    if (this.#looking !== null || this.#ended) return;
    this.#looking = this.#look()
      .catch((err: unknown) => {
        this.#workshop.logger.error({ err }, 'a recording cannot be written');
        this.#end('unwritable');
      })
      .finally(() => (this.#looking = null));
  }

  async #look(): Promise<void> {
    const { media, config } = this.#workshop;
    const now = performance.now();
    if (!(await this.#hasRoom(now))) return this.#end('disk_full');
    const presence = presenceOf(media?.sending(this.#options.recording.meetingId).members ?? []);
    if (presence.someone) this.#someoneAt = now;
    const step = nextStep({
      isTaking: this.#take !== null,
      presence,
      emptyFor: now - this.#someoneAt,
      idleLimit: minutes(config.recording.idleMinutes),
    });
    if (step === 'end') this.#end('idle');
    if (step === 'begin') await this.#beginTake();
    if (step === 'rest') await this.#rest();
  }

  async #beginTake(): Promise<void> {
    const { id, meetingId } = this.#options.recording;
    const folder = recordingFolder(this.#workshop, id);
    this.#take = await startTake(this.#workshop, meetingId, folder);
    this.#options.onTurned(this.#take === null);
  }

  async #rest(): Promise<void> {
    const take = this.#take;
    this.#take = null;
    await take?.end();
    this.#options.onTurned(true);
  }

  /** Recordings leave room to what matters more: votes are written to the same disk. */
  async #hasRoom(now: number): Promise<boolean> {
    if (now - this.#diskAt < diskEvery) return true;
    this.#diskAt = now;
    const { dataDir, recording } = this.#workshop.config;
    return hasRoomFor(dataDir, recording.reserveBytes);
  }

  #end(because: RecordingEnding): void {
    if (this.#ended) return;
    this.#ended = true;
    clearInterval(this.#timer);
    this.#options.onEnd(because);
  }
}
