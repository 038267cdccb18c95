import { ensurePackages } from './apt.mjs';
import { run } from './run.mjs';

/**
 * ffmpeg and ffprobe for the tests of recording: what is installed, else Debian's, installed as root.
 * @param {import('./report.mjs').Report} report
 */
export async function ensureFfmpeg(report) {
  const found = await Promise.all(
    ['ffmpeg', 'ffprobe'].map((name) => run(name, ['-version'])),
  ).then(
    () => true,
    () => false,
  );
  if (found) return;
  await ensurePackages(
    ['ffmpeg'],
    { vi: 'kiểm thử ghi hình', en: 'the tests of recording' },
    report,
  );
}
