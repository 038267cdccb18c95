import type { types } from 'mediasoup';
import type { ProducerInfo } from '../models/contracts/media.ts';
import type { RtpCapabilities } from '../models/contracts/rtp.ts';
import { AppError } from '../models/errors.ts';
import { roomCodecs } from './codecs.ts';
import type { MediaNodeEvents, ProduceRequest, TransportRequest } from './media-node.ts';
import type { PausableProducer } from './pausable-producer.ts';
import { Peer } from './peer.ts';
import { Speakers } from './speakers.ts';
import type { Counts } from './stats.ts';
import { WantedLayers } from './wanted-layers.ts';
import type { WorkerSlot } from './worker-pool.ts';

export type Emit = <E extends keyof MediaNodeEvents>(event: E, data: MediaNodeEvents[E]) => void;

/** Bits per second a fresh line is thought to carry, until the first estimate. */
const firstEstimate = 1_000_000;

/** One router on one worker, and the peers that meet on it. */
export class Room {
  readonly id: string;
  readonly slot: WorkerSlot;
  readonly #router: types.Router;
  readonly #emit: Emit;
  readonly #peers = new Map<string, Peer>();
  readonly #wanted: WantedLayers;
  #speakers: Speakers | undefined;

  static async open(id: string, slot: WorkerSlot, emit: Emit): Promise<Room> {
    const router = await slot.worker.createRouter({ mediaCodecs: roomCodecs });
    const room = new Room(id, slot, router, emit);
    room.#speakers = await Speakers.create(router, {
      onSpeaker: (peerId) => room.#tell('speaker', { roomId: id, peerId }),
      onLevels: (levels) => room.#tell('levels', { roomId: id, levels }),
    });
    slot.rooms.add(room);
    return room;
  }

  private constructor(id: string, slot: WorkerSlot, router: types.Router, emit: Emit) {
    this.id = id;
    this.slot = slot;
    this.#router = router;
    this.#emit = emit;
    this.#wanted = new WantedLayers((producerId, spatialLayer) => {
      const peerId = this.#owner(producerId)?.id;
      if (peerId !== undefined) {
        this.#tell('wanted', { roomId: id, peerId, producerId, spatialLayer });
      }
    });
  }

  get closed(): boolean {
    return this.#router.closed;
  }

  get rtpCapabilities(): RtpCapabilities {
    return this.#router.rtpCapabilities;
  }

  get peerIds(): string[] {
    return [...this.#peers.keys()];
  }

  get speakerPeerId(): string | null {
    return this.#speakers?.peerId ?? null;
  }

  /** Adds a peer; one of the same name is closed first. */
  join(peerId: string): Peer {
    this.leave(peerId);
    const peer = new Peer(peerId, {
      canConsume: (producerId, rtpCapabilities) =>
        !this.closed && this.#router.canConsume({ producerId, rtpCapabilities }),
      onProducerClosed: ({ producer: { id: producerId } }) =>
        this.#tell('producerClosed', { roomId: this.id, peerId, producerId }),
      onConsumerChanged: (consumer) => this.#wanted.update(consumer),
      onLayers: (_, { id: consumerId, currentLayers }) =>
        this.#tell('layers', {
          roomId: this.id,
          peerId,
          consumerId,
          layers: currentLayers ?? null,
        }),
    });
    this.#peers.set(peerId, peer);
    return peer;
  }

  leave(peerId: string): void {
    this.#peers.get(peerId)?.close();
    this.#peers.delete(peerId);
  }

  peer(peerId: string): Peer {
    const peer = this.#peers.get(peerId);
    if (!peer) throw new AppError('media_not_joined');
    return peer;
  }

  producersFor(peerId: string): ProducerInfo[] {
    return [...this.#peers.values()]
      .filter(({ id }) => id !== peerId)
      .flatMap(({ producers }) => producers.map((producer) => producer.info()));
  }

  async createWebRtcTransport(
    peer: Peer,
    { direction, rtpCapabilities, ways }: TransportRequest,
  ): Promise<types.WebRtcTransport> {
    const transport = await this.#router.createWebRtcTransport({
      webRtcServer: this.slot.webRtcServer,
      enableUdp: ways !== 'tcp',
      enableTcp: ways !== 'udp',
      preferUdp: true,
      initialAvailableOutgoingBitrate: firstEstimate,
    });
    const tell = (state: MediaNodeEvents['transport']['state']): void =>
      this.#tell('transport', {
        roomId: this.id,
        peerId: peer.id,
        transportId: transport.id,
        state,
      });
    transport.on('icestatechange', (state) => {
      if (state === 'disconnected') tell('disconnected');
    });
    transport.on('dtlsstatechange', (state) => {
      if (state === 'connected' || state === 'failed') tell(state);
    });
    this.#give(peer, transport, { direction, rtpCapabilities });
    return transport;
  }

  async createPlainTransport(peer: Peer, request: TransportRequest): Promise<types.PlainTransport> {
    const transport = await this.#router.createPlainTransport({
      listenInfo: { protocol: 'udp', ip: '127.0.0.1' },
      rtcpMux: true,
      comedia: request.direction === 'send',
    });
    this.#give(peer, transport, request);
    return transport;
  }

  /** The peer may have left while the transport was made. */
  #give(
    peer: Peer,
    transport: types.WebRtcTransport | types.PlainTransport,
    { direction, rtpCapabilities }: TransportRequest,
  ): void {
    if (this.#peers.get(peer.id) !== peer) {
      transport.close();
      throw new AppError('media_not_joined');
    }
    peer.addTransport(direction, transport, rtpCapabilities);
  }

  async produce(peer: Peer, request: ProduceRequest): Promise<PausableProducer> {
    const owned = await peer.produce(request);
    const { producer, source } = owned;
    if (producer.kind === 'video') this.#wanted.watch(producer);
    if (source === 'microphone') await this.#speakers?.add(producer, peer.id);
    this.announce(owned);
    return owned;
  }

  announce(owned: PausableProducer): void {
    this.#tell('producer', { roomId: this.id, producer: owned.info() });
  }

  counts(): Counts {
    const counts = { peers: this.#peers.size, producers: 0, consumers: 0 };
    for (const peer of this.#peers.values()) {
      counts.producers += peer.producers.length;
      counts.consumers += peer.consumerCount;
    }
    return counts;
  }

  /** Ends the room without a word about each stream: whoever closes it says so once. */
  close(): void {
    this.#wanted.close();
    this.slot.rooms.delete(this);
    this.#router.close();
  }

  #owner(producerId: string): Peer | undefined {
    return [...this.#peers.values()].find(({ producers }) =>
      producers.some(({ producer }) => producer.id === producerId),
    );
  }

  /** A closed room is silent; so is one whose worker died, for 'roomLost' says it all. */
  #tell: Emit = (event, data) => {
    if (!this.closed && !this.slot.worker.closed) this.#emit(event, data);
  };
}
