import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A process that plays participants, so that their work does not count as the server's. */
export interface Players {
  pid: number;
  /** @returns what it says next, or fails when it ends instead */
  ask<Told>(order: object | string): Promise<Told>;
  end(): Promise<void>;
}

/** @param program a file beside this one */
export function startPlayers(program: `./${string}.ts`): Players {
  const child = fork(fileURLToPath(new URL(program, import.meta.url)), {
    execArgv: ['--import', 'tsx'],
  });
  const { pid } = child;
  if (pid === undefined) throw new Error('a process of participants did not start');
  return {
    pid,
    async ask<Told>(order: object | string) {
      const told = nextOf<Told>(child);
      child.send(order);
      return told;
    },
    async end() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

function nextOf<Told>(child: ChildProcess): Promise<Told> {
  return new Promise((resolve, reject) => {
    const onExit = () => reject(new Error('a process of participants ended'));
    child.once('exit', onExit);
    child.once('message', (told: Told) => {
      child.off('exit', onExit);
      resolve(told);
    });
  });
}

/** Divides fairly into parts of at most `most`. */
export function inParts<T>(all: readonly T[], most: number): T[][] {
  const count = Math.max(1, Math.ceil(all.length / most));
  return Array.from({ length: count }, (_, part) => all.filter((_one, at) => at % count === part));
}
