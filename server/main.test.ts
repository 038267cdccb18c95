import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const main = fileURLToPath(new URL('main.ts', import.meta.url));
let dataDir: string;
const children: ChildProcess[] = [];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'nghi-truong-'));
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(dataDir, { recursive: true, force: true });
});

interface Started {
  child: ChildProcess;
  output(): string;
  /** The first address on the screen. */
  url: Promise<string>;
  exit: Promise<number | null>;
}

/** The server as it is started for real, with free ports. */
function start(env: Record<string, string> = {}): Started {
  const child = spawn(process.execPath, ['--import', 'tsx', main], {
    env: {
      ...process.env,
      NGHI_TRUONG_DATA: dataDir,
      NGHI_TRUONG_PORT: '0',
      NGHI_TRUONG_MEDIA_PORT: '0',
      NGHI_TRUONG_MEDIA_WORKERS: '1',
      NGHI_TRUONG_FACE_THREADS: '0',
      ...env,
    },
  });
  children.push(child);
  let output = '';
  const exit = new Promise<number | null>((resolve) => {
    child.once('close', (code) => resolve(code));
  });
  const url = new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        output += String(chunk);
        const found = /Nghị Trường: (\S+)\n/.exec(output)?.[1];
        if (found !== undefined) resolve(found);
      });
    void exit.then(() => reject(new Error(`ended before it listened: ${output}`)));
  });
  // Not every test waits for an address.
  url.catch(() => {});
  return { child, output: () => output, url, exit };
}

const passwordIn = (text: string) => /quantri \/ (\S+)/.exec(text)?.[1] ?? '';

describe('the server as a process', () => {
  test('[Z5] starts with demo data, says how to get in, and ends well on a signal', async () => {
    const { child, output, url, exit } = start({ NGHI_TRUONG_DEMO: 'auto' });
    const response = await fetch(`${await url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: 'chutich', password: 'Nghi-Truong-2026' }),
    });
    expect(response.status).toBe(200);
    expect(output()).toContain('Nghi-Truong-2026');
    child.kill('SIGTERM');
    expect(await exit).toBe(0);
  });

  test('[Z6] without demo data tells the first administrator a password that is new at each start', async () => {
    const first = start();
    await first.url;
    first.child.kill('SIGINT');
    expect(await first.exit).toBe(0);
    const second = start();
    const url = await second.url;
    const passwords = [passwordIn(first.output()), passwordIn(second.output())];
    const statuses = [];
    for (const password of passwords) {
      const response = await fetch(`${url}/api/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username: 'quantri', password }),
      });
      statuses.push(response.status);
    }
    expect(statuses).toEqual([401, 200]);
    second.child.kill('SIGTERM');
    await second.exit;
    const third = start();
    await third.url;
    expect(passwordIn(third.output())).toBe('');
  });

  test('[Z7] a folder or a port that another one holds ends a second start with a sentence', async () => {
    const first = start();
    const { port } = new URL(await first.url);
    const sameFolder = start();
    expect(await sameFolder.exit).toBe(1);
    expect(sameFolder.output()).toContain('Another process is using this data folder');
    const other = join(dataDir, 'other');
    const samePort = start({ NGHI_TRUONG_DATA: other, NGHI_TRUONG_PORT: port });
    expect(await samePort.exit).toBe(1);
    expect(samePort.output()).toContain(`Port ${port} is in use`);
  });

  test('[Z8] a wrong setting ends the start and is named', async () => {
    const { exit, output } = start({ NGHI_TRUONG_SESSION_HOURS: 'mười hai' });
    expect(await exit).toBe(1);
    expect(output()).toContain('NGHI_TRUONG_SESSION_HOURS');
  });

  test('[Z9] without a media worker it starts all the same, and says so', async () => {
    const { output, url } = start({ MEDIASOUP_WORKER_BIN: join(dataDir, 'none') });
    const response = await fetch(`${await url}/api/ready`);
    expect(response.status).toBe(503);
    expect(output()).toContain('Audio and video could not be started');
  });
});
