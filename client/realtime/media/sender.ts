import type { types } from 'mediasoup-client';
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
import type { LocalControl, LocalMedia } from './local-media.ts';
import { type Room, answer, onThisLine, openTransport } from './transport.ts';

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

/** Keeps what is sent equal to what is captured and switched on. */
export class Sender {
  readonly #room: Room;
  readonly #local: LocalMedia;
  readonly #producers = new Map<MediaSource, types.Producer>();
  /** Per source, one change after another. */
  readonly #turns = new Map<MediaSource, Promise<void>>();
  readonly #stopWatching: () => void;
  #transport: Promise<types.Transport> | undefined;
  #closed = false;

  constructor(room: Room, local: LocalMedia) {
    this.#room = room;
    this.#local = local;
    this.#stopWatching = local.subscribe(() => this.#settleAll());
    this.#settleAll();
  }

  /** The transport, once anything was sent. */
  get transport(): Promise<types.Transport> | undefined {
    return this.#transport;
  }

  /** What the server says about a stream of one's own: a lock switches it off here too. */
  onOwnStream({ producerId, source, locked }: ProducerInfo): void {
    if (locked && this.#producers.get(source)?.id === producerId) this.#switchOff(source);
  }

  /** Stops encoding the layers that nobody receives. */
  onWanted(producerId: string, layer: number | null): void {
    for (const [source, producer] of this.#producers)
      if (producer.id === producerId) this.#inTurn(source, () => encodeUpTo(producer, layer));
  }

  close(): void {
    this.#closed = true;
    this.#stopWatching();
    void this.#transport?.then(
      (transport) => transport.close(),
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
    if (producer.paused === track.enabled) await this.#pause(producer, !track.enabled);
  }

  async #start(source: MediaSource, track: MediaStreamTrack): Promise<void> {
    // A microphone that was never on costs the meeting nothing.
    if (!track.enabled) return;
    this.#transport ??= this.#open();
    const transport = await this.#transport;
    const appData = { source };
    const producer = await transport.produce({
      track,
      ...settings[source],
      stopTracks: false,
      appData,
    });
    this.#producers.set(source, producer);
    producer.observer.once('close', () => this.#producers.delete(source));
    // It may have been switched off, or exchanged, while it was made.
    await this.#settle(source);
  }

  async #open(): Promise<types.Transport> {
    const { connection, meetingId } = this.#room;
    const transport = await openTransport(this.#room, 'send');
    transport.on('produce', ({ kind, rtpParameters, appData }, done, fail) => {
      const request = () => ({
        meetingId,
        transportId: transport.id,
        kind,
        source: MediaSource.parse(appData.source),
        rtpParameters: RtpParameters.parse(rtpParameters),
        paused: false,
      });
      const made = async () => connection.request(mediaProduce, request(), onThisLine);
      void answer(made(), ({ producerId: id }) => done({ id }), fail);
    });
    if (this.#closed) transport.close();
    return transport;
  }

  async #pause(producer: types.Producer, paused: boolean): Promise<void> {
    const { connection, meetingId } = this.#room;
    const request = { meetingId, producerId: producer.id, paused };
    // Silent here first, and heard only when the server agrees.
    if (paused) producer.pause();
    await connection.request(mediaPause, request, onThisLine);
    if (!paused) producer.resume();
  }

  async #stop(source: MediaSource, producer: types.Producer): Promise<void> {
    const { connection, meetingId } = this.#room;
    producer.close();
    this.#producers.delete(source);
    await connection.request(mediaStop, { meetingId, producerId: producer.id }, onThisLine);
  }

  /** What the server or the browser refuses is shown as what it is: off. Else the way is broken. */
  #failed(source: MediaSource, error: unknown): void {
    if (this.#closed || isRefusal(error, 'not_found')) return;
    const refused = isRefusal(error, 'not_allowed') || isRefusal(error, 'media_rejected');
    if (refused || !(error instanceof AppError)) this.#switchOff(source);
    else this.#room.onBroken();
  }

  #switchOff(source: MediaSource): void {
    const control: LocalControl = source === 'screen-audio' ? 'screen' : source;
    void this.#local.set(control, false);
  }
}

async function encodeUpTo(producer: types.Producer, layer: number | null): Promise<void> {
  if (producer.closed || producer.kind !== 'video') return;
  if (layer === null) return producer.setRtpEncodingParameters({ active: false });
  await producer.setRtpEncodingParameters({ active: true });
  if ((producer.rtpParameters.encodings?.length ?? 1) > 1) await producer.setMaxSpatialLayer(layer);
}
