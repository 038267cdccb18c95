import type { types } from 'mediasoup';
import type { ConsumerChange, ConsumerInfo } from '../models/contracts/media.ts';
import type { RtpCapabilities } from '../models/contracts/rtp.ts';
import { AppError } from '../models/errors.ts';
import type { Direction, ProduceRequest } from './media-node.ts';
import { PausableProducer } from './pausable-producer.ts';
import type { Stage } from './stage.ts';
import { consumerStats, producerStats, transportStats } from './stats.ts';
import type { PeerStats, PeerTransport } from './stats.ts';

/** What a peer tells its room. */
export interface PeerListener {
  canConsume(producerId: string, rtpCapabilities: RtpCapabilities): boolean;
  /** Brings a stream to the peer's stage; nothing to wait for when it is there. */
  reach(producerId: string): Promise<unknown> | undefined;
  onProducer(producer: PausableProducer): void;
  onProducerClosed(producer: PausableProducer): void;
  /** Made, paused, resumed, closed, or other layers chosen. */
  onConsumerChanged(consumer: types.Consumer): void;
  onLayers(peerId: string, consumer: types.Consumer): void;
}

/** One connection: a transport for each direction, what it sends, and what it receives. */
export class Peer {
  readonly id: string;
  readonly stage: Stage;
  readonly #listener: PeerListener;
  readonly #transports = new Map<Direction, PeerTransport>();
  readonly #producers = new Map<string, PausableProducer>();
  readonly #consumers = new Map<string, types.Consumer>();
  /** By producer, also while being made: asking twice must not give two. */
  readonly #consuming = new Map<string, Promise<types.Consumer>>();
  #rtpCapabilities: RtpCapabilities | undefined;

  constructor(id: string, stage: Stage, listener: PeerListener) {
    this.id = id;
    this.stage = stage;
    this.#listener = listener;
  }

  get producers(): PausableProducer[] {
    return [...this.#producers.values()];
  }

  get consumerCount(): number {
    return this.#consumers.size;
  }

  /** Takes a transport; an earlier one of the same direction is closed with all that it carried. */
  addTransport(
    direction: Direction,
    transport: PeerTransport,
    rtpCapabilities: RtpCapabilities | undefined,
  ): void {
    this.#transports.get(direction)?.close();
    this.#transports.set(direction, transport);
    if (direction === 'recv') this.#rtpCapabilities = rtpCapabilities;
  }

  webRtcTransport(transportId: string): types.WebRtcTransport {
    const transport = this.#transport(transportId);
    if (transport.type !== 'webrtc') throw new AppError('not_found');
    return transport;
  }

  plainTransport(transportId: string): types.PlainTransport {
    const transport = this.#transport(transportId);
    if (transport.type !== 'plain') throw new AppError('not_found');
    return transport;
  }

  async produce(request: ProduceRequest): Promise<PausableProducer> {
    const { transportId, source, kind, rtpParameters, paused, locked = false } = request;
    const transport = this.#transports.get('send');
    if (transport?.id !== transportId) throw new AppError('not_found');
    for (const old of this.producers) if (old.source === source) old.producer.close();
    const producer = await transport.produce({ kind, rtpParameters, paused: paused || locked });
    const owned = new PausableProducer(producer, { peerId: this.id, source, paused, locked });
    this.#producers.set(producer.id, owned);
    producer.observer.once('close', () => {
      this.#producers.delete(producer.id);
      this.#listener.onProducerClosed(owned);
    });
    this.#listener.onProducer(owned);
    return owned;
  }

  producer(producerId: string): PausableProducer {
    const producer = this.#producers.get(producerId);
    if (!producer) throw new AppError('not_found');
    return producer;
  }

  /** Leaves out what has ended, what is the peer's own, and what it cannot decode. */
  async consume(producerIds: string[]): Promise<ConsumerInfo[]> {
    const consumers = await Promise.all(producerIds.map((id) => this.#consumeOne(id)));
    return consumers.flatMap((consumer) => (consumer ? [consumerInfo(consumer)] : []));
  }

  async #consumeOne(producerId: string): Promise<types.Consumer | undefined> {
    const transport = this.#transports.get('recv');
    const rtpCapabilities = this.#rtpCapabilities;
    if (!transport || !rtpCapabilities) throw new AppError('media_not_joined');
    if (this.#producers.has(producerId)) return undefined;
    if (!this.#listener.canConsume(producerId, rtpCapabilities)) return undefined;
    let made = this.#consuming.get(producerId);
    if (!made) {
      made = this.#receive(transport, producerId, rtpCapabilities);
      this.#consuming.set(producerId, made);
      made.then(
        (consumer) => this.#addConsumer(consumer),
        () => this.#consuming.delete(producerId),
      );
    }
    try {
      return await made;
    } catch (error) {
      // Ended between the look and the making.
      if (!this.#listener.canConsume(producerId, rtpCapabilities)) return undefined;
      throw error;
    }
  }

  async #receive(
    transport: PeerTransport,
    producerId: string,
    rtpCapabilities: RtpCapabilities,
  ): Promise<types.Consumer> {
    await this.#listener.reach(producerId);
    return transport.consume({ producerId, rtpCapabilities, paused: true });
  }

  #addConsumer(consumer: types.Consumer): void {
    this.#consumers.set(consumer.id, consumer);
    consumer.on('layerschange', () => this.#listener.onLayers(this.id, consumer));
    consumer.observer.once('close', () => {
      this.#consumers.delete(consumer.id);
      this.#consuming.delete(consumer.producerId);
      this.#listener.onConsumerChanged(consumer);
    });
    this.#listener.onConsumerChanged(consumer);
  }

  async changeConsumers(changes: ConsumerChange[]): Promise<void> {
    await Promise.all(
      changes.map(async (change) => {
        const consumer = this.#consumers.get(change.consumerId);
        if (!consumer) return;
        await changeConsumer(consumer, change);
        this.#listener.onConsumerChanged(consumer);
      }),
    );
  }

  async stats(): Promise<PeerStats> {
    const [transports, producers, consumers] = await Promise.all([
      Promise.all([...this.#transports].map(([way, transport]) => transportStats(transport, way))),
      Promise.all(this.producers.map(({ producer }) => producerStats(producer))),
      Promise.all([...this.#consumers.values()].map(consumerStats)),
    ]);
    return { transports, producers, consumers };
  }

  close(): void {
    for (const transport of this.#transports.values()) transport.close();
    this.#transports.clear();
  }

  #transport(transportId: string): PeerTransport {
    for (const transport of this.#transports.values()) {
      if (transport.id === transportId) return transport;
    }
    throw new AppError('not_found');
  }
}

/** Layers and priority first, so that what begins to flow is already what was asked for. */
async function changeConsumer(consumer: types.Consumer, change: ConsumerChange): Promise<void> {
  const { layers, priority, paused, closed } = change;
  if (closed) return consumer.close();
  if (layers && consumer.type !== 'simple') await consumer.setPreferredLayers(layers);
  if (priority !== undefined) await consumer.setPriority(priority);
  if (paused === true) await consumer.pause();
  if (paused === false) await consumer.resume();
}

function consumerInfo(consumer: types.Consumer): ConsumerInfo {
  const { id: consumerId, producerId, kind, rtpParameters, type, producerPaused } = consumer;
  if (type === 'pipe') throw new Error('a peer never gets a pipe consumer');
  return { consumerId, producerId, kind, rtpParameters, type, producerPaused };
}
