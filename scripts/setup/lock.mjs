import {
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** The holder touches its lock this often; one that was not touched for STALE_MS belongs to a dead process. */
const HEARTBEAT_MS = 2_000;
const STALE_MS = 20_000;
const POLL_MS = 250;

/** @param {unknown} error @param {string} code */
const isCode = (error, code) => error instanceof Error && 'code' in error && error.code === code;

/** @param {string} path @returns {{ text: string, touchedAt: number } | undefined} undefined: nobody holds it */
function readLock(path) {
  try {
    return { text: readFileSync(path, 'utf8'), touchedAt: statSync(path).mtimeMs };
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** @param {{ text: string, touchedAt: number }} lock */
function isAbandoned(lock) {
  if (Date.now() - lock.touchedAt > STALE_MS) return true;
  const [host, pid] = lock.text.split(' ');
  // Process ids of another machine or container mean nothing here: only its heartbeat counts.
  if (host !== hostname()) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return isCode(error, 'ESRCH');
  }
}

/**
 * Takes an abandoned lock away. Renaming first makes sure that of two who try, one removes it; when it turns out that a
 * living process had taken it in between, it is put back.
 * @param {string} path @param {string} abandoned
 */
function removeAbandoned(path, abandoned) {
  const aside = `${path}.${process.pid}.${Date.now()}`;
  try {
    renameSync(path, aside);
    if (readFileSync(aside, 'utf8') !== abandoned) linkSync(aside, path);
  } catch (error) {
    if (!isCode(error, 'ENOENT') && !isCode(error, 'EEXIST')) throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

/** @param {string} path @param {string} owner @returns {boolean} */
function tryTake(path, owner) {
  try {
    writeFileSync(path, owner, { flag: 'wx' });
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/**
 * Runs `work` while no other process holds the lock at `path`. A lock left by a killed process is taken over.
 * @template T
 * @param {string} path
 * @param {() => Promise<T>} work
 * @param {{ onWait?: () => void }} [options] called once when another process holds it
 * @returns {Promise<T>}
 */
export async function withLock(path, work, { onWait } = {}) {
  mkdirSync(dirname(path), { recursive: true });
  const owner = `${hostname()} ${process.pid} ${Date.now()}`;
  let waited = false;
  while (!tryTake(path, owner)) {
    const lock = readLock(path);
    if (lock && isAbandoned(lock)) {
      removeAbandoned(path, lock.text);
      continue;
    }
    if (!waited) onWait?.();
    waited = true;
    await sleep(POLL_MS);
  }
  const heartbeat = setInterval(() => {
    try {
      utimesSync(path, new Date(), new Date());
    } catch {
      // Taken away while this process was suspended; the work itself stays correct, as results are renamed into place.
    }
  }, HEARTBEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    if (readLock(path)?.text === owner) rmSync(path, { force: true });
  }
}
