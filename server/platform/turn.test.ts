import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Attribute,
  type StunAnswer,
  UdpPath,
  attributes,
  longTermKey,
  stun,
  stunRequest,
} from '../../sfu/testing/stun.ts';
import { after, hours, systemClock } from './clock.ts';
import { createTurn } from './turn.ts';

const turn = { urls: ['turn:relay.example.vn:3478'], secret: 'a-secret-of-both', hours: 2 };

describe('credentials for the relay', () => {
  const clock = { now: () => '2026-03-02T01:00:00.000Z' };

  test('there are none without a relay', () => {
    expect(createTurn(null, clock).iceServers()).toEqual([]);
  });

  test('they end after the set time, differ each time and name nobody', () => {
    const { iceServers } = createTurn(turn, clock);
    const [first, second] = [...iceServers(), ...iceServers()];
    const expiry = Date.parse('2026-03-02T03:00:00.000Z') / 1000;
    expect(first).toMatchObject({ urls: turn.urls });
    expect(first?.username).toMatch(new RegExp(`^${expiry}:[\\w-]{12}$`));
    expect(first?.username).not.toBe(second?.username);
  });
});

/** Debian's package `coturn`; elsewhere there is nothing to ask. */
const installed = spawnSync('turnserver', ['--version']).error === undefined;

describe.runIf(installed)('a real coturn', () => {
  const folder = mkdtempSync(join(tmpdir(), 'coturn-'));
  let port = 0;
  let coturn: ChildProcess;

  beforeAll(async () => {
    port = await freePort();
    const settings = join(folder, 'turnserver.conf');
    writeFileSync(
      settings,
      [
        `listening-port=${port}`,
        'listening-ip=127.0.0.1',
        'relay-ip=127.0.0.1',
        'realm=example.vn',
        'use-auth-secret',
        `static-auth-secret=${turn.secret}`,
        'no-cli',
        'no-tls',
        'no-dtls',
        'log-file=stdout',
        `pidfile=${join(folder, 'pid')}`,
        `userdb=${join(folder, 'db')}`,
        '',
      ].join('\n'),
    );
    coturn = spawn('turnserver', ['-c', settings], { stdio: 'ignore' });
  });
  afterAll(async () => {
    const ended = once(coturn, 'exit');
    coturn.kill('SIGKILL');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  });

  test('relays for whoever brings a credential of ours, and for nobody else', async () => {
    const good = credentialOf(turn.secret);
    const granted = await allocate(port, good);
    expect(granted).toMatchObject({ granted: true });
    expect(granted.attributes.has(attributes.xorRelayedAddress)).toBe(true);
    expect(await allocate(port, credentialOf('another'))).toMatchObject({ status: 401 });
  });

  test('relays for nobody whose credential has ended', async () => {
    const clock = { now: () => after(systemClock.now(), -hours(3)) };
    expect(await allocate(port, credentialOf(turn.secret, clock))).toMatchObject({ status: 401 });
  });
});

function credentialOf(secret: string, clock = systemClock) {
  const [server] = createTurn({ ...turn, secret }, clock).iceServers();
  return { username: server?.username ?? '', password: server?.credential ?? '' };
}

interface Credential {
  username: string;
  password: string;
}

/** Asks for a relayed address: once to learn realm and nonce, then with the credential. */
async function allocate(port: number, { username, password }: Credential): Promise<StunAnswer> {
  const path = new UdpPath({ ip: '127.0.0.1', port });
  const relayUdp: Attribute = [attributes.requestedTransport, Buffer.from([17, 0, 0, 0])];
  const asked = await path.ask(stunRequest(stun.allocateRequest, [relayUdp]));
  const realm = asked.attributes.get(attributes.realm) ?? Buffer.alloc(0);
  const nonce = asked.attributes.get(attributes.nonce) ?? Buffer.alloc(0);
  const signed = stunRequest(
    stun.allocateRequest,
    [
      relayUdp,
      [attributes.username, Buffer.from(username)],
      [attributes.realm, realm],
      [attributes.nonce, nonce],
    ],
    longTermKey(username, realm.toString(), password),
  );
  const answer = await path.ask(signed);
  path.close();
  return answer;
}

async function freePort(): Promise<number> {
  const socket = createSocket('udp4').bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const { port } = socket.address();
  socket.close();
  return port;
}
