import type { types } from 'mediasoup';
import type { ProducerInfo } from '../models/contracts/media.ts';
import type { RtpCapabilities } from '../models/contracts/rtp.ts';
import { AppError } from '../models/errors.ts';
import type { MediaNodeEvents, ProduceRequest, TransportRequest } from './media-node.ts';
import type { PausableProducer } from './pausable-producer.ts';
import { Peer } from './peer.ts';
import { Pipes } from './pipes.ts';
import { Speakers } from './speakers.ts';
import { Stage } from './stage.ts';
import { WantedLayers } from './wanted-layers.ts';
import type { WorkerPool, WorkerSlot } from './worker-pool.ts';

export type Emit = <E extends keyof MediaNodeEvents>(event: E, data: MediaNodeEvents[E]) => void;

/** The peers that meet, on a home stage and, where one worker cannot carry them all, on more. */
export class Room {
  readonly id: string;
  /** Where the room began, and where who speaks is found out. */
  readonly home: Stage;
  readonly #pool: WorkerPool;
  readonly #emit: Emit;
  /** The home stage first. */
  readonly #stages: Stage[];
  readonly #pipes = new Pipes();
  readonly #peers = new Map<string, Peer>();
  readonly #senders = new Map<string, { peer: Peer; owned: PausableProducer }>();
  readonly #wanted: WantedLayers;
  #speakers: Speakers | undefined;

