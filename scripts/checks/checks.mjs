import { existsSync } from 'node:fs';
import { CommandFailure } from '../setup/failure.mjs';
import { inPackage, root } from '../setup/paths.mjs';
import { run } from '../setup/run.mjs';

/** A look at the sources: a command that ends with 0 when all is well. @typedef {{ name: string, title: string, args: string[] }} Check */

const FOLDERS = ['client', 'server', 'sfu', 'models', 'scripts', 'e2e'];

/** @returns {Check[]} */
function checks() {
  const present = FOLDERS.filter((folder) => existsSync(`${root}/${folder}`));
  return [
    {
      name: 'types',
      title: 'kiểu',
      args: [
        inPackage('typescript', 'bin', 'tsc'),
        '-p',
        '.',
        '--noEmit',
        '--incremental',
        '--tsBuildInfoFile',
        '.cache/types.json',
      ],
    },
    {
      name: 'lint',
      title: 'quy tắc mã',
      args: [inPackage('oxlint', 'bin', 'oxlint'), '--deny-warnings'],
    },
    {
      name: 'format',
      title: 'trình bày',
      args: [
        inPackage('prettier', 'bin', 'prettier.cjs'),
        '--check',
        '--log-level=warn',
        '--cache',
        '--cache-strategy=content',
        '--cache-location=.cache/prettier',
        '.',
      ],
    },
    {
      name: 'dependencies',
      title: 'ai được dùng ai',
      args: [
        inPackage('dependency-cruiser', 'bin', 'dependency-cruise.mjs'),
        '--output-type',
        'err',
        ...present,
      ],
    },
    {
      name: 'dead code',
      title: 'mã thừa',
      args: [inPackage('knip', 'bin', 'knip.js'), '--no-progress'],
    },
    {
      name: 'migrations',
      title: 'lược đồ dữ liệu',
      args: [`${root}/scripts/checks/migrations.mjs`],
    },
  ];
}

/** @param {Check} check @param {import('../setup/report.mjs').Report} report */
async function runCheck({ name, title, args }, report) {
  /** @type {string[]} */
  const output = [];
  try {
    await report.step(`${name} · ${title}`, () =>
      run(process.execPath, args, {
        cwd: root,
        log: report.log,
        onLine: (line) => output.push(line),
      }),
    );
    return true;
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error;
    report.say(output.map((line) => `    ${line}`).join('\n'));
    return false;
  }
}

/**
 * Types, lint, format, import rules, dead code, migrations: each counts as one test; all run even when one fails.
 * @param {import('../setup/report.mjs').Report} report
 * @returns {Promise<import('./counts.mjs').Counts>}
 */
export async function runChecks(report) {
  let passed = 0;
  const failures = [];
  for (const check of checks()) {
    if (await runCheck(check, report)) passed += 1;
    else failures.push(check.name);
  }
  return { passed, failed: failures.length, skipped: 0, failures };
}
