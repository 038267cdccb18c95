// Bundles the server's own files into dist/server; packages stay in node_modules.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from './setup/paths.mjs';

/** Output name by entry point. What runs in worker threads is loaded by each of them from a file of its own. */
const ENTRIES = {
  main: 'server/main.ts',
  'face-worker': 'server/attendance/face/worker.ts',
  'ballot-worker': 'server/elections/ballot-worker.ts',
};

const entryPoints = Object.fromEntries(
  Object.entries(ENTRIES)
    .map(([name, file]) => /** @type {const} */ ([name, join(root, file)]))
    .filter(([name, file]) => name === 'main' || existsSync(file)),
);

await build({
  absWorkingDir: root,
  entryPoints,
  outdir: 'dist/server',
  bundle: true,
  packages: 'external',
  platform: 'node',
  target: 'node20',
  format: 'esm',
  sourcemap: true,
  logLevel: 'warning',
});
