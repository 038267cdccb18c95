import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { AppError } from '../../../models/errors.ts';
import { MAX_BYTES } from './decode.ts';
import { createDurations } from './durations.ts';
import { PoolError, type PoolStats, startPool } from '../../platform/thread-pool.ts';
import type { WorkerJob, WorkerReply, WorkerSetup, WorkerState } from './protocol.ts';
import type { EmbedderInfo, EngineName, FrameAnalysis, Purpose, Thresholds } from './types.ts';

export interface FaceServiceOptions {
  /** What `prepareFaceModels` returned, or the cache folder that it was given. */
  modelsDir: string;
  /** One per core unless told otherwise. */
  threads?: number;
  /** Frames that may wait; a frame more is refused at once, for a camera soon has a newer one. */
  queueLimit?: number;
  /** For trying one engine out; by default the best that works. */
  engine?: EngineName;
  logger?: {
    info(facts: object, message: string): void;
    warn(facts: object, message: string): void;
  };
}

/** Recognition of faces on frames. Knows no person: who a vector belongs to is for the matcher to say. */
export interface FaceService {
  readonly engine: EngineName;
  readonly embedder: EmbedderInfo;
  readonly thresholds: Thresholds;
  /** Whether frames get a liveness score. */
  readonly liveness: boolean;
  /**
   * @param upload bytes of a JPEG, PNG or WebP
   * @param from.source who sends frame after frame, such as the id of a device. Its oldest waiting frame gives way to
   * its newest when the queue is full or holds `WAITING_PER_SOURCE` of it
   * @throws AppError `face_image_invalid`, `face_image_too_large`; `face_busy` at once when the queue is full, or
   * when the frame gave way to a newer one; `face_unavailable` when the thread died over this frame or the
   * service is closed
   */
  analyse(upload: Uint8Array, purpose: Purpose, from?: { source?: string }): Promise<FrameAnalysis>;
  /** With how long frames took from their coming to their answer, waiting included: `ms_le_N`, `ms_sum`. */
  stats(): PoolStats & Record<string, number>;
  close(): Promise<void>;
}

/** A frame takes some 30 ms; this is for a hung thread. */
const JOB_TIMEOUT_MS = 30_000;
const WAITING_PER_THREAD = 4;
/** As many as one request of a kiosk holds, so that a request never drops frames of its own. */
const WAITING_PER_SOURCE = 5;

/**
 * Starts the threads and loads the models.
 * @throws AppError `face_unavailable` with the reason when there are no models or no engine works
 */
export async function createFaceService(options: FaceServiceOptions): Promise<FaceService> {
  const { threads = availableParallelism(), logger } = options;
  const modelsDir = findModels(options.modelsDir);
  const pool = await startPool<WorkerJob, WorkerState, WorkerReply>({
    threads,
    queueLimit: options.queueLimit ?? WAITING_PER_THREAD * threads,
    sourceLimit: WAITING_PER_SOURCE,
    jobTimeout: JOB_TIMEOUT_MS,
    start: (first) => startWorker({ modelsDir, engine: first?.engine ?? options.engine ?? 'auto' }),
    onCrash: (reason) => logger?.warn({ reason }, 'a recognition thread died'),
  }).catch((error: unknown) => {
    throw unavailable(error instanceof Error ? error.message : String(error));
  });
  const durations = createDurations();
  const { engine, embedder, thresholds, liveness, skipped } = pool.state;
  logger?.info({ engine, embedder, liveness, threads }, 'face recognition is ready');
  if (skipped.length > 0) logger?.warn({ engine, skipped }, 'a better engine did not start');
  if (thresholds.confirm) logger?.warn({ embedder }, 'face matches need confirmation by a person');
  return {
    engine,
    embedder,
    thresholds,
    liveness,
    async analyse(upload, purpose, { source } = {}) {
      // Here and not in the thread: what is too large shall not even wait in the queue.
      if (upload.byteLength > MAX_BYTES) throw new AppError('face_image_too_large');
      const start = performance.now();
      const reply = await pool.run({ upload, purpose }, source).catch(refuse);
      durations.observe(performance.now() - start);
      if ('refused' in reply) throw new AppError(reply.refused);
      return reply.analysis;
    },
    stats: () => ({ ...pool.stats(), ...durations.read() }),
    close: () => pool.close(),
  };
}

const unavailable = (reason: string) => new AppError('face_unavailable', { reason });

function refuse(error: unknown): never {
  if (error instanceof PoolError && error.kind === 'busy') throw new AppError('face_busy');
  if (error instanceof PoolError) throw unavailable(error.kind);
  throw error;
}

/** @throws AppError `face_unavailable` where set-up has left no models */
function findModels(dir: string): string {
  if (existsSync(path.join(dir, 'manifest.json'))) return dir;
  const root = path.join(dir, 'face-models');
  const pointer = path.join(root, 'current');
  if (!existsSync(pointer)) throw unavailable(`no face models in ${dir}`);
  return path.join(root, readFileSync(pointer, 'utf8').trim());
}

/** The bundle has the thread's code beside it. */
function startWorker(workerData: WorkerSetup): Worker {
  const fromSource = import.meta.url.endsWith('.ts');
  const entry = fromSource ? './worker-from-source.mjs' : './face-worker.js';
  return new Worker(new URL(entry, import.meta.url), { workerData });
}
