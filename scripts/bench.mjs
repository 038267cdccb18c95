// npm run bench -- <suite> [--json]: runs scripts/bench/<suite>.ts after the usual preparation.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { requireNode } from './setup/node-version.mjs';

requireNode();
const { main, prepare } = await import('./setup/prepare.mjs');
const { findChromium } = await import('./setup/chromium.mjs');
const { runTogether } = await import('./setup/children.mjs');
const { inPackage, root } = await import('./setup/paths.mjs');

const folder = join(root, 'scripts', 'bench');
const suites = (existsSync(folder) ? readdirSync(folder) : [])
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => file.slice(0, -'.ts'.length));

const [suite = '', ...options] = process.argv.slice(2);
if (!suites.includes(suite)) {
  console.error(
    `Cách dùng / usage: npm run bench -- <suite> [--json]\nsuite: ${suites.join(', ') || '—'}`,
  );
  process.exit(2);
}

await main(`bench-${suite}`, async (report) => {
  const environment = await prepare(report);
  const chromium = process.env.CHROMIUM_PATH || findChromium();
  return runTogether([
    {
      command: process.execPath,
      args: [
        inPackage('tsx', 'dist', 'cli.mjs'),
        join('scripts', 'bench', `${suite}.ts`),
        ...options,
      ],
      env: { ...process.env, ...environment, ...(chromium ? { CHROMIUM_PATH: chromium } : {}) },
    },
  ]);
});
