import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { root } from './paths.mjs';

/** @typedef {{ command: string, args: string[], env: NodeJS.ProcessEnv }} Child */

const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/**
 * Runs processes side by side on this screen until one ends, then ends the others and waits for them. Signals to this
 * process are handed on, so that each child can shut down in its own time.
 * @param {Child[]} children
 * @returns {Promise<number>} exit status of the first that ended
 */
export function runTogether(children) {
  const running = children.map(({ command, args, env }) =>
    spawn(command, args, { cwd: root, env, stdio: 'inherit' }),
  );
  const endAll = (/** @type {NodeJS.Signals} */ signal) => {
    for (const child of running)
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
  };
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      // Ctrl-C in a terminal reaches the children by itself; a second one could be taken for impatience.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) endAll(signal);
    });
  }

  return new Promise((resolve, reject) => {
    /** @type {number | undefined} */
    let status;
    let left = running.length;
    for (const child of running) {
      child.on('error', reject);
      child.on('exit', (code, signal) => {
        status ??= code ?? 128 + (signal ? constants.signals[signal] : 0);
        left -= 1;
        if (left === 0) resolve(status);
        else endAll('SIGTERM');
      });
    }
  });
}
