import type { types } from 'mediasoup-client';
import type { z } from 'zod';
import {
  MediaSource,
  mediaPause,
  mediaProduce,
  mediaStop,
  type ProducerInfo,
} from '../../../models/contracts/media.ts';
import { RtpParameters } from '../../../models/contracts/rtp.ts';
import { AppError } from '../../../models/errors.ts';
import { isRefusal } from '../refusal.ts';
import { encodeUpTo } from './encodings.ts';
import type { LocalControl, LocalMedia } from './local-media.ts';
import { type Room, type Way, answer, askOnce, onThisLine, openTransport } from './transport.ts';

type Sending = Pick<types.ProducerOptions, 'encodings' | 'codecOptions'>;

/** Bits per second. The lowest camera layer is for small tiles and weak lines, the highest for the speaker. */
const settings: Record<MediaSource, Sending> = {
  camera: {
    encodings: [
      { rid: 'r0', scaleResolutionDownBy: 4, maxBitrate: 150_000 },
      { rid: 'r1', scaleResolutionDownBy: 2, maxBitrate: 500_000 },
      { rid: 'r2', scaleResolutionDownBy: 1, maxBitrate: 1_500_000 },
    ],
    codecOptions: { videoGoogleStartBitrate: 1000 },
  },
  screen: { encodings: [{ maxBitrate: 2_500_000 }] },
  // With DTX a silent microphone sends next to nothing; FEC hides the loss of a packet.
  microphone: { codecOptions: { opusDtx: true, opusFec: true, opusStereo: false } },
  'screen-audio': { codecOptions: { opusStereo: true, opusFec: true } },
};

const sources = MediaSource.options;

/** Keeps what is sent equal to what is captured, switched on and allowed. */
export class Sender {
  readonly #room: Room;
  readonly #local: LocalMedia;
  readonly #onLocked: (locked: boolean) => void;
  readonly #producers = new Map<MediaSource, types.Producer>();
  /** What the server was asked last: whether a stream is to be paused. */
  readonly #asked = new Map<MediaSource, boolean>();
  readonly #locked = new Set<MediaSource>();
  /** Per source, one change after another. */
  readonly #turns = new Map<MediaSource, Promise<void>>();
  readonly #stopWatching: () => void;
  #way: Promise<Way> | undefined;
  #closed = false;

  /** @param onLocked hears whether the floor keeps the microphone silent */
  constructor(room: Room, local: LocalMedia, onLocked: (locked: boolean) => void) {
    this.#room = room;
    this.#local = local;
    this.#onLocked = onLocked;
    this.#stopWatching = local.subscribe(() => this.#settleAll());
    this.#settleAll();
  }

  /** The way, once anything was sent. */
  get way(): Promise<Way> | undefined {
    return this.#way;
  }

  /** What the server says about a stream of one's own. Only a person makes a microphone live, never a notice. */
  onOwnStream({ producerId, source, paused, locked }: ProducerInfo): void {
    const own = this.#producers.get(source);
    // It may be one that is being made now, or whose end the server did not hear of.
    if (own?.id !== producerId) return this.#inTurn(source, () => this.#stopUnknown(producerId));
    const expected = this.#asked.get(source) ?? own.paused;
    this.#noteLock(source, locked);
    if (paused && !expected && source === 'microphone') this.#switchOff(source);
    if (!paused && expected) this.#inTurn(source, () => this.#pause(source, own, true));
    this.#inTurn(source, () => this.#settle(source));
  }

  /** Stops encoding the layers that nobody receives. */
  onWanted(producerId: string, layer: number | null): void {
    for (const [source, producer] of this.#producers)
      if (producer.id === producerId && producer.kind === 'video')
        this.#inTurn(source, () => encodeUpTo(producer, layer));
  }

  /** The stay goes on over a new line. */
  resume(): void {
    void this.#way?.then(({ mend }) => mend());
    this.#settleAll();
  }

  close(): void {
    this.#closed = true;
    this.#stopWatching();
    void this.#way?.then(
      ({ transport }) => transport.close(),
      () => undefined,
    );
  }

