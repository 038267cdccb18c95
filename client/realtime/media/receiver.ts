import type { types } from 'mediasoup-client';
import {
  type ConsumerChange,
  type ConsumerInfo,
  mediaConsume,
  mediaReceive,
} from '../../../models/contracts/media.ts';
import { isRefusal } from '../refusal.ts';
import { type Fit, type ReceiveMode, type Shown, fitsOf } from './fit.ts';
import type { RemoteStream } from './roster.ts';
import { type Room, type Way, askOnce, onThisLine, openTransport } from './transport.ts';

interface Received {
  consumer: types.Consumer;
  layered: boolean;
  fit: Fit;
  /** What the server agreed to last; a consumer begins paused. */
  told: Told;
  /** Since when nobody looks at it, milliseconds of this machine; null while it flows. */
  idleSince: number | null;
  /** Whether the server has a layer for it that the line can carry. */
  hasLayer: boolean;
  flowsSince: number;
}

type Told = Required<Omit<ConsumerChange, 'consumerId' | 'closed'>>;

interface ReceiverListener {
  onTracks(tracks: ReadonlyMap<string, MediaStreamTrack>): void;
  /** Streams whose line is too weak for any layer. */
  onWeak(producerIds: ReadonlySet<string>): void;
  /** Streams that are shown but left out to spare the line. */
  onWithheld(producerIds: ReadonlySet<string>): void;
}

/** What there is to receive, and how it is looked at. The streams may change in place; `update` tells when. */
export interface Wanted {
  streams: ReadonlyMap<string, RemoteStream>;
  shown: Shown;
  mode: ReceiveMode;
}

/** At most so many in one request, as the contract says. */
const most = 64;
/** Milliseconds that a picture out of sight is kept paused, as one scrolls back and turns pages to and fro. */
const keepIdle = 10_000;
/** Milliseconds within which a picture that begins to flow gets its first layer on a line that can carry it. */
const firstLayer = 4000;

