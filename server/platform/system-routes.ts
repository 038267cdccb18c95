import { sql } from 'drizzle-orm';
import { getHealth, getReady } from '../../models/contracts/system.ts';
import type { ResponseOf } from '../../models/contracts/route.ts';
import { AppError } from '../../models/errors.ts';
import type { Database } from './database.ts';
import type { Routes } from './http-routes.ts';

export type Readiness = ResponseOf<typeof getReady>;

/** Whether the process lives, and whether it can do its work. */
export function systemRoutes(routes: Routes, version: string, ready: () => Readiness): void {
  routes.serve(getHealth, async () => ({ status: 'ok' as const, version }));
  routes.serve(getReady, async () => {
    const readiness = ready();
    if (!readiness.ready) throw new AppError('unavailable', { ...readiness });
    return readiness;
  });
}

/** Whether the database answers. */
export function canRead(database: Database): boolean {
  try {
    database.read.run(sql`select 1`);
    return true;
  } catch {
    return false;
  }
}
