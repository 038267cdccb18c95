import { join } from 'node:path';
import type { types } from 'mediasoup';
import type { ProducerInfo } from '../../models/contracts/media.ts';
import { type Footage, Picture, pictureTrack } from './picture.ts';
import { Sound, soundTrack } from './sound.ts';
import { TrackFile } from './track-file.ts';

/** Milliseconds between writes to the disk: what a crash can take. */
const flushEvery = 1000;

/** A room as a recorder needs it. */
export interface RecordedRoom {
  /** Everything that is sent in it. */
  producersFor(peerId: string): ProducerInfo[];
  /**
   * Receives a stream inside this process, paused.
   * @returns undefined when it has ended, or is in a codec that is not recorded
   */
  tap(producerId: string): Promise<types.Consumer | undefined>;
}

interface RoomRecorderOptions {
  /** An existing, empty folder. */
  folder: string;
  onLeftOut(producerId: string): void;
  onFailed(error: unknown): void;
}

/**
 * Writes what a room hears into one file for each stream of sound, and what it shows into one file. All begin at
 * the same moment. It outlives the rooms it follows: a room that is built again is followed again.
 */
export class RoomRecorder {
  readonly #options: RoomRecorderOptions;
  readonly #began = performance.now();
  readonly #files: TrackFile[] = [];
  readonly #picture: Picture;
  readonly #heard = new Map<string, types.Consumer | null>();
  readonly #timer: NodeJS.Timeout;
  #wanted: string | null = null;
  #ended = false;

  constructor(options: RoomRecorderOptions) {
    this.#options = options;
    this.#picture = new Picture(this.#newFile('picture.mkv', pictureTrack), () => this.#now());
    this.#timer = setInterval(() => this.#tick(), flushEvery);
  }

  /** Listens to a stream of sound, once however often it is told of. */
  async hear(room: RecordedRoom, { producerId, kind }: ProducerInfo): Promise<void> {
    if (kind !== 'audio' || this.#heard.has(producerId) || this.#ended) return;
    this.#heard.set(producerId, null);
    const consumer = await this.#tap(room, producerId);
    if (consumer === undefined) return void this.#heard.delete(producerId);
    this.#heard.set(producerId, consumer);
    const file = new LazyFile(() => this.#newFile(this.#nameSound(), soundTrack));
    consumer.on('rtp', (packet: Buffer) => file.sound().take(packet, this.#now()));
    consumer.observer.once('close', () => this.#heard.delete(producerId));
    await consumer.resume();
  }

  /** Shows another stream as soon as it has a key frame; null for an empty picture, at once. */
  async show(room: RecordedRoom | undefined, producerId: string | null): Promise<void> {
    if (this.#ended || this.#wanted === producerId) return;
    this.#wanted = producerId;
    if (producerId === null || room === undefined) return this.#picture.show(null);
    const consumer = await this.#tap(room, producerId);
    // Another wish may have come while this one was prepared.
    if (this.#wanted !== producerId) return consumer?.close();
    // It stays wanted: asking again would give nothing again.
    if (consumer === undefined) return this.#picture.show(null);
    consumer.observer.once('close', () => {
      if (this.#wanted === producerId) this.#wanted = null;
    });
    this.#picture.show(footageOf(consumer));
    await consumer.resume();
  }

  /** @returns when everything is on the disk */
  async stop(): Promise<void> {
    this.#ended = true;
    clearInterval(this.#timer);
    this.#wanted = null;
    this.#picture.close();
    for (const consumer of this.#heard.values()) consumer?.close();
    await Promise.all(this.#files.map((file) => file.flush()));
  }

  async #tap(room: RecordedRoom, producerId: string): Promise<types.Consumer | undefined> {
    const consumer = await room.tap(producerId);
    if (consumer === undefined) this.#options.onLeftOut(producerId);
    if (!this.#ended) return consumer;
    consumer?.close();
    return undefined;
  }

  #tick(): void {
    this.#picture.tick();
    for (const file of this.#files) void file.flush();
  }

  #now(): number {
    return performance.now() - this.#began;
  }

  #nameSound(): string {
    return `sound-${this.#files.length}.mkv`;
  }

  #newFile(name: string, track: ConstructorParameters<typeof TrackFile>[1]): TrackFile {
    const { folder, onFailed } = this.#options;
    const file = new TrackFile(join(folder, name), track, onFailed);
    this.#files.push(file);
    return file;
  }
}

/** Most microphones of a large room never say a word; those get no file. */
class LazyFile {
  readonly #open: () => TrackFile;
  #sound: Sound | undefined;

  constructor(open: () => TrackFile) {
    this.#open = open;
  }

  sound(): Sound {
    return (this.#sound ??= new Sound(this.#open()));
  }
}

const footageOf = (consumer: types.Consumer): Footage => ({
  onPacket: (listener) => void consumer.on('rtp', listener),
  onEnd: (listener) => void consumer.observer.once('close', listener),
  // It may have ended this very moment.
  requestKeyFrame: () => void consumer.requestKeyFrame().catch(() => undefined),
  close: () => consumer.close(),
});
