import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from '@playwright/test';

export type RelayWay = 'udp' | 'tcp';

/** A relay on this machine, and what the server has to be told of it. */
export interface Relay {
  settings: Record<string, string>;
  stop(): Promise<void>;
}

const secret = 'a-secret-of-both';

/**
 * Starts coturn with the credentials of our server, reachable by UDP and by TCP.
 * @returns null where it is not installed
 */
export async function startRelay(): Promise<Relay | null> {
  if (spawnSync('turnserver', ['--version']).error !== undefined) return null;
  const folder = await mkdtemp(join(tmpdir(), 'nghi-truong-relay-'));
  const port = await freePort();
  const file = join(folder, 'turnserver.conf');
  await writeFile(
    file,
    [
      `listening-port=${port}`,
      'listening-ip=127.0.0.1',
      'relay-ip=127.0.0.1',
      // Only here: the media ports lie on the same machine.
      'allow-loopback-peers',
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
  const ways: RelayWay[] = ['udp', 'tcp'];
  return {
    settings: {
      NGHI_TRUONG_TURN_URLS: ways.map((way) => `turn:127.0.0.1:${port}?transport=${way}`).join(','),
      NGHI_TRUONG_TURN_SECRET: secret,
    },
    stop: async () => {
      await end(coturn);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Lets connections that the page is going to open use nothing but the relay, reached this way. Call before others. */
export async function onlyByRelay(page: Page, way: RelayWay): Promise<void> {
  await page.addInitScript((transport) => {
    window.RTCPeerConnection = class extends RTCPeerConnection {
      constructor(configuration: RTCConfiguration = {}) {
        const iceServers = (configuration.iceServers ?? []).map((server) => ({
          ...server,
          urls: [server.urls].flat().filter((url) => url.endsWith(`transport=${transport}`)),
        }));
        super({ ...configuration, iceServers, iceTransportPolicy: 'relay' });
      }
    };
  }, way);
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
