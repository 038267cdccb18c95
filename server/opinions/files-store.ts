import { and, asc, eq } from 'drizzle-orm';
import type { Id } from '../../models/ids.ts';
import { opinionFiles } from '../../models/tables/opinions.ts';
import type { Db } from '../platform/database.ts';

export type FileRow = typeof opinionFiles.$inferSelect;

export async function insertFile(tx: Db, row: FileRow): Promise<void> {
  await tx.insert(opinionFiles).values(row);
}

export async function findFile(db: Db, slipId: Id, id: Id): Promise<FileRow | undefined> {
  const [found] = await db
    .select()
    .from(opinionFiles)
    .where(and(eq(opinionFiles.id, id), eq(opinionFiles.slipId, slipId)));
  return found;
}

/** In the order in which they were attached. */
export async function readFiles(db: Db, slipId: Id, kind?: FileRow['kind']): Promise<FileRow[]> {
  return db
    .select()
    .from(opinionFiles)
    .where(
      and(
        eq(opinionFiles.slipId, slipId),
        kind === undefined ? undefined : eq(opinionFiles.kind, kind),
      ),
    )
    .orderBy(asc(opinionFiles.id));
}

export async function readFileIds(db: Db): Promise<Set<Id>> {
  const found = await db.select({ id: opinionFiles.id }).from(opinionFiles);
  return new Set(found.map(({ id }) => id));
}

export async function deleteFile(tx: Db, id: Id): Promise<void> {
  await tx.delete(opinionFiles).where(eq(opinionFiles.id, id));
}
