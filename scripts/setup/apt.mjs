import { join } from 'node:path';
import { CommandFailure, SetupFailure } from './failure.mjs';
import { withLock } from './lock.mjs';
import { cacheDir } from './paths.mjs';
import { run } from './run.mjs';

const environment = { DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' };

/** @param {string} name */
async function isInstalled(name) {
  try {
    return (await run('dpkg-query', ['-W', '-f', '${Status}', name])).includes(
      'install ok installed',
    );
  } catch {
    return false;
  }
}

async function hasApt() {
  return run('apt-get', ['--version']).then(
    () => true,
    () => false,
  );
}

/**
 * Sees that Debian packages are there. As root they are installed; otherwise set-up stops with the exact command.
 * @param {string[]} packages
 * @param {{ vi: string, en: string }} what they are for, e.g. "the media worker"
 * @param {import('./report.mjs').Report} report
 */
export async function ensurePackages(packages, what, report) {
  const present = await Promise.all(packages.map(isInstalled));
  const missing = packages.filter((_, index) => !present[index]);
  if (missing.length === 0) return;

  const command = `apt-get update && apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  if (!(await hasApt())) {
    throw new SetupFailure({
      vi: `Để có ${what.vi}, máy này cần các gói sau (tên theo Debian); hãy cài rồi chạy lại: ${missing.join(' ')}`,
      en: `For ${what.en} this machine needs these packages (Debian's names); install them and run again: ${missing.join(' ')}`,
    });
  }
  if (process.getuid?.() !== 0) {
    throw new SetupFailure({
      vi: `Để có ${what.vi}, hãy chạy lệnh sau rồi chạy lại: sudo sh -c '${command}'`,
      en: `For ${what.en}, run this command and then run again: sudo sh -c '${command}'`,
    });
  }
  await report.step(`Cài gói hệ thống cho ${what.vi}: ${missing.join(' ')}`, async (tick) => {
    await withLock(join(cacheDir(), 'locks', 'apt.lock'), () =>
      install(missing, command, report, tick),
    );
  });
}

/**
 * @param {string[]} packages @param {string} command @param {import('./report.mjs').Report} report
 * @param {(detail: string) => void} tick
 */
async function install(packages, command, report, tick) {
  const options = ['-q', '-o', 'DPkg::Lock::Timeout=300'];
  const installArgs = [...options, 'install', '-y', '--no-install-recommends', ...packages];
  const apt = (/** @type {string[]} */ args) =>
    run('apt-get', args, {
      env: environment,
      log: report.log,
      onLine: (line) => {
        const name = /^(?:Setting up|Unpacking) (\S+)/.exec(line)?.[1];
        if (name) tick(name);
      },
    });
  try {
    // The lists may be there and fresh (or the network gone): only a failure asks for an update.
    await apt(installArgs).catch(async () => {
      await apt([...options, 'update']);
      await apt(installArgs);
    });
  } catch (error) {
    const reason = error instanceof CommandFailure ? (error.output.split('\n').at(-1) ?? '') : '';
    throw new SetupFailure(
      {
        vi: `Không cài được gói hệ thống (${reason}); hãy xem nguồn gói của máy rồi chạy: ${command}`,
        en: `System packages could not be installed (${reason}); check this machine's package sources, then run: ${command}`,
      },
      error,
    );
  }
}
