import { ensurePackages } from './apt.mjs';
import { SetupFailure } from './failure.mjs';
import { run } from './run.mjs';

/**
 * belenios-tool, the independent program that our elections are checked with and whose elections we check: what is
 * installed, else Debian's, installed as root. Where it cannot be had these tests skip.
 * @param {import('./report.mjs').Report} report
 */
export async function ensureBelenios(report) {
  const found = await run('belenios-tool', ['--version']).then(
    () => true,
    () => false,
  );
  if (found) return;
  try {
    await ensurePackages(
      ['belenios-tool'],
      { vi: 'kiểm thử bầu cử', en: 'the tests of elections' },
      report,
    );
  } catch (error) {
    if (!(error instanceof SetupFailure)) throw error;
    report.say(
      '  … Không có belenios-tool: bỏ qua kiểm thử với nó · no belenios-tool: its tests skip',
    );
  }
}
