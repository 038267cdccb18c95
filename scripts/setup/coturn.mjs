import { ensurePackages } from './apt.mjs';
import { SetupFailure } from './failure.mjs';
import { run } from './run.mjs';

/**
 * coturn for the tests of the relay: what is installed, else Debian's, installed as root. Where it cannot be had these
 * tests skip.
 * @param {import('./report.mjs').Report} report
 */
export async function ensureCoturn(report) {
  const found = await run('turnserver', ['--version']).then(
    () => true,
    () => false,
  );
  if (found) return;
  try {
    await ensurePackages(
      ['coturn'],
      { vi: 'kiểm thử máy chuyển tiếp', en: 'the tests of the relay' },
      report,
    );
  } catch (error) {
    if (!(error instanceof SetupFailure)) throw error;
    report.say('  … Không có coturn: bỏ qua kiểm thử máy chuyển tiếp · no coturn: its tests skip');
  }
}
