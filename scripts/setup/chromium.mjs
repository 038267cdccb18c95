import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ensurePackages } from './apt.mjs';
import { SetupFailure } from './failure.mjs';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
];
const MAC_APPS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @param {NodeJS.ProcessEnv} [env] @returns {string | undefined} */
export function findChromium(env = process.env) {
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  const candidates = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...candidates, ...MAC_APPS].find(isExecutable);
}

/**
 * A Chromium or Chrome for the browser tests: `CHROMIUM_PATH`, else one that is installed, else Debian's, installed as root.
 * @param {import('./report.mjs').Report} report
 * @returns {Promise<string>}
 */
export async function ensureChromium(report) {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (isExecutable(given)) return given;
    throw new SetupFailure({
      vi: `CHROMIUM_PATH trỏ tới ${given}, nhưng tệp đó không chạy được; hãy sửa hoặc bỏ biến này.`,
      en: `CHROMIUM_PATH points to ${given}, which cannot be run; correct or unset this variable.`,
    });
  }
  const found = findChromium();
  if (found) return found;
  await ensurePackages(
    ['chromium'],
    { vi: 'kiểm thử trên trình duyệt', en: 'the browser tests' },
    report,
  );
  const installed = findChromium();
  if (installed) return installed;
  throw new SetupFailure({
    vi: 'Kiểm thử cần Chromium hoặc Chrome; hãy cài một bản, hoặc đặt CHROMIUM_PATH là đường dẫn tới nó.',
    en: 'The tests need Chromium or Chrome; install one, or set CHROMIUM_PATH to its path.',
  });
}
