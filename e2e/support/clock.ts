import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const module = fileURLToPath(new URL('moved-clock.mjs', import.meta.url));

/** A clock for a server that a journey can set ahead. */
export interface MovedClock {
  /** For `startServer`. */
  settings: Record<string, string>;
  /** @param hours that the server's clock is ahead from now on */
  moveTo(hours: number): void;
  remove(): void;
}

export function movedClock(): MovedClock {
  const folder = mkdtempSync(join(tmpdir(), 'nghi-truong-clock-'));
  const file = join(folder, 'ahead');
  return {
    settings: {
      NODE_OPTIONS: `--import ${pathToFileURL(module).href}`,
      MOVED_CLOCK_FILE: file,
      // Nobody is signed out by the leap.
      NGHI_TRUONG_SESSION_HOURS: '720',
    },
    moveTo: (hours) => writeFileSync(file, String(hours * 3_600_000)),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
