import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { z } from 'zod';
import * as tables from '../../models/tables/index.ts';
import { type Once, answerOnce } from './idempotency.ts';
import { WriteQueue, type WriteStats } from './write-queue.ts';

/** What a store function works with: the reader, or the transaction of a write. */
export type Db = BetterSQLite3Database<typeof tables>;

/** Thrown when another process holds the data folder. */
export class DataFolderInUse extends Error {
  override readonly name = 'DataFolderInUse';
}

/** The only way to the data. Nothing outside `store.ts` files and this folder knows which engine runs. */
export interface Database {
  /** Sees what is committed. */
  read: Db;
  /**
   * Runs `work` in a transaction and resolves when its effects are on disk (fsync). Works that arrive together
   * share one transaction; one that throws is undone alone. `work` must wait for nothing but its store functions.
   * With `once`, a repeated request gets the first answer and `work` does not run again.
   * @throws AppError `request_id_reused` when the same request id comes with other content
   */
  write<T>(work: (tx: Db) => Promise<T>, once?: Once): Promise<T>;
  /**
   * Makes what was deleted go from the files too: deleted rows are overwritten with zeros, and here the journal, which
   * still holds them as they were, is worked in and cut to nothing.
   * @throws Error when a reader was in the way
   */
  purge(): Promise<void>;
  stats(): WriteStats;
  /** Finishes running writes, then closes. Safe to call twice. */
  close(): Promise<void>;
}

interface DatabaseOptions {
  dataDir: string;
  migrationsDir: string;
  /** Off only to measure what it gains. */
  groupCommit?: boolean;
}

/**
 * Opens the database of a data folder, brought to the newest table layout.
 * @throws DataFolderInUse when another process has it open
 */
export function openDatabase({
  dataDir,
  migrationsDir,
  groupCommit = true,
}: DatabaseOptions): Database {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const lock = lockFolder(dataDir);
  const file = join(dataDir, 'nghi-truong.sqlite');
  const writer = connect(file);
  // A table that is made anew is dropped while others still name it.
  writer.pragma('foreign_keys = OFF');
  migrate(drizzle(writer), { migrationsFolder: migrationsDir });
  writer.pragma('foreign_keys = ON');
  const reader = connect(file);
  reader.pragma('query_only = ON');

  const db = drizzle(writer, { schema: tables });
  const queue = new WriteQueue(writer, groupCommit);
  let closing: Promise<void> | undefined;
  const shut = async () => {
    await queue.drain();
    for (const connection of [reader, writer, lock]) connection.close();
  };
  return {
    read: drizzle(reader, { schema: tables }),
    write: (work, once) =>
      queue.run(() => (once === undefined ? work(db) : answerOnce(db, once, work))),
    purge: () => queue.between(() => cutJournal(writer)),
    stats: () => queue.stats(),
    close: () => (closing ??= shut()),
  };
}

/** WAL so that readers never wait; FULL so that a commit that returned survives a power cut. */
function connect(file: string): Sqlite.Database {
  const connection = new Sqlite(file);
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma('busy_timeout = 5000');
  // What is deleted, such as a face template, is overwritten with zeros.
  connection.pragma('secure_delete = ON');
  return connection;
}

const Checkpoint = z.array(z.object({ busy: z.number() })).length(1);

function cutJournal(connection: Sqlite.Database): void {
  const [result] = Checkpoint.parse(connection.pragma('wal_checkpoint(TRUNCATE)'));
  if (result?.busy !== 0) throw new Error('the journal could not be cut: someone reads');
}

/** One process a folder; the system lets go of the lock when the process dies, however it dies. */
function lockFolder(dataDir: string): Sqlite.Database {
  const lock = new Sqlite(join(dataDir, 'server.lock'), { timeout: 10_000 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch {
    lock.close();
    throw new DataFolderInUse(dataDir);
  }
  return lock;
}
