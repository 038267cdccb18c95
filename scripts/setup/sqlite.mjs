import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ensurePackages } from './apt.mjs';
import { npm } from './dependencies.mjs';
import { SetupFailure } from './failure.mjs';
import { isStamped, writeStamp } from './fingerprint.mjs';
import { cacheDir, inPackage, root, systemName } from './paths.mjs';
import { run } from './run.mjs';

const binding = inPackage('better-sqlite3', 'build', 'Release', 'better_sqlite3.node');

/** Where the compiled binding is kept for other clones, and for this one when npm empties node_modules. */
function cachedBinding() {
  /** @type {{ version: string }} */
  const { version } = JSON.parse(readFileSync(inPackage('better-sqlite3', 'package.json'), 'utf8'));
  const key = [
    version,
    `abi${process.versions.modules}`,
    process.platform,
    process.arch,
    systemName(),
  ];
  return join(cacheDir(), 'better-sqlite3', key.join('-'), 'better_sqlite3.node');
}

/** A file that appears whole or not at all. @param {string} from @param {string} to */
function copyWhole(from, to) {
  mkdirSync(dirname(to), { recursive: true });
  const temporary = `${to}.${process.pid}`;
  copyFileSync(from, temporary);
  renameSync(temporary, to);
}

async function sqliteLoads() {
  const script = "new (require('better-sqlite3'))(':memory:').close()";
  return run(process.execPath, ['-e', script], { cwd: root }).then(
    () => true,
    () => false,
  );
}

/**
 * Makes better-sqlite3's binding where it does not load: from the cache, else prebuilt, else by compiling.
 * @param {import('./report.mjs').Report} report
 */
export async function ensureSqlite(report) {
  const stamp = inPackage('better-sqlite3', 'build', '.nghi-truong-node');
  const print = `${process.version}-${process.platform}-${process.arch}`;
  if (existsSync(binding) && isStamped(stamp, print)) return;
  const cached = cachedBinding();
  if (!(await sqliteLoads()) && existsSync(cached)) copyWhole(cached, binding);
  if (!(await sqliteLoads())) await rebuildSqlite(report);
  if (!existsSync(cached)) copyWhole(binding, cached);
  writeStamp(stamp, print);
}

/** @param {import('./report.mjs').Report} report */
async function rebuildSqlite(report) {
  await ensurePackages(
    ['python3', 'make', 'g++'],
    { vi: 'cơ sở dữ liệu', en: 'the database' },
    report,
  );
  const nodeDir = dirname(dirname(process.execPath));
  // Headers that came with this Node save node-gyp a download that a closed network cannot do.
  const hasHeaders = existsSync(join(nodeDir, 'include', 'node', 'node.h'));
  const env = hasHeaders ? { npm_config_nodedir: nodeDir } : undefined;
  const args = ['rebuild', 'better-sqlite3', '--ignore-scripts=false', '--foreground-scripts'];
  try {
    await report.step('Dựng cơ sở dữ liệu SQLite (một lần)', () => npm(args, report, env));
    if (!(await sqliteLoads())) throw new Error('better-sqlite3 does not load after npm rebuild');
  } catch (error) {
    throw new SetupFailure(
      {
        vi: 'Không dựng được better-sqlite3; hãy dùng bản Node.js chính thức từ nodejs.org (có kèm tệp tiêu đề C++) rồi chạy lại.',
        en: 'better-sqlite3 could not be built; use the official Node.js from nodejs.org (it brings its C++ headers), then run again.',
      },
      error,
    );
  }
}
