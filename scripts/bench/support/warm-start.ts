import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { RunningServer } from '../../../e2e/support/server.ts';

export interface Start {
  /** Seconds from the start of the process to the first answer of `/api/ready` that says so. */
  ready: number;
  /** The same, until recognition of faces, which loads after the rest, is there too. */
  faces: number;
}

/** Starts the built server on the data of a server that does not run at the moment, and stops it again. */
export async function timeStart({ url, dataDir }: RunningServer): Promise<Start> {
  const from = performance.now();
  const child = spawn(process.execPath, ['--enable-source-maps', 'dist/server/main.js'], {
    env: {
      ...process.env,
      NGHI_TRUONG_DATA: dataDir,
      NGHI_TRUONG_PORT: new URL(url).port,
      NGHI_TRUONG_MEDIA_PORT: '0',
      NGHI_TRUONG_DEMO: 'auto',
      NGHI_TRUONG_LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = once(child, 'exit');
  try {
    const secondsUntil = async (reached: (state: object) => boolean) => {
      while (!reached(await stateOf(url))) {
        if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      return (performance.now() - from) / 1000;
    };
    const ready = await secondsUntil((state) => 'ready' in state && state.ready === true);
    const faces = await secondsUntil((state) => 'face' in state && state.face === true);
    return { ready, faces };
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

async function stateOf(url: string): Promise<object> {
  try {
    const answer = await fetch(`${url}/api/ready`);
    const state: unknown = await answer.json();
    return answer.ok && typeof state === 'object' && state !== null ? state : {};
  } catch {
    return {};
  }
}
