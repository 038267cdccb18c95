import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { ensureMediaWorker } from '../media-worker/index.mjs';
import { ensureBuilt } from './build.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { CommandFailure, SetupFailure } from './failure.mjs';
import { withLock } from './lock.mjs';
import { ensureFaceModels } from './models.mjs';
import { cacheDir, root } from './paths.mjs';
import { createReport } from './report.mjs';
import { ensureSqlite } from './sqlite.mjs';

/**
 * What the server and the tests need to be told.
 * @typedef {{ MEDIASOUP_WORKER_BIN: string, NGHI_TRUONG_MODELS: string }} Environment
 */

/** One preparation at a time in a checkout. @template T @param {import('./report.mjs').Report} report @param {() => Promise<T>} work */
function alone(report, work) {
  const key = createHash('sha256').update(root).digest('hex').slice(0, 12);
  const onWait = () => report.say('  … Một tiến trình khác đang chuẩn bị thư mục này, chờ xong');
  return withLock(join(cacheDir(), 'locks', `${key}.lock`), work, { onWait });
}

/** Only the npm packages: enough to look at sources. @param {import('./report.mjs').Report} report */
export async function prepareDependencies(report) {
  await alone(report, () => ensureDependencies(report));
}

/**
 * Everything up to, not including, running something. What is there already costs next to nothing.
 * @param {import('./report.mjs').Report} report
 * @param {{ build?: boolean }} [options] `build: false` leaves client and server unbuilt
 * @returns {Promise<Environment>}
 */
export async function prepare(report, { build = true } = {}) {
  return alone(report, async () => {
    await ensureDependencies(report);
    await ensureSqlite(report);
    const worker = await ensureMediaWorker(report);
    const models = await ensureFaceModels(report);
    if (build) await ensureBuilt(report);
    return { MEDIASOUP_WORKER_BIN: worker, NGHI_TRUONG_MODELS: models };
  });
}

/**
 * Runs a command of the project: a failure ends it with one plain sentence in each language and the place of the log.
 * @param {string} name of the command, for the log
 * @param {(report: import('./report.mjs').Report) => Promise<number>} work gives the exit status
 * @returns {Promise<boolean>} false when it could not be brought to its end
 */
export async function main(name, work) {
  const report = createReport({ dir: join(cacheDir(), 'log'), name });
  try {
    process.exitCode = await work(report);
    return true;
  } catch (error) {
    process.exitCode = 1;
    explain(error, report);
    return false;
  }
}

/** @param {unknown} error @param {import('./report.mjs').Report} report */
function explain(error, report) {
  /** @type {unknown} */
  let cause = error;
  while (cause instanceof Error) {
    report.log(cause.stack ?? cause.message);
    if (cause instanceof CommandFailure) report.log(cause.output);
    cause = cause.cause;
  }
  const advice =
    error instanceof SetupFailure
      ? error.advice
      : { vi: `Có lỗi bất ngờ: ${error}`, en: `Something unexpected went wrong: ${error}` };
  process.stderr.write(
    `\n${advice.vi}\n${advice.en}\nNhật ký đầy đủ / full log: ${report.logPath}\n`,
  );
}
