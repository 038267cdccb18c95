import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { inPackage, root } from '../setup/paths.mjs';

/** What drizzle-kit says when the tables are those of the last migration. */
const CURRENT = 'No schema changes, nothing to migrate';

/** Paths in a configuration are taken from the checkout's folder, with forward slashes. @param {string} path */
const fromRoot = (path) => `./${relative(root, path).replaceAll('\\', '/')}`;

/**
 * Do migrations lag behind the tables? drizzle-kit works on a copy, so that it cannot change anything here. Its exit status
 * is no proof: it is 0 even when it would have to ask whether a column was renamed.
 * @param {string} config path of a drizzle configuration
 * @param {string} migrations path of the folder of migrations
 * @returns {string | undefined} what drizzle-kit said; undefined when they are current
 */
export function migrationsDrift(config, migrations) {
  const cache = join(root, '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'drift-'));
  try {
    const copy = join(folder, 'migrations');
    if (existsSync(migrations)) cpSync(migrations, copy, { recursive: true });
    const base = relative(folder, config).replaceAll('\\', '/');
    const trial = join(folder, 'drizzle.config.ts');
    writeFileSync(
      trial,
      `import base from '${base}';\nexport default { ...base, out: '${fromRoot(copy)}' };\n`,
    );
    const args = [inPackage('drizzle-kit', 'bin.cjs'), 'generate', `--config=${fromRoot(trial)}`];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return status === 0 && stdout.includes(CURRENT) ? undefined : `${stdout}\n${stderr}`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
