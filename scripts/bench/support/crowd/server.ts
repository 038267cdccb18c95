import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { cpuMicroseconds } from '../sfu/process-cpu.ts';

/** The built server in a process of its own. */
export interface CrowdedServer {
  url: string;
  cpu(): ServerCpu;
  stop(): Promise<void>;
}

/** Milliseconds of processor time since the start. */
export interface ServerCpu {
  node: number;
  mediaWorkers: number;
}

/** Serves a data folder on free ports. Faces are not recognised: the threads for it would count. */
export async function serveCrowd(dataDir: string): Promise<CrowdedServer> {
  const child = spawn(process.execPath, ['--enable-source-maps', 'dist/server/main.js'], {
    env: {
      ...process.env,
      NGHI_TRUONG_DATA: dataDir,
      NGHI_TRUONG_PORT: '0',
      NGHI_TRUONG_MEDIA_PORT: '0',
      NGHI_TRUONG_FACE_THREADS: '0',
      NGHI_TRUONG_LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const { pid, stdout } = child;
  if (pid === undefined) throw new Error('the server did not start');
  const url = await addressIn(stdout);
  const workers = childrenOf(pid);
  return {
    url,
    cpu: () => ({
      node: cpuMicroseconds(pid) / 1000,
      mediaWorkers: workers.reduce((sum, worker) => sum + cpuMicroseconds(worker) / 1000, 0),
    }),
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** What the server announces once it listens. The output is read to its end, so that it never waits for a reader. */
async function addressIn(stdout: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve, reject) => {
    const lines = createInterface({ input: stdout });
    lines.on('line', (line) => {
      const port = /https?:\/\/localhost:(\d+)/.exec(line)?.[1];
      if (port !== undefined) resolve(`http://127.0.0.1:${port}`);
    });
    lines.once('close', () => reject(new Error('the server ended before it listened')));
  });
}

function childrenOf(parent: number): number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.map(Number).filter((pid) => parentOf(pid) === parent);
}

/** proc(5), field 4; null when the process has just ended. */
function parentOf(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return null;
  }
}
