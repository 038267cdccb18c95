import type { Worker } from 'node:worker_threads';

export interface ToThread<Job> {
  id: number;
  job: Job;
}
/** A thread says its state once, when it can take jobs, and then one result per job. */
export type FromThread<State, Result> = { state: State } | { id: number; result: Result };

export interface PoolOptions<State> {
  threads: number;
  /** Jobs that may wait while all threads are at work. */
  queueLimit: number;
  /** How many of them may be of one source. */
  sourceLimit: number;
  /** A thread silent for this long over one job is taken for hung, ms. */
  jobTimeout: number;
  /** Starts one thread; given the state of the first, so that all run alike. */
  start(first: State | null): Worker;
  onCrash?(reason: string): void;
}

/** Why a job has no result: nobody could take it, or the thread died over it. */
export class PoolError extends Error {
  readonly kind: 'busy' | 'crashed' | 'closed';

  constructor(kind: 'busy' | 'crashed' | 'closed', reason: string = kind) {
    super(reason);
    this.name = 'PoolError';
    this.kind = kind;
  }
}

export interface PoolStats {
  threads: number;
  idle: number;
  queued: number;
  done: number;
  busyRejections: number;
  /** Jobs that gave way to a newer one of their source. */
  dropped: number;
  crashes: number;
}

export interface Pool<Job, State, Result> {
  readonly state: State;
  /**
   * Where the queue is full, or full of one source, the oldest waiting job of the source gives way to its newest,
   * so that a slow machine sees what a camera sees now.
   * @throws PoolError busy, at once when nothing can give way, later for a job that gave way itself
   */
  run(job: Job, source?: string): Promise<Result>;
  stats(): PoolStats;
  /** Ends the threads and fails what is under way; may be called again. */
  close(): Promise<void>;
}

interface Task<Job, Result> {
  job: Job;
  source: string | undefined;
  resolve(result: Result): void;
  reject(error: PoolError): void;
}

interface Thread<Job, Result> {
  worker: Worker;
  ready: boolean;
  task: Task<Job, Result> | null;
  timer: NodeJS.Timeout | undefined;
}

const FIRST_RESTART_MS = 100;
const SLOWEST_RESTART_MS = 30_000;

/**
 * Starts threads that each do one job at a time. A thread that dies costs its job alone and is replaced; one
 * that keeps dying is replaced ever more slowly.
 * @throws PoolError when the first thread does not start
 */
export async function startPool<Job, State, Result>(
  options: PoolOptions<State>,
): Promise<Pool<Job, State, Result>> {
  const pool = new ThreadPool<Job, State, Result>(options);
  await pool.open();
  return pool;
}

class ThreadPool<Job, State, Result> implements Pool<Job, State, Result> {
  private readonly threads = new Set<Thread<Job, Result>>();
  private readonly queue: Task<Job, Result>[] = [];
  private readonly counts = { done: 0, busyRejections: 0, dropped: 0, crashes: 0 };
  private readonly restarts = new Set<NodeJS.Timeout>();
  private readonly options: PoolOptions<State>;
  private first: State | null = null;
  private failuresInRow = 0;
  private nextId = 1;
  private closing: Promise<void> | null = null;

  constructor(options: PoolOptions<State>) {
    this.options = options;
  }

  get state(): State {
    if (this.first === null) throw new Error('The pool has not started');
    return this.first;
  }

  /** The first thread alone decides what all will run with. */
  async open(): Promise<void> {
    try {
      await this.startThread();
    } catch (error) {
      await this.close();
      throw error;
    }
    const others = Array.from({ length: this.options.threads - 1 }, () => this.startThread());
    // One that fails to start counts as a crash and is replaced like any other.
    await Promise.allSettled(others);
  }

  run(job: Job, source?: string): Promise<Result> {
    if (this.closing) return Promise.reject(new PoolError('closed'));
    return new Promise((resolve, reject) => {
      const task = { job, source, resolve, reject };
      const idle = [...this.threads].find((thread) => thread.ready && !thread.task);
      if (idle) this.give(idle, task);
      else this.wait(task);
    });
  }

