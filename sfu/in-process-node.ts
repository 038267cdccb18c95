import { EventEmitter } from 'node:events';
import { availableParallelism } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { setLogEventListeners } from 'mediasoup';
import type { ConsumerChange, ConsumerInfo, ProducerInfo } from '../models/contracts/media.ts';
import type { DtlsParameters, IceParameters, TransportOptions } from '../models/contracts/rtp.ts';
import { AppError } from '../models/errors.ts';
import type { ListenAddress } from './addresses.ts';
import type {
  JoinedRoom,
  MediaNode,
  MediaNodeEvents,
  PeerRef,
  PlainAddress,
  ProduceRequest,
  TransportRequest,
} from './media-node.ts';
import type { PausableProducer } from './pausable-producer.ts';
import type { Peer } from './peer.ts';
import { Recorders } from './recording/recorders.ts';
import type { Emit, Room } from './room.ts';
import { RoomHolder } from './room-holder.ts';
import { workerLoad } from './stats.ts';
import type { NodeLoad, PeerStats } from './stats.ts';
import { WorkerPool } from './worker-pool.ts';
import type { PoolConfig, WorkerSlot } from './worker-pool.ts';

export interface MediaNodeConfig {
  /** Worker processes; a core each unless told otherwise. */
  workers?: number | undefined;
  /** Worker `i` takes UDP and TCP port `firstPort + i`; 0 lets each take any free one. */
  firstPort: number;
  /** See `listenAddresses`. */
  listen: ListenAddress[];
  /**
   * Streams in and out, each worth at least `leastPerPeer` for a peer, from which on a worker is full and
   * the next peers of its rooms are placed on another that has less to do. 400 unless told otherwise.
   */
  streamsPerWorker?: number | undefined;
  /** Warnings and errors of mediasoup. One per process: the last node made gets them. */
  log?: ((level: 'warn' | 'error', source: string, message: string) => void) | undefined;
}

/** Milliseconds that lost rooms wait for the new worker, so that they do not crowd the living ones. */
const patience = 1000;

/**
 * Streams that one worker carries with room to spare on a common core: mediasoup's own rule of thumb is 500
 * consumers of a call, and some of it is left for those on the worker who have yet to open their tiles.
 */
const streamsPerWorker = 400;

/** Starts the workers and resolves when all of them listen. */
export async function createMediaNode(config: MediaNodeConfig): Promise<MediaNode> {
  const { log } = config;
  if (log) {
    setLogEventListeners({
      onwarn: (source, message) => log('warn', source, message),
      onerror: (source, message, error) =>
        log('error', source, error ? `${message}: ${error.message}` : message),
    });
  }
  const node = new InProcessMediaNode({
    workers: config.workers ?? availableParallelism(),
    firstPort: config.firstPort,
    listen: config.listen,
    streamsPerWorker: config.streamsPerWorker ?? streamsPerWorker,
    log,
  });
  await node.start();
  return node;
}

class InProcessMediaNode implements MediaNode {
  readonly #events = new EventEmitter();
  readonly #pool: WorkerPool;
  readonly #rooms = new Map<string, RoomHolder>();
  readonly #recorders: Recorders;
  #closing: Promise<void> | undefined;