/** Receives what others send, and fits it to what is shown. */
export class Receiver {
  readonly #room: Room;
  readonly #listener: ReceiverListener;
  readonly #way: Promise<Way>;
  readonly #received = new Map<string, Received>();
  /** What the server does not give: it has ended, or this device cannot decode it. */
  readonly #refused = new Set<string>();
  #wanted: Wanted;
  #fits = new Map<string, Fit>();
  #running = false;
  #again = false;
  #closed = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(room: Room, wanted: Wanted, listener: ReceiverListener) {
    this.#room = room;
    this.#wanted = wanted;
    this.#listener = listener;
    this.#way = openTransport(room, 'recv');
    this.#way.catch((error: unknown) => {
      if (!isRefusal(error, 'offline')) room.onBroken();
    });
    this.update();
  }

  get way(): Promise<Way> {
    return this.#way;
  }

  /** What is sent, shown or wished for has changed; without a value, only the streams in place. */
  update(wanted: Wanted = this.#wanted): void {
    this.#wanted = wanted;
    this.#again = true;
    if (!this.#running) void this.#settle();
  }

  onLayers(consumerId: string, hasLayer: boolean): void {
    for (const received of this.#received.values())
      // While nothing is to flow the server has no layer for it either.
      if (received.consumer.id === consumerId && received.idleSince === null)
        received.hasLayer = hasLayer;
    this.#judge();
  }

  /** The stay goes on over a new line. */
  resume(): void {
    void this.#way.then(
      ({ mend }) => mend(),
      () => undefined,
    );
    this.#refused.clear();
    this.update();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    void this.#way.then(
      ({ transport }) => transport.close(),
      () => undefined,
    );
  }

  /** Works until all is as wished; what changes meanwhile is looked at once more. */
  async #settle(): Promise<void> {
    this.#running = true;
    try {
      const { transport } = await this.#way;
      while (this.#again && !this.#closed) {
        this.#again = false;
        const { streams, shown, mode } = this.#wanted;
        this.#fits = fitsOf(streams.values(), shown, mode);
        this.#stop();
        // What is out of sight is paused before anything else takes its room.
        await this.#fit();
        await this.#start(transport);
        await this.#closeIdle();
        this.#judge();
      }
    } catch (error) {
      if (!this.#closed) this.#failed(error);
    }
    this.#running = false;
  }

  #failed(error: unknown): void {
    if (isRefusal(error, 'too_many_requests')) {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.update(), 1000);
    } else if (!isRefusal(error, 'offline')) this.#room.onBroken();
    // Else it goes on over the next line.
  }

  /** The server ended its side together with the stream. */
  #stop(): void {
    const { streams } = this.#wanted;
    for (const producerId of this.#refused)
      if (!streams.has(producerId)) this.#refused.delete(producerId);
    const gone = [...this.#received].filter(([producerId]) => !streams.has(producerId));
    for (const [producerId, { consumer }] of gone) {
      consumer.close();
      this.#received.delete(producerId);
    }
  }

  async #start(transport: types.Transport): Promise<void> {
    const { streams } = this.#wanted;
    const missing = [...this.#fits].flatMap(([producerId, { state, priority }]) => {
      const isThere = this.#received.has(producerId) || this.#refused.has(producerId);
      if (isThere || state !== 'flowing') return [];
      // A microphone costs nothing before it is heard for the first time.
      const stream = streams.get(producerId);
      return stream?.kind === 'audio' && stream.paused ? [] : [{ producerId, priority }];
    });
    missing.sort((a, b) => b.priority - a.priority);
    for (const part of inParts(missing)) {
      const producerIds = part.map(({ producerId }) => producerId);
      await this.#receive(transport, producerIds);
      await this.#fit();
      this.#tellTracks();
    }
  }

  async #receive(transport: types.Transport, producerIds: string[]): Promise<void> {
    const { connection, meetingId } = this.#room;
    const request = { meetingId, producerIds };
    const { consumers } = await connection.request(mediaConsume, request, onThisLine);
    const given = new Set(consumers.map(({ producerId }) => producerId));
    for (const producerId of producerIds) if (!given.has(producerId)) this.#refused.add(producerId);
    await Promise.all(consumers.map((info) => this.#take(transport, info)));
  }

  async #take(transport: types.Transport, info: ConsumerInfo): Promise<void> {
    const { consumerId: id, producerId, kind, rtpParameters, type } = info;
    const consumer = await transport.consume({ id, producerId, kind, rtpParameters });
    this.#received.set(producerId, {
      consumer,
      layered: type !== 'simple',
      fit: nothing,
      told: { paused: true, layers: { spatialLayer: -1 }, priority: 1 },
      idleSince: Date.now(),
      hasLayer: true,
      flowsSince: 0,
    });
  }

  async #fit(): Promise<void> {
    const changes: { received: Received; told: Told }[] = [];
    for (const [producerId, received] of this.#received) {
      this.#refit(received, this.#fits.get(producerId) ?? nothing);
      const told = toTell(received);
      if (!isTold(told, received.told)) changes.push({ received, told });
    }
    const { connection, meetingId } = this.#room;
    for (const part of inParts(changes)) {
      const request = part.map(({ received, told }) => changeOf(received, told));
      await connection.request(mediaReceive, { meetingId, changes: request }, onThisLine);
      for (const { received, told } of part) received.told = told;
    }
  }

  #refit(received: Received, fit: Fit): void {
    const flowed = received.fit.state === 'flowing';
    const flows = fit.state === 'flowing';
    received.fit = fit;
    if (flows && !flowed) {
      received.idleSince = null;
      received.flowsSince = Date.now();
      received.hasLayer = !received.layered;
    }
    if (!flows && flowed) received.idleSince = Date.now();
  }

  /** Gives back what has not been looked at for a while. */
  async #closeIdle(): Promise<void> {
    const due = Date.now() - keepIdle;
    const idle = [...this.#received].filter(
      ([, { idleSince }]) => idleSince !== null && idleSince <= due,
    );
    const { meetingId } = this.#room;
    for (const part of inParts(idle)) {
      const changes = part.map(([, { consumer }]) => ({ consumerId: consumer.id, closed: true }));
      await askOnce(this.#room, mediaReceive, { meetingId, changes });
      for (const [producerId, { consumer }] of part) {
        consumer.close();
        this.#received.delete(producerId);
      }
    }
    this.#tellTracks();
  }

  #tellTracks(): void {
    const tracks = new Map<string, MediaStreamTrack>();
    // A picture out of sight keeps its last frame until it is given back; what is withheld shows none.
    for (const [producerId, { consumer, fit }] of this.#received)
      if (fit.state !== 'withheld') tracks.set(producerId, consumer.track);
    this.#listener.onTracks(tracks);
    const withheld = [...this.#fits].filter(([, { state }]) => state === 'withheld');
    this.#listener.onWithheld(new Set(withheld.map(([producerId]) => producerId)));
  }

  /** Finds the weak ones, and when to look again. */
  #judge(): void {
    const now = Date.now();
    const weak = new Set<string>();
    const looks: number[] = [];
    for (const [producerId, { idleSince, hasLayer, flowsSince }] of this.#received) {
      if (idleSince !== null) looks.push(idleSince + keepIdle);
      else if (hasLayer || this.#wanted.streams.get(producerId)?.paused !== false) continue;
      else if (flowsSince + firstLayer <= now) weak.add(producerId);
      else looks.push(flowsSince + firstLayer);
    }
    this.#listener.onWeak(weak);
    clearTimeout(this.#timer);
    if (looks.length === 0 || this.#closed) return;
    this.#timer = setTimeout(() => this.update(), Math.max(50, Math.min(...looks) - now));
  }
}

const nothing: Fit = { state: 'hidden', spatialLayer: 0, priority: 1 };

function toTell({ fit, told }: Received): Told {
  // Paused, its layers mean nothing.
  if (fit.state !== 'flowing') return { ...told, paused: true };
  const { spatialLayer, priority } = fit;
  return { paused: false, layers: { spatialLayer }, priority };
}

const isTold = (now: Told, before: Told): boolean =>
  now.paused === before.paused &&
  now.priority === before.priority &&
  now.layers.spatialLayer === before.layers.spatialLayer;

const changeOf = ({ consumer, layered }: Received, told: Told): ConsumerChange => ({
  consumerId: consumer.id,
  paused: told.paused,
  ...(layered && !told.paused && { layers: told.layers }),
  ...(!told.paused && { priority: told.priority }),
});

function inParts<T>(all: T[]): T[][] {
  const parts: T[][] = [];
  for (let at = 0; at < all.length; at += most) parts.push(all.slice(at, at + most));
  return parts;
}
