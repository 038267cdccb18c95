import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A relay on this machine. */
export interface Coturn {
  port: number;
  stop(): Promise<void>;
}

/** Debian's package `coturn`; elsewhere there is nothing to ask. */
export const hasCoturn = (): boolean => spawnSync('turnserver', ['--version']).error === undefined;

/**
 * Starts coturn with the credentials of our server, reachable by UDP and by TCP.
 * @param more further lines of its settings
 */
export async function startCoturn(secret: string, more: readonly string[] = []): Promise<Coturn> {
  const folder = await mkdtemp(join(tmpdir(), 'nghi-truong-relay-'));
  const port = await freePort();
  const file = join(folder, 'turnserver.conf');
  await writeFile(
    file,
    [
      `listening-port=${port}`,
      'listening-ip=127.0.0.1',
      'relay-ip=127.0.0.1',
      ...more,
      'realm=example.vn',
      'use-auth-secret',
      `static-auth-secret=${secret}`,
      'no-cli',
      'no-tls',
      'no-dtls',
      'log-file=stdout',
      `pidfile=${join(folder, 'pid')}`,
      `userdb=${join(folder, 'db')}`,
      '',
    ].join('\n'),
  );
  const coturn = spawn('turnserver', ['-c', file], { stdio: 'ignore' });
  while (!(await listens(port))) {
    if (coturn.exitCode !== null) throw new Error(`coturn ended with ${coturn.exitCode}`);
    await sleep(100);
  }
  return {
    port,
    stop: async () => {
      await end(coturn);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function end(coturn: ChildProcess): Promise<void> {
  if (coturn.exitCode !== null) return;
  const ended = once(coturn, 'exit');
  coturn.kill('SIGKILL');
  await ended;
}

async function listens(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  return once(socket, 'connect')
    .then(
      () => true,
      () => false,
    )
    .finally(() => socket.destroy());
}

async function freePort(): Promise<number> {
  const socket = createSocket('udp4').bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const { port } = socket.address();
  socket.close();
  return port;
}
