import { appendFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What set-up tells the person who waits, and the log that keeps everything.
 * @typedef {object} Report
 * @property {string} logPath
 * @property {(text: string) => void} log appends to the log file only
 * @property {(text: string) => void} say a line on the screen (and in the log)
 * @property {<T>(title: string, work: (tick: (detail: string) => void) => Promise<T>) => Promise<T>} step
 *   one long step: its title, a counter while it runs, the seconds it took
 */

const LOGS_KEPT = 20;
/** On a screen that is a file, a counter every second would be noise. */
const SPARSE_INTERVAL_MS = 30_000;

/** @param {string} dir @param {string} name */
function openLog(dir, name) {
  mkdirSync(dir, { recursive: true });
  const old = readdirSync(dir).filter((file) => file.endsWith('.log'));
  for (const file of old.toSorted().slice(0, -LOGS_KEPT)) rmSync(join(dir, file), { force: true });
  const stamp = new Date().toISOString().replaceAll(/[:.]/g, '-');
  return join(dir, `${stamp}-${name}-${process.pid}.log`);
}

/** @param {number} startedAt */
function seconds(startedAt) {
  return ((Date.now() - startedAt) / 1000).toFixed(1).replace('.', ',') + ' s';
}

/**
 * @param {{ dir: string, name: string, out?: NodeJS.WriteStream }} options `dir` is the folder of logs
 * @returns {Report}
 */
export function createReport({ dir, name, out = process.stdout }) {
  const logPath = openLog(dir, name);
  const log = (/** @type {string} */ text) =>
    appendFileSync(logPath, text.endsWith('\n') ? text : `${text}\n`);
  const say = (/** @type {string} */ text) => {
    log(text);
    out.write(`${text}\n`);
  };
  return { logPath, log, say, step: (title, work) => runStep({ title, work, out, log }) };
}

/**
 * @template T
 * @param {object} options
 * @param {string} options.title
 * @param {(tick: (detail: string) => void) => Promise<T>} options.work
 * @param {NodeJS.WriteStream} options.out
 * @param {(text: string) => void} options.log
 * @returns {Promise<T>}
 */
async function runStep({ title, work, out, log }) {
  const startedAt = Date.now();
  let detail = '';
  const line = () => `  … ${title}${detail ? ` ${detail}` : ''} · ${seconds(startedAt)}`;
  const clear = out.isTTY ? '\r\u001B[2K' : '';
  const draw = () =>
    out.write(out.isTTY ? clear + line().slice(0, (out.columns || 80) - 1) : `${line()}\n`);

  log(`== ${title}`);
  draw();
  const timer = setInterval(draw, out.isTTY ? 500 : SPARSE_INTERVAL_MS);
  try {
    const result = await work((text) => {
      detail = text;
    });
    out.write(`${clear}  ✓ ${title} · ${seconds(startedAt)}\n`);
    log(`== ${title}: ${seconds(startedAt)}`);
    return result;
  } catch (error) {
    out.write(`${clear}  ✗ ${title} · ${seconds(startedAt)}\n`);
    throw error;
  } finally {
    clearInterval(timer);
  }
}
