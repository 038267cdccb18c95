import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ensurePackages } from '../setup/apt.mjs';
import { SetupFailure } from '../setup/failure.mjs';
import { inPackage } from '../setup/paths.mjs';
import { run } from '../setup/run.mjs';
import { BUILD_PACKAGES, MESON_OPTIONS, prepareSources } from './recipe.mjs';

/**
 * Builds the worker from the sources in the npm package against the system's libraries.
 * @param {string} target where the cache wants the binary; the build happens in a folder beside it
 * @param {import('../setup/report.mjs').Report} report
 * @param {(binary: string) => Promise<void>} use called with the fresh binary, which is gone afterwards
 */
export async function buildWorker(target, report, use) {
  await ensurePackages(
    BUILD_PACKAGES,
    { vi: 'bộ xử lý hình tiếng', en: 'the media worker' },
    report,
  );
  const temporary = mkdtempSync(join(dirname(dirname(target)), 'build-'));
  try {
    await report.step('Dựng bộ xử lý hình tiếng (một lần, vài phút)', async (tick) => {
      const worker = join(temporary, 'worker');
      cpSync(inPackage('mediasoup', 'worker'), worker, { recursive: true });
      prepareSources(worker);
      await compile(worker, report, tick);
      await use(join(worker, 'build', 'mediasoup-worker'));
    });
  } catch (error) {
    if (error instanceof SetupFailure) throw error;
    throw new SetupFailure(
      {
        vi: 'Không dựng được bộ xử lý hình tiếng (mediasoup); hãy xem nhật ký, hoặc đặt MEDIASOUP_WORKER_BIN là đường dẫn tới một bản dựng sẵn.',
        en: 'The media worker (mediasoup) could not be built; see the log, or set MEDIASOUP_WORKER_BIN to the path of a prebuilt one.',
      },
      error,
    );
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/**
 * @param {string} worker the prepared sources
 * @param {import('../setup/report.mjs').Report} report
 * @param {(detail: string) => void} tick
 */
async function compile(worker, report, tick) {
  const options = { cwd: worker, log: report.log, env: { LC_ALL: 'C.UTF-8' } };
  await run('meson', ['setup', ...MESON_OPTIONS, 'build', '.'], options);
  // The C++ files do not name the generated headers they include, so those come first.
  await run('ninja', ['-C', 'build', 'fbs/FBS'], options);
  await run('ninja', ['-C', 'build', 'mediasoup-worker'], {
    ...options,
    onLine: (line) => {
      const counter = /^\[\d+\/\d+\]/.exec(line)?.[0];
      if (counter) tick(counter);
    },
  });
}
