import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { CommandFailure } from './failure.mjs';

const TAIL_LINES = 40;

/**
 * Runs a command to its end. Its output goes to the log, line by line, not to the screen.
 * @param {string} command
 * @param {string[]} args
 * @param {object} [options]
 * @param {string} [options.cwd]
 * @param {NodeJS.ProcessEnv} [options.env] added to this process's environment
 * @param {(text: string) => void} [options.log]
 * @param {(line: string) => void} [options.onLine]
 * @param {number} [options.timeoutMs]
 * @returns {Promise<string>} the last lines of its output
 * @throws {CommandFailure} when it cannot be started, fails, or takes longer than `timeoutMs`
 */
export function run(command, args, { cwd, env, log, onLine, timeoutMs } = {}) {
  const shown = [command, ...args].join(' ');
  log?.(`$ ${shown}`);
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(timeoutMs === undefined ? {} : { timeout: timeoutMs }),
    });
    /** @type {string[]} */
    const tail = [];
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        log?.(line);
        onLine?.(line);
        tail.push(line);
        if (tail.length > TAIL_LINES) tail.shift();
      });
    }
    child.on('error', (error) => reject(new CommandFailure(shown, null, error.message)));
    child.on('close', (code) => {
      if (code === 0) resolve(tail.join('\n'));
      else reject(new CommandFailure(shown, code, tail.join('\n')));
    });
  });
}