  static async open(id: string, slot: WorkerSlot, pool: WorkerPool, emit: Emit): Promise<Room> {
    const home = new Stage(slot);
    const room = new Room(id, home, pool, emit);
    room.#speakers = await Speakers.create(await home.ready, {
      onSpeaker: (peerId) => room.#tell('speaker', { roomId: id, peerId }),
      onLevels: (levels) => room.#tell('levels', { roomId: id, levels }),
    });
    return room;
  }

  private constructor(id: string, home: Stage, pool: WorkerPool, emit: Emit) {
    this.id = id;
    this.home = home;
    this.#stages = [home];
    this.#pool = pool;
    this.#emit = emit;
    this.#wanted = new WantedLayers((producerId, spatialLayer) => {
      const peerId = this.#senders.get(producerId)?.peer.id;
      if (peerId !== undefined) {
        this.#tell('wanted', { roomId: id, peerId, producerId, spatialLayer });
      }
    });
  }

  get closed(): boolean {
    return this.#stages.some(({ closed }) => closed);
  }

  get rtpCapabilities(): RtpCapabilities {
    return this.home.router.rtpCapabilities;
  }

  get peerIds(): string[] {
    return [...this.#peers.keys()];
  }

  get speakerPeerId(): string | null {
    return this.#speakers?.peerId ?? null;
  }

  standsOn(slot: WorkerSlot): boolean {
    return this.#stages.some((stage) => stage.slot === slot);
  }

  /** Adds a peer; one of the same name is closed first. */
  join(peerId: string): Peer {
    this.leave(peerId);
    const stage = this.#place();
    const peer = new Peer(peerId, stage, {
      canConsume: (producerId, rtpCapabilities) => this.#canConsume(producerId, rtpCapabilities),
      reach: (producerId) => this.#bring(producerId, stage),
      onProducer: (owned) => this.#addSender(peer, owned),
      onProducerClosed: ({ producer: { id: producerId } }) => {
        this.#senders.delete(producerId);
        this.#tell('producerClosed', { roomId: this.id, peerId, producerId });
      },
      onConsumerChanged: (consumer) => {
        this.#wanted.update(consumer);
        this.#pipes.update(stage, consumer);
      },
      onLayers: (_, { id: consumerId, currentLayers }) =>
        this.#tell('layers', {
          roomId: this.id,
          peerId,
          consumerId,
          layers: currentLayers ?? null,
        }),
    });
    this.#peers.set(peerId, peer);
    stage.peers.add(peer);
    return peer;
  }

  leave(peerId: string): void {
    const peer = this.#peers.get(peerId);
    if (!peer) return;
    peer.close();
    peer.stage.peers.delete(peer);
    this.#peers.delete(peerId);
  }

  peer(peerId: string): Peer {
    const peer = this.#peers.get(peerId);
    if (!peer) throw new AppError('media_not_joined');
    return peer;
  }

  producersFor(peerId: string): ProducerInfo[] {
    return [...this.#senders.values()]
      .filter(({ peer }) => peer.id !== peerId)
      .map(({ owned }) => owned.info());
  }

  async createWebRtcTransport(
    peer: Peer,
    request: TransportRequest,
  ): Promise<types.WebRtcTransport> {
    const transport = await peer.stage.webRtcTransport(request);
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
    this.#give(peer, transport, request);
    return transport;
  }

  async createPlainTransport(peer: Peer, request: TransportRequest): Promise<types.PlainTransport> {
    const transport = await peer.stage.plainTransport(request);
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
    if (owned.source === 'microphone') await this.#hear(owned, peer);
    this.announce(owned);
    return owned;
  }

  /** Who speaks is found out at home, so a microphone flows there even when nobody there listens. */
  async #hear({ producer }: PausableProducer, peer: Peer): Promise<void> {
    const pipe = await this.#bring(producer.id, this.home);
    pipe?.use('speakers', true);
    const heard = peer.stage === this.home ? producer : pipe?.producer;
    if (heard) await this.#speakers?.add(heard, peer.id);
  }

  /** See `RecordedRoom`. A recorder wants the best that is sent, like any other receiver. */
  async tap(producerId: string): Promise<types.Consumer | undefined> {
    const stage = this.#senders.get(producerId)?.peer.stage;
    if (this.closed || !stage) return undefined;
    const consumer = await stage.tap(producerId);
    for (const event of ['pause', 'resume', 'close'] as const)
      consumer?.observer.on(event, () => this.#wanted.update(consumer));
    return consumer;
  }

  announce(owned: PausableProducer): void {
    this.#tell('producer', { roomId: this.id, producer: owned.info() });
  }

  /** Ends the room without a word about each stream: whoever closes it says so once. */
  close(): void {
    this.#wanted.close();
    for (const stage of this.#stages) stage.close();
  }

  /**
   * The first of the room's stages whose worker is not full, the home stage before all; else the worker
   * with the least to do, on a new stage where the room has none there.
   */
  #place(): Stage {
    const free = this.#stages.find(({ slot }) => !this.#pool.isFull(slot));
    if (free) return free;
    const slot = this.#pool.lessLoaded(this.home.slot);
    if (!slot) return this.home;
    return this.#stages.find((stage) => stage.slot === slot) ?? this.#openStage(slot);
  }

  #openStage(slot: WorkerSlot): Stage {
    const stage = new Stage(slot);
    this.#stages.push(stage);
    // Should a living worker refuse, the next who joins is placed elsewhere. One that died takes the room.
    stage.ready.catch(() => {
      if (!slot.worker.closed) this.#stages.splice(this.#stages.indexOf(stage), 1);
    });
    return stage;
  }

  #addSender(peer: Peer, owned: PausableProducer): void {
    this.#senders.set(owned.producer.id, { peer, owned });
    if (owned.producer.kind === 'video') this.#wanted.watch(owned.producer);
  }

  #canConsume(producerId: string, rtpCapabilities: RtpCapabilities): boolean {
    const stage = this.#senders.get(producerId)?.peer.stage;
    return !this.closed && !!stage?.router.canConsume({ producerId, rtpCapabilities });
  }

  /** The pipe that brings a stream to a stage; undefined when it stands there already, or ended. */
  #bring(producerId: string, to: Stage) {
    const sender = this.#senders.get(producerId);
    if (!sender || sender.peer.stage === to) return undefined;
    return this.#pipes.bring(sender.owned.producer, sender.peer.stage, to);
  }

  /** A closed room is silent; so is one that lost a worker, for 'roomLost' says it all. */
  #tell: Emit = (event, data) => {
    if (!this.closed) this.#emit(event, data);
  };
}
