import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import * as tables from '../../../models/tables/index.ts';
import type { Db } from '../../platform/database.ts';

/** What someone may do to the database who has its file in their hands. */
export type Tamper = (raw: Sqlite.Database) => void;

/** One statement, which must change something. */
export const running =
  (sql: string, ...values: unknown[]): Tamper =>
  (raw) => {
    if (raw.prepare(sql).run(...values).changes === 0) throw new Error('nothing was changed');
  };

/** The whole database of a running server as it is now, to be opened in memory. */
export function copyOf(dataDir: string): Buffer {
  const connection = new Sqlite(join(dataDir, 'nghi-truong.sqlite'), { readonly: true });
  const file = connection.serialize();
  connection.close();
  // As a file without a journal beside it (bytes 18 and 19 of its head).
  return file.fill(1, 18, 20);
}

/** Reads a copy after it was tampered with, past all triggers and foreign keys. */
export async function readTampered<T>(
  file: Buffer,
  tamper: Tamper,
  read: (db: Db) => Promise<T>,
): Promise<T> {
  const raw = new Sqlite(file);
  try {
    raw.pragma('foreign_keys = OFF');
    const triggers = raw.prepare(`select name from sqlite_master where type = 'trigger'`).pluck();
    for (const name of triggers.all()) raw.exec(`drop trigger "${String(name)}"`);
    tamper(raw);
    return await read(drizzle(raw, { schema: tables }));
  } finally {
    raw.close();
  }
}
