import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CommandFailure, SetupFailure } from './failure.mjs';
import { fingerprint, isStamped, writeStamp } from './fingerprint.mjs';
import { inPackage, root } from './paths.mjs';
import { run } from './run.mjs';

/**
 * A part of the product that is made from sources.
 * @typedef {{ name: string, title: string, sources: string[], product: string, command: string[] }} Part
 */

/** @type {Part[]} */
const PARTS = [
  {
    name: 'client',
    title: 'Dựng giao diện web',
    sources: [
      'client',
      'models',
      'vite.config.ts',
      'scripts/precompress.ts',
      'tsconfig.json',
      'package-lock.json',
    ],
    product: 'dist/client/index.html',
    command: [inPackage('vite', 'bin', 'vite.js'), 'build'],
  },
  {
    name: 'server',
    title: 'Dựng máy chủ',
    sources: [
      'server',
      'sfu',
      'models',
      'scripts/build-server.mjs',
      'tsconfig.json',
      'package-lock.json',
    ],
    product: 'dist/server/main.js',
    command: [join(root, 'scripts', 'build-server.mjs')],
  },
];

const isSource = (/** @type {string} */ file) => !/\.test\.tsx?$/.test(file);

/** @param {Part} part @param {import('./report.mjs').Report} report */
async function buildPart({ name, title, sources, product, command }, report) {
  const stampFile = join(root, 'dist', `.${name}-stamp`);
  const print = fingerprint(root, sources, isSource);
  if (isStamped(stampFile, print) && existsSync(join(root, product))) return;

  // Gone while building, so that a build that was cut off is not taken for a whole one.
  rmSync(stampFile, { force: true });
  try {
    await report.step(title, () =>
      run(process.execPath, command, {
        cwd: root,
        log: report.log,
        env: { NODE_ENV: 'production' },
      }),
    );
  } catch (error) {
    const reason = error instanceof CommandFailure ? error.output : String(error);
    throw new SetupFailure(
      {
        vi: `${title} không xong; mã nguồn có lỗi:\n${reason}`,
        en: `The ${name} does not build; the sources have an error (above).`,
      },
      error,
    );
  }
  writeStamp(stampFile, print);
}

/**
 * Builds client and server where their sources changed since the last build.
 * @param {import('./report.mjs').Report} report
 */
export async function ensureBuilt(report) {
  for (const part of PARTS) await buildPart(part, report);
}
