import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inPackage, root } from '../setup/paths.mjs';
import { NONE, countJest, countPlaywright, withStatus } from './counts.mjs';

/** @typedef {import('./counts.mjs').Counts} Counts */

/**
 * Runs a test runner on this screen and counts from the JSON report that it writes.
 * @template T
 * @param {(reportFile: string) => { args: string[], env?: NodeJS.ProcessEnv }} command
 * @param {NodeJS.ProcessEnv} env
 * @param {(report: T) => Counts} count
 * @returns {Promise<Counts>}
 */
async function runAndCount(command, env, count) {
  const folder = mkdtempSync(join(tmpdir(), 'nghi-truong-test-'));
  try {
    const reportFile = join(folder, 'report.json');
    const { args, env: extra } = command(reportFile);
    const status = await new Promise((resolve, reject) => {
      const child = spawn(process.execPath, args, {
        cwd: root,
        env: { ...process.env, ...env, ...extra },
        stdio: 'inherit',
      });
      child.on('error', reject);
      child.on('exit', (code) => resolve(code ?? 1));
    });
    const counts = existsSync(reportFile)
      ? count(JSON.parse(readFileSync(reportFile, 'utf8')))
      : NONE;
    return withStatus(counts, status);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const vitestCommand = (/** @type {string} */ file) => ({
  args: [
    inPackage('vitest', 'vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ],
});

const playwrightCommand = (/** @type {string} */ file) => ({
  args: [inPackage('@playwright', 'test', 'cli.js'), 'test', '--reporter=list,json'],
  env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file },
});

const mediasoupCommand = (/** @type {string} */ file) => ({
  args: [join(root, 'scripts', 'media-worker', 'suite.mjs'), '--json', `--outputFile=${file}`],
});

/** Unit and socket tests. @param {NodeJS.ProcessEnv} env */
export const runVitest = (env) => runAndCount(vitestCommand, env, countJest);

/** mediasoup's own tests with our media worker. @param {NodeJS.ProcessEnv} env */
export const runMediasoup = (env) => runAndCount(mediasoupCommand, env, countJest);

/** Journeys in a real browser. @param {NodeJS.ProcessEnv} env */
export const runPlaywright = (env) => runAndCount(playwrightCommand, env, countPlaywright);
