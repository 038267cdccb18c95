import { readdir, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';

/** Of all files in a folder and below, in bytes; 0 when there is none. */
export async function sizeOf(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const sizes = await Promise.all(
    names.map(async (name) => {
      const found = await stat(join(folder, name)).catch(() => undefined);
      return found?.isFile() === true ? found.size : 0;
    }),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Whether a file system takes so many bytes more; true where it does not say how many it takes. */
export async function hasRoomFor(folder: string, bytes: number): Promise<boolean> {
  const found = await statfs(folder).catch(() => undefined);
  return found === undefined || found.bavail * found.bsize >= bytes;
}
