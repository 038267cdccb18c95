import { setTimeout as sleep } from 'node:timers/promises';
import { createWorker } from 'mediasoup';
import type { types } from 'mediasoup';
import { AppError } from '../models/errors.ts';
import { listenInfos } from './addresses.ts';
import type { ListenAddress } from './addresses.ts';
import type { Counts } from './stats.ts';

export interface PoolConfig {
  workers: number;
  /** Worker `i` listens on `firstPort + i`; 0 lets each take any free port. */
  firstPort: number;
  listen: ListenAddress[];
  /** From how many streams on a worker is full. */
  streamsPerWorker: number;
}

/** One worker process with its WebRtcServer, and what runs on it. */
export interface WorkerSlot {
  index: number;
  worker: types.Worker;
  webRtcServer: types.WebRtcServer;
  startedAt: number;
  /** CPU milliseconds and clock of the last look, to tell the share used since. */
  lastCpu: { ms: number; at: number };
  /** Parts of rooms, also those that are just being made. */
  stages: Set<{ counts(): Counts }>;
}

interface PoolListener {
  /** `replaced` resolves when a new worker has taken its place. */
  onDied(slot: WorkerSlot, error: Error, replaced: Promise<void>): void;
  onReplaced(slot: WorkerSlot): void;
}

interface PromiseWithResolvers {
  resolve(slot: WorkerSlot): void;
  reject(error: Error): void;
}

/** A port may stay taken for a moment after its worker was killed; longer pauses spare the machine. */
const retryDelays = [50, 200, 500, 1000, 2000, 5000];
/** At the start the port may still be with the workers of a killed process; they end within moments. */
const startRetries = 4;

/** Keeps the configured number of workers alive, and says which has the least to do. */
export class WorkerPool {
  readonly #config: PoolConfig;
  readonly #listener: PoolListener;
  readonly #slots = new Map<number, WorkerSlot>();
  readonly #closing = new AbortController();
  #waiting: PromiseWithResolvers[] = [];

  constructor(config: PoolConfig, listener: PoolListener) {
    this.#config = config;
    this.#listener = listener;
  }

  /** Starts every worker; fails when one cannot start, with nothing left running. */
  async start(): Promise<void> {
    const indexes = Array.from({ length: this.#config.workers }, (_, index) => index);
    const started = await Promise.allSettled(
      indexes.map((index) => this.#startWithRetries(index, startRetries)),
    );
    const failed = started.find((result) => result.status === 'rejected');
    if (failed) {
      await this.close();
      throw failed.reason;
    }
  }

  get slots(): WorkerSlot[] {
    return [...this.#slots.values()].toSorted((a, b) => a.index - b.index);
  }

  /** The worker with the fewest streams; waits when none is alive. */
  async leastLoaded(): Promise<WorkerSlot> {
    const [first, ...others] = this.slots;
    if (this.#closing.signal.aborted) throw new AppError('unavailable');
    if (!first) return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
    return others.reduce((least, slot) => (burden(slot) < burden(least) ? slot : least), first);
  }

  isFull(slot: WorkerSlot): boolean {
    return streams(slot) >= this.#config.streamsPerWorker;
  }

  /** The worker with the fewest streams, if it has fewer than this one. */
  lessLoaded(than: WorkerSlot): WorkerSlot | undefined {
    const fewest = Math.min(...this.slots.map(streams));
    if (fewest >= streams(than)) return undefined;
    return this.slots.find((slot) => streams(slot) === fewest);
  }

  async close(): Promise<void> {
    this.#closing.abort();
    for (const { reject } of this.#waiting.splice(0)) reject(new AppError('unavailable'));
    const slots = this.slots;
    this.#slots.clear();
    await Promise.all(slots.map(({ worker }) => closeWorker(worker)));
  }

  async #startWithRetries(index: number, retries: number): Promise<void> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        this.#adopt(await startSlot(index, this.#config));
        return;
      } catch (error) {
        if (this.#closing.signal.aborted) return;
        // A port may come free; a worker that does not start at all needs a person.
        const hopeless = retries !== Infinity && !(error instanceof PortError);
        if (hopeless || attempt >= retries) throw error;
        const delay = retryDelays[Math.min(attempt, retryDelays.length - 1)];
        await sleep(delay, undefined, { signal: this.#closing.signal }).catch(() => undefined);
      }
    }
  }

  #adopt(slot: WorkerSlot): void {
    if (this.#closing.signal.aborted) {
      slot.worker.close();
      return;
    }
    this.#slots.set(slot.index, slot);
    slot.worker.once('died', (error) => void this.#replace(slot, error));
    for (const { resolve } of this.#waiting.splice(0)) resolve(slot);
  }

  async #replace(dead: WorkerSlot, error: Error): Promise<void> {
    if (this.#closing.signal.aborted) return;
    this.#slots.delete(dead.index);
    const replaced = this.#startWithRetries(dead.index, Infinity);
    this.#listener.onDied(dead, error, replaced);
    await replaced;
    const slot = this.#slots.get(dead.index);
    if (slot) this.#listener.onReplaced(slot);
  }
}

/** Streams first, for they cost; rooms only to tell idle workers apart. */
function burden(slot: WorkerSlot): number {
  return streams(slot) * 1000 + slot.stages.size;
}

/**
 * Streams that a peer is thought to open at least: a hall that comes in together must be spread before
 * anyone of it watches anything, for nobody is moved later.
 */
const leastPerPeer = 8;

function streams(slot: WorkerSlot): number {
  let total = 0;
  for (const stage of slot.stages) {
    const { peers, producers, consumers } = stage.counts();
    total += Math.max(peers * leastPerPeer, producers + consumers);
  }
  return total;
}

/** The worker runs, but its port or address cannot be opened. */
class PortError extends Error {}

async function startSlot(index: number, config: PoolConfig): Promise<WorkerSlot> {
  const worker = await createWorker({ logLevel: 'warn' });
  const port = config.firstPort === 0 ? 0 : config.firstPort + index;
  try {
    const webRtcServer = await worker.createWebRtcServer({
      listenInfos: listenInfos(config.listen, port),
    });
    const now = performance.now();
    return {
      index,
      worker,
      webRtcServer,
      startedAt: now,
      lastCpu: { ms: 0, at: now },
      stages: new Set(),
    };
  } catch (cause) {
    await closeWorker(worker);
    const where = config.listen.map(({ ip }) => ip).join(', ');
    throw new PortError(`media worker ${index} cannot listen on ${where}, port ${port}`, { cause });
  }
}

/** Resolves when the process is gone, so that its port is free again; one that hangs is killed. */
async function closeWorker(worker: types.Worker): Promise<void> {
  if (worker.subprocessClosed) return;
  const gone = new Promise<void>((resolve) => worker.once('subprocessclose', resolve));
  worker.close();
  const kill = setTimeout(() => process.kill(worker.pid, 'SIGKILL'), 2000);
  await gone;
  clearTimeout(kill);
}