  constructor({ log, ...config }: PoolConfig & Pick<MediaNodeConfig, 'log'>) {
    this.#recorders = new Recorders({
      roomOf: (roomId) => this.#rooms.get(roomId)?.room,
      onFailed: (roomId, reason) => this.#emit('recordingFailed', { roomId, reason }),
      log: (level, source, message) => log?.(level, source, message),
    });
    this.on('producer', ({ roomId, producer }) => this.#recorders.hear(roomId, producer));
    this.#pool = new WorkerPool(config, {
      onDied: (slot, error, replaced) => this.#onDied(slot, error, replaced),
      onReplaced: ({ index, worker: { pid } }) => this.#emit('workerReplaced', { index, pid }),
    });
  }

  start(): Promise<void> {
    return this.#pool.start();
  }

  on<E extends keyof MediaNodeEvents>(event: E, listen: (data: MediaNodeEvents[E]) => void): void {
    this.#events.on(event, listen);
  }

  off<E extends keyof MediaNodeEvents>(event: E, listen: (data: MediaNodeEvents[E]) => void): void {
    this.#events.off(event, listen);
  }

  #emit<E extends keyof MediaNodeEvents>(event: E, data: MediaNodeEvents[E]): void {
    this.#events.emit(event, data);
  }

  async join({ roomId, peerId }: PeerRef): Promise<JoinedRoom> {
    const room = await this.#open(roomId).ready;
    room.join(peerId);
    const { rtpCapabilities, speakerPeerId } = room;
    return { rtpCapabilities, speakerPeerId, producers: room.producersFor(peerId) };
  }

  async leave({ roomId, peerId }: PeerRef): Promise<void> {
    this.#rooms.get(roomId)?.room?.leave(peerId);
  }

  async closeRoom(roomId: string): Promise<void> {
    const holder = this.#rooms.get(roomId);
    this.#rooms.delete(roomId);
    holder?.close();
  }

  createTransport(ref: PeerRef, request: TransportRequest): Promise<TransportOptions> {
    return this.#with(ref, async (peer, room) => {
      const transport = await room.createWebRtcTransport(peer, request);
      const { id, iceParameters, iceCandidates, dtlsParameters } = transport;
      return { id, iceParameters, iceCandidates, dtlsParameters };
    });
  }

  connectTransport(ref: PeerRef, id: string, dtlsParameters: DtlsParameters): Promise<void> {
    return this.#with(ref, (peer) => peer.webRtcTransport(id).connect({ dtlsParameters }));
  }

  restartIce(ref: PeerRef, transportId: string): Promise<IceParameters> {
    return this.#with(ref, (peer) => peer.webRtcTransport(transportId).restartIce());
  }

  createPlainTransport(ref: PeerRef, request: TransportRequest): Promise<PlainAddress> {
    return this.#with(ref, async (peer, room) => {
      const { id, tuple } = await room.createPlainTransport(peer, request);
      return { transportId: id, ip: tuple.localAddress, port: tuple.localPort };
    });
  }

  connectPlainTransport(
    ref: PeerRef,
    transportId: string,
    to: { ip: string; port: number },
  ): Promise<void> {
    return this.#with(ref, (peer) => peer.plainTransport(transportId).connect(to));
  }

  produce(ref: PeerRef, request: ProduceRequest): Promise<ProducerInfo> {
    return this.#with(ref, async (peer, room) => (await room.produce(peer, request)).info());
  }

  pauseProducer(ref: PeerRef, producerId: string, paused: boolean): Promise<ProducerInfo> {
    return this.#change(ref, producerId, (producer) => producer.setPaused(paused));
  }

  lockProducer(ref: PeerRef, producerId: string, locked: boolean): Promise<ProducerInfo> {
    return this.#change(ref, producerId, (producer) => producer.setLocked(locked));
  }

  /** Tells the room of a change only when it is one. */
  #change(
    ref: PeerRef,
    producerId: string,
    change: (producer: PausableProducer) => Promise<void>,
  ): Promise<ProducerInfo> {
    return this.#with(ref, async (peer, room) => {
      const producer = peer.producer(producerId);
      const before = producer.info();
      await change(producer);
      const now = producer.info();
      if (now.paused !== before.paused || now.locked !== before.locked) room.announce(producer);
      return now;
    });
  }

  closeProducer(ref: PeerRef, producerId: string): Promise<void> {
    return this.#with(ref, async (peer) => peer.producer(producerId).producer.close());
  }

  consume(ref: PeerRef, producerIds: string[]): Promise<ConsumerInfo[]> {
    return this.#with(ref, (peer) => peer.consume(producerIds));
  }

  changeConsumers(ref: PeerRef, changes: ConsumerChange[]): Promise<void> {
    return this.#with(ref, (peer) => peer.changeConsumers(changes));
  }

  startRecording({ roomId, folder }: { roomId: string; folder: string }): Promise<void> {
    return this.#recorders.start(roomId, folder);
  }

  showInRecording(roomId: string, producerId: string | null): Promise<void> {
    return this.#recorders.show(roomId, producerId);
  }

  stopRecording(roomId: string): Promise<void> {
    return this.#recorders.stop(roomId);
  }

  peerStats(ref: PeerRef): Promise<PeerStats> {
    return this.#with(ref, (peer) => peer.stats());
  }

  async load(): Promise<NodeLoad> {
    const loads = await Promise.allSettled(this.#pool.slots.map(workerLoad));
    // A worker that dies while asked is left out; its successor shows up next time.
    return {
      workers: loads.flatMap((load) => (load.status === 'fulfilled' ? [load.value] : [])),
    };
  }

  close(): Promise<void> {
    this.#closing ??= this.#shutDown();
    return this.#closing;
  }

  async #shutDown(): Promise<void> {
    await this.#recorders.close();
    for (const roomId of this.#rooms.keys()) await this.closeRoom(roomId);
    await this.#pool.close();
    this.#events.removeAllListeners();
  }

  #open(id: string): RoomHolder {
    const standing = this.#rooms.get(id);
    if (standing) return standing;
    const emit: Emit = (event, data) => this.#emit(event, data);
    const holder: RoomHolder = new RoomHolder(id, this.#pool, emit, () => this.#drop(holder));
    this.#rooms.set(id, holder);
    return holder;
  }

  #drop(holder: RoomHolder): void {
    if (this.#rooms.get(holder.id) === holder) this.#rooms.delete(holder.id);
  }

  #onDied(slot: WorkerSlot, error: Error, replaced: Promise<void>): void {
    const { index, worker } = slot;
    this.#emit('workerDied', { index, pid: worker.pid, reason: error.message });
    const after = Promise.race([replaced, sleep(patience)]);
    const lost = [...this.#rooms.values()].flatMap((holder) => {
      if (!holder.room?.standsOn(slot)) return [];
      const { peerIds } = holder.room;
      holder.rebuild(after, () => this.#drop(holder));
      return [{ roomId: holder.id, peerIds }];
    });
    for (const room of lost) this.#emit('roomLost', room);
  }

  /** Finds the peer, and turns whatever mediasoup throws into a code of the taxonomy. */
  async #with<T>(ref: PeerRef, act: (peer: Peer, room: Room) => Promise<T>): Promise<T> {
    const holder = this.#rooms.get(ref.roomId);
    if (!holder) throw new AppError('media_not_joined');
    const room = await holder.ready;
    const peer = room.peer(ref.peerId);
    try {
      return await act(peer, room);
    } catch (cause) {
      if (cause instanceof AppError) throw cause;
      const refusal = new AppError(room.closed ? 'media_room_lost' : 'media_rejected');
      refusal.cause = cause;
      throw refusal;
    }
  }
}
