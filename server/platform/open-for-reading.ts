import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import * as tables from '../../models/tables/index.ts';
import type { Db } from './database.ts';

/** The database of a data folder as it lies there, also beside a running server; nothing is changed. @throws Error */
export function openForReading(dataDir: string): { db: Db; close(): void } {
  const connection = new Sqlite(join(dataDir, 'nghi-truong.sqlite'), {
    readonly: true,
    fileMustExist: true,
  });
  return { db: drizzle(connection, { schema: tables }), close: () => connection.close() };
}
