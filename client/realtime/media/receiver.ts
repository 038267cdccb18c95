import type { types } from 'mediasoup-client';
import {
  type ConsumerChange,
  type ConsumerInfo,
  mediaConsume,
  mediaReceive,
  mediaResume,
} from '../../../models/contracts/media.ts';
import type { Shown } from './fit.ts';
import type { RemoteStream } from './roster.ts';
import { type Room, onThisLine, openTransport } from './transport.ts';

interface Received {
  consumer: types.Consumer;
  layered: boolean;
  /** What the server was told last. */
  told: Fit;
}

interface Fit {
  paused: boolean;
  spatialLayer: number | undefined;
}

interface ReceiverListener {
  onTracks(tracks: ReadonlyMap<string, MediaStreamTrack>): void;
  /** Streams whose line is too weak for any layer. */
  onWeak(producerIds: ReadonlySet<string>): void;
}

/** At most so many in one request, as the contract says. */
const most = 64;

/** Receives what others send, and fits it to what is shown. */
export class Receiver {
  readonly #room: Room;
  readonly #listener: ReceiverListener;
  readonly #transport: Promise<types.Transport>;
  readonly #received = new Map<string, Received>();
  #wanted = new Map<string, RemoteStream>();
  #shown: Shown = new Map();
  #weak: ReadonlySet<string> = new Set();
  #running = false;
  #again = false;
  #closed = false;

  constructor(room: Room, listener: ReceiverListener) {
    this.#room = room;
    this.#listener = listener;
    this.#transport = openTransport(room, 'recv');
    this.#transport.catch(() => room.onBroken());
  }

  get transport(): Promise<types.Transport> {
    return this.#transport;
  }

  /** What is to be received: everything that the others send. */
  want(streams: readonly RemoteStream[]): void {
    this.#wanted = new Map(streams.map((stream) => [stream.producerId, stream]));
    this.#run();
  }

  /** Streams that are not named are received as if they were large. */
  show(shown: Shown): void {
    this.#shown = shown;
    this.#run();
  }

  onLayers(consumerId: string, hasLayer: boolean): void {
    for (const [producerId, { consumer }] of this.#received) {
      if (consumer.id !== consumerId) continue;
      const weak = new Set(this.#weak);
      if (hasLayer) weak.delete(producerId);
      else weak.add(producerId);
      this.#weak = weak;
      this.#listener.onWeak(weak);
    }
  }

  close(): void {
    this.#closed = true;
    void this.#transport.then(
      (transport) => transport.close(),
      () => undefined,
    );
  }

  /** Works until all is as wished; what changes meanwhile is looked at once more. */
  #run(): void {
    this.#again = true;
    if (!this.#running) void this.#settle();
  }

  async #settle(): Promise<void> {
    this.#running = true;
    try {
      while (this.#again && !this.#closed) {
        this.#again = false;
        this.#stop();
        await this.#start();
        await this.#fit();
      }
    } catch {
      if (!this.#closed) this.#room.onBroken();
    }
    this.#running = false;
  }

  /** The server ended its side together with the stream. */
  #stop(): void {
    const gone = [...this.#received].filter(([producerId]) => !this.#wanted.has(producerId));
    if (gone.length === 0) return;
    for (const [producerId, { consumer }] of gone) {
      consumer.close();
      this.#received.delete(producerId);
    }
    this.#tell();
  }

  async #start(): Promise<void> {
    const transport = await this.#transport;
    const { connection, meetingId } = this.#room;
    const missing = [...this.#wanted.keys()].filter((id) => !this.#received.has(id));
    for (const producerIds of inParts(missing)) {
      const request = { meetingId, producerIds };
      const { consumers } = await connection.request(mediaConsume, request, onThisLine);
      const made = await Promise.all(consumers.map((info) => this.#receive(transport, info)));
      // What the server left out has ended; the word about it is on its way, or this device cannot decode it.
      const left = producerIds.filter((id) => !this.#received.has(id));
      for (const producerId of left) this.#wanted.delete(producerId);
      const consumerIds = made.map(({ id }) => id);
      if (consumerIds.length === 0) continue;
      await connection.request(mediaResume, { meetingId, consumerIds }, onThisLine);
      this.#tell();
    }
  }

  async #receive(transport: types.Transport, info: ConsumerInfo): Promise<types.Consumer> {
    const { consumerId: id, producerId, kind, rtpParameters, type } = info;
    const consumer = await transport.consume({ id, producerId, kind, rtpParameters });
    const told = { paused: false, spatialLayer: undefined };
    this.#received.set(producerId, { consumer, layered: type !== 'simple', told });
    return consumer;
  }

  async #fit(): Promise<void> {
    const changes: ConsumerChange[] = [];
    for (const [producerId, received] of this.#received) {
      const fit = fitOf(this.#shown.get(producerId)?.height, received);
      const { told, consumer } = received;
      if (fit.paused === told.paused && fit.spatialLayer === told.spatialLayer) continue;
      received.told = fit;
      const { paused, spatialLayer } = fit;
      const layers = spatialLayer === undefined ? undefined : { spatialLayer };
      changes.push({ consumerId: consumer.id, paused, layers });
    }
    const { connection, meetingId } = this.#room;
    for (const part of inParts(changes))
      await connection.request(mediaReceive, { meetingId, changes: part }, onThisLine);
  }

  #tell(): void {
    this.#listener.onTracks(
      new Map([...this.#received].map(([id, { consumer }]) => [id, consumer.track])),
    );
  }
}

/** Layers are a quarter, a half and the whole of about 720 lines; sound is never paused. */
function fitOf(height: number | null | undefined, { consumer, layered, told }: Received): Fit {
  if (consumer.kind === 'audio' || height === undefined) return { ...told, paused: false };
  if (height === null) return { ...told, paused: true };
  const spatialLayer = height <= 200 ? 0 : height <= 400 ? 1 : 2;
  return { paused: false, spatialLayer: layered ? spatialLayer : undefined };
}

function inParts<T>(all: T[]): T[][] {
  const parts: T[][] = [];
  for (let at = 0; at < all.length; at += most) parts.push(all.slice(at, at + most));
  return parts;
}
