import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The built program as an administrator runs it, on a data folder of its own with demo data. */
export interface RunningServer {
  url: string;
  dataDir: string;
  /** As the kernel would end it when memory is short. */
  killMediaWorkers(): Promise<void>;
  /** As a power cut or the kernel would: no handler runs. */
  kill(): Promise<void>;
  /** As an administrator would; the data stays. */
  shutDown(): Promise<void>;
  /** Starts again on the same data and ports. */
  restart(): Promise<void>;
  /** Stops as an administrator would, and removes the data. */
  stop(): Promise<void>;
}

/** Starts `dist/server/main.js`, which `npm test` has built. */
export async function startServer(settings: Record<string, string> = {}): Promise<RunningServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'nghi-truong-e2e-'));
  const port = await freePort();
  const url = `http://${settings.NGHI_TRUONG_HOST ?? '127.0.0.1'}:${port}`;
  const env = {
    ...process.env,
    NGHI_TRUONG_DATA: dataDir,
    NGHI_TRUONG_PORT: String(port),
    NGHI_TRUONG_MEDIA_PORT: '0',
    NGHI_TRUONG_DEMO: 'auto',
    NGHI_TRUONG_LOG_LEVEL: 'warn',
    ...settings,
  };
  let child = await launch(env, url);
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  };
  return {
    url,
    dataDir,
    killMediaWorkers: () => killMediaWorkers(child),
    kill: () => end('SIGKILL'),
    shutDown: () => end('SIGTERM'),
    restart: async () => void (child = await launch(env, url)),
    stop: async () => {
      await end('SIGTERM');
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function launch(env: NodeJS.ProcessEnv, url: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--enable-source-maps', 'dist/server/main.js'], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  while (!(await isReady(url))) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return child;
}

/** @throws Error when the server has none, or they cannot be found on this system */
async function killMediaWorkers({ pid }: ChildProcess): Promise<void> {
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8');
  const pids = children.split(' ').map(Number).filter(Boolean);
  const commands = await Promise.all(pids.map((one) => readFile(`/proc/${one}/cmdline`, 'utf8')));
  const workers = pids.filter((_, at) => commands[at]?.includes('mediasoup-worker'));
  if (workers.length === 0) throw new Error('the server has no media worker');
  for (const worker of workers) process.kill(worker, 'SIGKILL');
}

/** Ready with face recognition too, which loads after the rest. */
async function isReady(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/api/ready`);
    const state: unknown = await answer.json();
    return (
      answer.ok &&
      typeof state === 'object' &&
      state !== null &&
      'face' in state &&
      state.face === true
    );
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
