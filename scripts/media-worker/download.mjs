import { existsSync } from 'node:fs';
import { inPackage } from '../setup/paths.mjs';
import { run } from '../setup/run.mjs';

const PROBE_MS = 4_000;
const DOWNLOAD_MS = 180_000;
const RELEASES = 'https://github.com/versatica/mediasoup/releases/download';

/** A closed network often swallows packets, so that a download would hang for minutes: ask first, briefly. */
async function canReachReleases() {
  try {
    await fetch(process.env.MEDIASOUP_WORKER_PREBUILT_DOWNLOAD_BASE_URL || RELEASES, {
      method: 'HEAD',
      redirect: 'manual',
      signal: AbortSignal.timeout(PROBE_MS),
    });
    return true;
  } catch {
    return false;
  }
}

/**
 * Lets mediasoup's own postinstall fetch its prebuilt worker.
 * @param {import('../setup/report.mjs').Report} report
 * @returns {Promise<string | undefined>} the binary's path; undefined when it cannot be had
 */
export async function downloadWorker(report) {
  if (process.env.MEDIASOUP_SKIP_WORKER_PREBUILT_DOWNLOAD || !(await canReachReleases())) {
    report.log('no prebuilt media worker: the place of its releases cannot be reached');
    return undefined;
  }
  const binary = inPackage('mediasoup', 'worker', 'out', 'Release', 'mediasoup-worker');
  try {
    await report.step('Tải bộ xử lý hình tiếng (mediasoup)', () =>
      run(process.execPath, ['npm-scripts.mjs', 'postinstall'], {
        cwd: inPackage('mediasoup'),
        // Where the download fails, postinstall would go on to a build that downloads even more: without Python it stops.
        env: { PYTHON: '/nonexistent/python' },
        log: report.log,
        timeoutMs: DOWNLOAD_MS,
      }),
    );
  } catch {
    return undefined;
  }
  return existsSync(binary) ? binary : undefined;
}
