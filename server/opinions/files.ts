import { createHash } from 'node:crypto';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Id } from '../../models/ids.ts';

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

/** Names of what lies in the folder; none when nothing was ever kept. */
export const keptFiles = (dataDir: string): Promise<string[]> =>
  readdir(folderOf(dataDir)).catch(() => []);