  private wait(task: Task<Job, Result>) {
    const { queue, options } = this;
    const places = task.source === undefined ? [] : this.placesOf(task.source);
    const full = queue.length >= options.queueLimit || places.length >= options.sourceLimit;
    if (!full) return void queue.push(task);
    if (places.length > 0) return this.replaceOldest(places, task);
    this.counts.busyRejections++;
    task.reject(new PoolError('busy'));
  }

  private placesOf(source: string): number[] {
    return this.queue.flatMap((task, place) => (task.source === source ? [place] : []));
  }

  /** The source keeps its places in the queue, else one that is always dropped would never have its turn. */
  private replaceOldest(places: readonly number[], newest: Task<Job, Result>) {
    const [oldest, ...others] = places.map((place) => this.queue[place]!);
    for (const [i, task] of [...others, newest].entries()) this.queue[places[i]!] = task;
    this.counts.dropped++;
    oldest?.reject(new PoolError('busy'));
  }

  stats(): PoolStats {
    const ready = [...this.threads].filter((thread) => thread.ready);
    const idle = ready.filter((thread) => !thread.task).length;
    return { threads: ready.length, idle, queued: this.queue.length, ...this.counts };
  }

  close(): Promise<void> {
    this.closing ??= this.shutDown();
    return this.closing;
  }

  private async shutDown() {
    for (const timer of this.restarts) clearTimeout(timer);
    for (const task of this.queue.splice(0)) task.reject(new PoolError('closed'));
    await Promise.all([...this.threads].map(({ worker }) => worker.terminate()));
  }

  /** Resolves when the thread can take jobs, rejects when it dies before. */
  private startThread(): Promise<void> {
    return new Promise((resolve, reject) => {
      const worker = this.options.start(this.first);
      const thread: Thread<Job, Result> = { worker, ready: false, task: null, timer: undefined };
      this.threads.add(thread);
      let reason = 'the thread ended';
      worker.on('message', (message: FromThread<State, Result>) => {
        if ('state' in message) {
          this.first ??= message.state;
          thread.ready = true;
          this.takeNext(thread);
          resolve();
        } else {
          this.finish(thread, message.result);
        }
      });
      worker.on('error', (error) => {
        reason = error instanceof Error ? error.message : String(error);
      });
      worker.on('exit', () => {
        this.bury(thread, reason);
        reject(new PoolError('crashed', reason));
      });
    });
  }

  private give(thread: Thread<Job, Result>, task: Task<Job, Result>) {
    thread.task = task;
    thread.timer = setTimeout(() => void thread.worker.terminate(), this.options.jobTimeout);
    const message: ToThread<Job> = { id: this.nextId++, job: task.job };
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, no window
    thread.worker.postMessage(message);
  }

  private finish(thread: Thread<Job, Result>, result: Result) {
    clearTimeout(thread.timer);
    const { task } = thread;
    thread.task = null;
    this.failuresInRow = 0;
    this.counts.done++;
    task?.resolve(result);
    this.takeNext(thread);
  }

  private takeNext(thread: Thread<Job, Result>) {
    const next = this.queue.shift();
    if (next) this.give(thread, next);
  }

  private bury(thread: Thread<Job, Result>, reason: string) {
    clearTimeout(thread.timer);
    this.threads.delete(thread);
    const kind = this.closing ? 'closed' : 'crashed';
    thread.task?.reject(new PoolError(kind, reason));
    if (this.closing) return;
    this.counts.crashes++;
    this.options.onCrash?.(reason);
    // Before the first thread is up, `open` reports the failure instead.
    if (this.first !== null) this.replaceLater();
  }

  private replaceLater() {
    const wait = Math.min(SLOWEST_RESTART_MS, FIRST_RESTART_MS * 2 ** this.failuresInRow++);
    const timer = setTimeout(() => {
      this.restarts.delete(timer);
      this.startThread().catch(() => {});
    }, wait);
    timer.unref();
    this.restarts.add(timer);
  }
}
