import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { AppError } from '../../models/errors.ts';
import type { Logger } from '../platform/logger.ts';
import { type Pool, PoolError, startPool } from '../platform/thread-pool.ts';
import type { Job, Result, ResultOf } from './ballot-jobs.ts';

/** Checks proofs beside the main thread: each ballot takes some hundredths of a second of a processor. */
export interface BallotChecker {
  /**
   * @param source who sends it: of one sender few wait at a time
   * @returns the credential that signed it
   * @throws AppError `ballot_wrong` saying why, `unavailable` when too many wait
   */
  ballot(election: string, ballot: string, source: string): Promise<string>;
  /** Whether a partial decryption is that of the trustee in this place. */
  share(job: Omit<Extract<Job, { kind: 'share' }>, 'kind'>): Promise<boolean>;
  /** Decrypts and counts: for each question how often each answer was chosen. */
  count(job: Omit<Extract<Job, { kind: 'count' }>, 'kind'>): Promise<number[][]>;
  close(): Promise<void>;
}

/** Of a hall that votes at the same moment, with re-votes. */
const mostWaiting = 3000;
const mostOfOne = 3;
/** Even the largest paper is checked in a few seconds; in milliseconds. */
const jobTimeout = 120_000;
/** One is left to everything else. */
const threads = Math.max(1, Math.min(4, availableParallelism() - 1));

type BallotPool = Pool<Job, string, Result>;

/** Threads start with the first ballot: most servers hold no such election. */
export function createBallotChecker({ logger }: { logger: Pick<Logger, 'warn'> }): BallotChecker {
  let pool: Promise<BallotPool> | undefined;
  const start = () =>
    startPool<Job, string, Result>({
      threads,
      queueLimit: mostWaiting,
      sourceLimit: mostOfOne,
      jobTimeout,
      start: startWorker,
      onCrash: (reason) => logger.warn({ reason }, 'a thread that checks ballots died'),
    }).catch((error: unknown) => {
      pool = undefined;
      throw error;
    });
  const run = async <Kind extends Job['kind']>(
    job: Extract<Job, { kind: Kind }>,
    source?: string,
  ): Promise<ResultOf<Kind>> => {
    const result = await (await (pool ??= start())).run(job, source);
    if (!isOfKind(result, job.kind)) throw new Error('an answer to another question');
    return result;
  };
  return {
    async ballot(election, ballot, source) {
      const job = { kind: 'ballot' as const, election, ballot };
      const { fault, credential } = await run(job, source).catch(refuseBusy);
      if (fault !== null) throw new AppError('ballot_wrong', { reason: fault });
      return credential;
    },
    share: async (job) => (await run({ kind: 'share', ...job }).catch(refuseBusy)).holds,
    count: async (job) => (await run({ kind: 'count', ...job }).catch(refuseBusy)).counts,
    close: async () => (await pool)?.close(),
  };
}

const isOfKind = <Kind extends Job['kind']>(result: Result, kind: Kind): result is ResultOf<Kind> =>
  result.kind === kind;

function refuseBusy(error: unknown): never {
  throw error instanceof PoolError ? new AppError('unavailable') : error;
}

/** The bundle has the thread's code beside it. */
function startWorker(): Worker {
  const fromSource = import.meta.url.endsWith('.ts');
  const entry = fromSource ? './ballot-worker-from-source.mjs' : './ballot-worker.js';
  return new Worker(new URL(entry, import.meta.url));
}
