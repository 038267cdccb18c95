import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants, setPriority } from 'node:os';

/** Lets media and votes go first. */
const { PRIORITY_LOW } = constants.priority;

/** Runs ffmpeg, which is no part of the product and may be missing. */
export interface Ffmpeg {
  isThere(): Promise<boolean>;
  /**
   * @returns how long what was written is, in seconds
   * @throws Error with the last that it said
   */
  run(args: readonly string[]): Promise<number>;
  /** Ends what runs; whoever waits for it hears an error. */
  close(): void;
}

/** @param command a path, or a name that is looked for on PATH */
export function createFfmpeg(command: string): Ffmpeg {
  const running = new Set<ChildProcess>();
  return {
    isThere: async () => {
      const child = spawn(command, ['-version'], { stdio: 'ignore' });
      return once(child, 'exit').then(
        ([status]) => status === 0,
        () => false,
      );
    },
    async run(args) {
      const all = ['-v', 'error', '-nostdin', '-y', '-progress', 'pipe:1', ...args];
      const child = spawn(command, all, { stdio: ['ignore', 'pipe', 'pipe'] });
      running.add(child);
      const said = { progress: '', complaints: '' };
      child.stdout.on('data', (text) => (said.progress = tail(`${said.progress}${text}`)));
      child.stderr.on('data', (text) => (said.complaints = tail(`${said.complaints}${text}`)));
      try {
        if (child.pid !== undefined) lower(child.pid);
        const [status] = await once(child, 'close');
        if (status === 0) return lengthIn(said.progress);
        throw new Error(`ffmpeg ended with ${status}: ${said.complaints}`);
      } finally {
        running.delete(child);
      }
    },
    close: () => {
      for (const child of running) child.kill('SIGKILL');
    },
  };
}

const tail = (text: string): string => text.slice(-4000);

/** The last of its reports. */
function lengthIn(progress: string): number {
  const reports = [...progress.matchAll(/^out_time_us=(\d+)/gm)];
  return Number(reports.at(-1)?.[1] ?? 0) / 1_000_000;
}

function lower(pid: number): void {
  try {
    setPriority(pid, PRIORITY_LOW);
  } catch {
    // It has ended already, or the system does not allow it.
  }
}
