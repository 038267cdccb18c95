import { createHash } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Id } from '../../models/ids.ts';

const settledAfterMs = 3_600_000;

/** Where the files of slips lie, each by its id; never within what is served to the web. */
const folderOf = (dataDir: string): string => join(dataDir, 'opinions');
export const pathOf = (dataDir: string, fileId: Id): string => join(folderOf(dataDir), fileId);

export const sha256Of = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

/** Keeps a file; when it resolves, the bytes are on disk. Until then it lies under another name. */
export async function keepFile(dataDir: string, fileId: Id, bytes: Uint8Array): Promise<void> {
  await mkdir(folderOf(dataDir), { recursive: true, mode: 0o700 });
  const path = pathOf(dataDir, fileId);
  const file = await open(`${path}.part`, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.part`, path);
}

export const removeFile = (dataDir: string, fileId: Id): Promise<void> =>
  rm(pathOf(dataDir, fileId), { force: true });

/** Names of what has lain in the folder for longer than any upload takes; none when nothing was ever kept. */
export async function settledFiles(dataDir: string): Promise<string[]> {
  const names = await readdir(folderOf(dataDir)).catch(() => []);
  const settled: string[] = [];
  for (const name of names) {
    const { mtimeMs } = await stat(join(folderOf(dataDir), name));
    if (Date.now() - mtimeMs > settledAfterMs) settled.push(name);
  }
  return settled;
}