  #settleAll(): void {
    for (const source of sources) this.#inTurn(source, () => this.#settle(source));
  }

  #inTurn(source: MediaSource, work: () => Promise<void>): void {
    const turn = async (before: Promise<void> | undefined) => {
      await before;
      if (this.#closed) return;
      try {
        await work();
      } catch (error) {
        this.#failed(source, error);
      }
    };
    this.#turns.set(source, turn(this.#turns.get(source)));
  }

  async #settle(source: MediaSource): Promise<void> {
    const track = this.#local.getSnapshot().tracks[source];
    const producer = this.#producers.get(source);
    if (!track) return producer && this.#stop(source, producer);
    if (!producer) return this.#start(source, track);
    if (producer.track !== track) await producer.replaceTrack({ track });
    // The sound of a screen waits for the lock to go; a microphone that a person switches on asks again.
    const isOn = track.enabled && (source === 'microphone' || !this.#locked.has(source));
    if (producer.paused === isOn) await this.#pause(source, producer, !isOn);
  }

  async #start(source: MediaSource, track: MediaStreamTrack): Promise<void> {
    // A microphone that was never on costs the meeting nothing.
    if (!track.enabled) return;
    this.#way ??= this.#open();
    const { transport } = await this.#way;
    const producer = await transport.produce({
      track,
      ...settings[source],
      stopTracks: false,
      // Whether it is on is the capture's own matter.
      disableTrackOnPause: false,
      appData: { source },
    });
    this.#producers.set(source, producer);
    this.#asked.delete(source);
    producer.observer.once('close', () => this.#producers.delete(source));
    // It may have been switched off, or exchanged, while it was made.
    await this.#settle(source);
  }

  async #open(): Promise<Way> {
    const { meetingId } = this.#room;
    const way = await openTransport(this.#room, 'send');
    const { transport } = way;
    const produce = async (source: MediaSource, request: z.input<typeof mediaProduce.request>) => {
      try {
        const made = await askOnce(this.#room, mediaProduce, request);
        this.#noteLock(source, made.locked);
        return made;
      } catch (error) {
        // The transport is no more.
        if (isRefusal(error, 'not_found')) this.#room.onBroken();
        throw error;
      }
    };
    transport.on('produce', ({ kind, rtpParameters, appData }, done, fail) => {
      const source = MediaSource.parse(appData.source);
      const made = produce(source, {
        meetingId,
        transportId: transport.id,
        kind,
        source,
        rtpParameters: RtpParameters.parse(rtpParameters),
        paused: false,
      });
      void answer(made, ({ producerId: id }) => done({ id }), fail);
    });
    if (this.#closed) transport.close();
    return way;
  }

  async #pause(source: MediaSource, producer: types.Producer, paused: boolean): Promise<void> {
    const { connection, meetingId } = this.#room;
    const request = { meetingId, producerId: producer.id, paused };
    // Silent here first, and heard only when the server agrees.
    if (paused) producer.pause();
    this.#asked.set(source, paused);
    try {
      await connection.request(mediaPause, request, onThisLine);
    } catch (error) {
      this.#asked.delete(source);
      // It ended on the other side: a new one takes its place when it is wanted.
      if (!isRefusal(error, 'not_found')) throw error;
      producer.close();
      return this.#settle(source);
    }
    if (!paused) producer.resume();
    // Also DTX sends some packets in a second; a muted microphone is to send none.
    if (producer.kind === 'audio') await encodeUpTo(producer, paused ? null : 0);
  }

  async #stop(source: MediaSource, producer: types.Producer): Promise<void> {
    producer.close();
    this.#producers.delete(source);
    this.#noteLock(source, false);
    await this.#tellStopped(producer.id);
  }

  async #stopUnknown(producerId: string): Promise<void> {
    const isOwn = [...this.#producers.values()].some(({ id }) => id === producerId);
    if (!isOwn) await this.#tellStopped(producerId);
  }

  async #tellStopped(producerId: string): Promise<void> {
    const { connection, meetingId } = this.#room;
    await connection.request(mediaStop, { meetingId, producerId }, onThisLine);
  }

  #noteLock(source: MediaSource, locked: boolean): void {
    if (locked) this.#locked.add(source);
    else this.#locked.delete(source);
    if (source !== 'microphone') return;
    this.#onLocked(locked);
    if (locked) this.#switchOff(source);
  }

  /** What the server or the browser refuses is shown as what it is: off. Else the way is broken. */
  #failed(source: MediaSource, error: unknown): void {
    // On the next line it goes on; a stream that is gone needs nothing.
    if (this.#closed || isRefusal(error, 'offline') || isRefusal(error, 'not_found')) return;
    if (isRefusal(error, 'microphone_locked')) return this.#noteLock(source, true);
    const refused = isRefusal(error, 'not_allowed') || isRefusal(error, 'media_rejected');
    if (refused || !(error instanceof AppError)) this.#switchOff(source);
    else this.#room.onBroken();
  }

  #switchOff(source: MediaSource): void {
    // A screen may well be shown in silence.
    if (source === 'screen-audio') return;
    const control: LocalControl = source;
    void this.#local.set(control, false);
  }
}
