import type { types } from 'mediasoup';
import { AppError } from '../models/errors.ts';
import { roomCodecs } from './codecs.ts';
import type { TransportRequest } from './media-node.ts';
import type { Peer } from './peer.ts';
import { Tap } from './recording/tap.ts';
import type { Counts } from './stats.ts';
import type { WorkerSlot } from './worker-pool.ts';

/** Bits per second a fresh line is thought to carry, until the first estimate. */
const firstEstimate = 1_000_000;

/**
 * A room's part on one worker: a router, and the peers that stand on it. It counts as part of the
 * worker's burden at once, while the router is still being made.
 */
export class Stage {
  readonly slot: WorkerSlot;
  /** Rejects when the worker dies first, or the stage is closed. */
  readonly ready: Promise<types.Router>;
  readonly peers = new Set<Peer>();
  /** Streams that pipes bring here and take from here. */
  readonly piped = { producers: 0, consumers: 0 };
  #router: types.Router | undefined;
  #tap: Tap | undefined;
  #closed = false;

  constructor(slot: WorkerSlot) {
    this.slot = slot;
    slot.stages.add(this);
    this.ready = this.#open();
    this.ready.catch(() => this.close());
  }

  async #open(): Promise<types.Router> {
    const router = await this.slot.worker.createRouter({ mediaCodecs: roomCodecs });
    this.#router = router;
    if (!this.#closed) return router;
    router.close();
    throw new AppError('media_not_joined');
  }

  /** The router; to be asked only where `ready` has resolved. */
  get router(): types.Router {
    if (!this.#router) throw new AppError('media_not_joined');
    return this.#router;
  }

  /** Also when the worker died. */
  get closed(): boolean {
    return this.#closed || this.slot.worker.closed;
  }

  async webRtcTransport({ ways }: TransportRequest): Promise<types.WebRtcTransport> {
    const router = await this.ready;
    return router.createWebRtcTransport({
      webRtcServer: this.slot.webRtcServer,
      enableUdp: ways !== 'tcp',
      enableTcp: ways !== 'udp',
      preferUdp: true,
      initialAvailableOutgoingBitrate: firstEstimate,
    });
  }

  async plainTransport({ direction }: TransportRequest): Promise<types.PlainTransport> {
    const router = await this.ready;
    return router.createPlainTransport({
      listenInfo: { protocol: 'udp', ip: '127.0.0.1' },
      rtcpMux: true,
      comedia: direction === 'send',
    });
  }

  /** Receives a stream that is sent here inside this process; see `RecordedRoom`. */
  tap(producerId: string): Promise<types.Consumer | undefined> {
    this.#tap ??= new Tap(this.router);
    return this.#tap.consume(producerId);
  }

  counts(): Counts {
    const { producers, consumers } = this.piped;
    const counts = { peers: this.peers.size, producers, consumers };
    for (const peer of this.peers) {
      counts.producers += peer.producers.length;
      counts.consumers += peer.consumerCount;
    }
    return counts;
  }

  close(): void {
    this.#closed = true;
    this.slot.stages.delete(this);
    this.#router?.close();
  }
}
