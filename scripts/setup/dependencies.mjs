import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SetupFailure } from './failure.mjs';
import { fingerprint, isStamped, writeStamp } from './fingerprint.mjs';
import { inPackage, root } from './paths.mjs';
import { run } from './run.mjs';

const stampFile = inPackage('.nghi-truong-lock');

/**
 * npm of this very Node when started through `npm start`, else the one on the path.
 * @param {string[]} args @param {import('./report.mjs').Report} report @param {NodeJS.ProcessEnv} [env]
 */
export function npm(args, report, env) {
  const script = process.env.npm_execpath;
  const options = { cwd: root, log: report.log, ...(env ? { env } : {}) };
  // Whatever the person set for the screen, the log gets npm's own words.
  const all = [...args, '--loglevel=notice'];
  return script?.endsWith('.js')
    ? run(process.execPath, [script, ...all], options)
    : run('npm', all, options);
}

/**
 * Installs exactly what package-lock.json lists, with install scripts off, when that has not been done for this lock file.
 * @param {import('./report.mjs').Report} report
 */
export async function ensureDependencies(report) {
  const print = fingerprint(root, ['package-lock.json']);
  if (isStamped(stampFile, print)) return;
  if (matchesLock()) return writeStamp(stampFile, print);
  try {
    await report.step('Cài thư viện npm', () =>
      npm(['ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund'], report),
    );
  } catch (error) {
    throw new SetupFailure(
      {
        vi: 'Không cài được thư viện npm; hãy xem máy có tới được kho npm không (npm config get registry) rồi chạy lại.',
        en: 'npm packages could not be installed; see that this machine reaches the npm registry (npm config get registry), then run again.',
      },
      error,
    );
  }
  writeStamp(stampFile, print);
}

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean }} LockedPackage
 * @typedef {Record<string, LockedPackage>} LockedPackages by folder, as in a lock file's `packages`
 */

/**
 * Does what npm installed equal what the lock file wants? Optional packages (for other systems) may be missing.
 * @param {LockedPackages} wanted of package-lock.json
 * @param {LockedPackages} installed of node_modules/.package-lock.json
 */
export function isInstalled(wanted, installed) {
  const folders = Object.keys(wanted).filter((folder) => folder !== '');
  const same = folders.every((folder) => {
    const want = wanted[folder];
    const have = installed[folder];
    if (!have) return want?.optional === true || want?.devOptional === true;
    return have.version === want?.version && have.integrity === want?.integrity;
  });
  return same && Object.keys(installed).every((folder) => folder in wanted);
}

/** @param {string} path @returns {LockedPackages} */
const lockedPackages = (path) => JSON.parse(readFileSync(path, 'utf8')).packages;

/** Someone may have run npm by hand: an installation that is right already is kept. */
function matchesLock() {
  const hidden = inPackage('.package-lock.json');
  if (!existsSync(hidden)) return false;
  return isInstalled(lockedPackages(join(root, 'package-lock.json')), lockedPackages(hidden));
}
