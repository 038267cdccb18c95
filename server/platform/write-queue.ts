import { AsyncLocalStorage } from 'node:async_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type Sqlite from 'better-sqlite3';

export interface WriteStats {
  /** Works that were committed or undone. */
  works: number;
  /** Transactions, so fsyncs. */
  commits: number;
  waiting: number;
}

const nothing = () => {};

interface Job {
  run(): Promise<void>;
  settle(): void;
  fail(error: unknown): void;
}

/** More than this in one transaction would keep the first of them waiting for the last. */
const maxBatch = 512;

/**
 * The one writer. Works that wait at the same time share a transaction, each in a savepoint of its own, and
 * are answered after the commit that made them durable.
 */
export class WriteQueue {
  readonly #connection: Sqlite.Database;
  readonly #batchSize: number;
  readonly #inside = new AsyncLocalStorage<true>();
  readonly #waiting: Job[] = [];
  readonly #between: (() => void)[] = [];
  #works = 0;
  #commits = 0;
  #running: Promise<void> | undefined;
  #closed = false;

  constructor(connection: Sqlite.Database, groupCommit: boolean) {
    this.#connection = connection;
    this.#batchSize = groupCommit ? maxBatch : 1;
  }

  run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#closed) return Promise.reject(new Error('the database is closed'));
    // A work that waits for another work would wait for ever: the queue runs one at a time.
    if (this.#inside.getStore()) return Promise.reject(new Error('a write inside a write'));
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push(this.#jobOf(work, resolve, reject));
      this.#running ??= this.#empty();
    });
  }

  /** Runs `task` on the connection while no transaction is open; `task` must not write rows. */
  between<T>(task: () => T): Promise<T> {
    if (this.#closed) return Promise.reject(new Error('the database is closed'));
    return new Promise<T>((resolve, reject) => {
      this.#between.push(() => {
        try {
          resolve(task());
        } catch (error) {
          reject(error);
        }
      });
      this.#running ??= this.#empty();
    });
  }

  stats(): WriteStats {
    return { works: this.#works, commits: this.#commits, waiting: this.#waiting.length };
  }

  async drain(): Promise<void> {
    this.#closed = true;
    await this.#running;
  }

  #jobOf<T>(
    work: () => Promise<T>,
    resolve: (value: T) => void,
    reject: (e: unknown) => void,
  ): Job {
    let settle = nothing;
    return {
      run: async () => {
        this.#connection.exec('SAVEPOINT work');
        try {
          const value = await this.#inside.run(true, work);
          settle = () => resolve(value);
        } catch (error) {
          this.#connection.exec('ROLLBACK TO work');
          settle = () => reject(error);
        }
        this.#connection.exec('RELEASE work');
      },
      settle: () => settle(),
      fail: reject,
    };
  }

  async #empty(): Promise<void> {
    // What else arrives in this turn of the event loop joins the first batch.
    await nextTurn();
    while (this.#waiting.length > 0 || this.#between.length > 0) {
      for (const task of this.#between.splice(0)) task();
      if (this.#waiting.length > 0) await this.#commit(this.#waiting.splice(0, this.#batchSize));
      await nextTurn();
    }
    this.#running = undefined;
  }

  async #commit(batch: Job[]): Promise<void> {
    try {
      this.#connection.exec('BEGIN IMMEDIATE');
      for (const job of batch) await job.run();
      this.#connection.exec('COMMIT');
    } catch (error) {
      if (this.#connection.inTransaction) this.#connection.exec('ROLLBACK');
      for (const job of batch) job.fail(error);
      return;
    }
    this.#works += batch.length;
    this.#commits += 1;
    for (const job of batch) job.settle();
  }
}
