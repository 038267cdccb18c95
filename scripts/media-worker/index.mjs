import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SetupFailure } from '../setup/failure.mjs';
import { withLock } from '../setup/lock.mjs';
import { cacheDir, inPackage, systemName } from '../setup/paths.mjs';
import { run } from '../setup/run.mjs';
import { buildWorker } from './build.mjs';
import { downloadWorker } from './download.mjs';
import { recipeFingerprint } from './recipe.mjs';

const verifyScript = fileURLToPath(new URL('verify.mjs', import.meta.url));

/** Status with which the worker leaves when it was not started by mediasoup: it loaded all its libraries. */
const RUNS_STATUS = 41;

/**
 * Path of the media worker for this version of mediasoup, this recipe and this system: `MEDIASOUP_WORKER_BIN` where that is set,
 * else a file in the cache, which exists once {@link ensureMediaWorker} has run.
 * @returns {string}
 */
export function mediaWorkerBin() {
  if (process.env.MEDIASOUP_WORKER_BIN) return process.env.MEDIASOUP_WORKER_BIN;
  /** @type {{ version: string }} */
  const { version } = JSON.parse(readFileSync(inPackage('mediasoup', 'package.json'), 'utf8'));
  const key = [version, recipeFingerprint(), process.platform, process.arch, systemName()].join(
    '-',
  );
  return join(cacheDir(), 'media-worker', key, 'mediasoup-worker');
}

/** Does the binary exist and find its libraries? Takes milliseconds. @param {string} binary */
export function workerRuns(binary) {
  return (
    existsSync(binary) && spawnSync(binary, { env: {}, stdio: 'ignore' }).status === RUNS_STATUS
  );
}

/**
 * Copies a binary into the cache once mediasoup has made a worker, a router and a transport with it; it appears whole or not at all.
 * @param {string} binary @param {string} target @param {import('../setup/report.mjs').Report} report
 */
async function adopt(binary, target, report) {
  await run(process.execPath, [verifyScript, binary], { log: report.log });
  mkdirSync(dirname(target), { recursive: true });
  const temporary = `${target}.${process.pid}`;
  copyFileSync(binary, temporary);
  chmodSync(temporary, 0o755);
  renameSync(temporary, target);
}

/**
 * Sees that there is a media worker: the one in the cache, else mediasoup's prebuilt one, else one built here.
 * @param {import('../setup/report.mjs').Report} report
 * @returns {Promise<string>} path for `MEDIASOUP_WORKER_BIN`
 */
export async function ensureMediaWorker(report) {
  const target = mediaWorkerBin();
  if (workerRuns(target)) return target;
  if (process.env.MEDIASOUP_WORKER_BIN) {
    throw new SetupFailure({
      vi: `MEDIASOUP_WORKER_BIN trỏ tới ${target}, nhưng tệp đó không chạy được; hãy sửa hoặc bỏ biến này.`,
      en: `MEDIASOUP_WORKER_BIN points to ${target}, which does not run; correct or unset this variable.`,
    });
  }
  mkdirSync(dirname(dirname(target)), { recursive: true });
  const onWait = () =>
    report.say('  … Một tiến trình khác đang dựng bộ xử lý hình tiếng, chờ xong');
  await withLock(`${dirname(target)}.lock`, () => obtain(target, report), { onWait });
  return target;
}

/** @param {string} target @param {import('../setup/report.mjs').Report} report */
async function obtain(target, report) {
  // Another process may have made it while this one waited for the lock.
  if (workerRuns(target)) return;
  const downloaded = await downloadWorker(report);
  if (downloaded) {
    try {
      return await adopt(downloaded, target, report);
    } catch (error) {
      report.log(`the prebuilt worker does not work here: ${error}`);
    }
  }
  await buildWorker(target, report, (binary) => adopt(binary, target, report));
}
