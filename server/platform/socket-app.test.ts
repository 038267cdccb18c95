import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Socket, io } from 'socket.io-client';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { CallerKind } from '../../models/contracts/access.ts';
import { Answer, action, notice } from '../../models/contracts/event.ts';
import { newId } from '../../models/ids.ts';
import { createGate } from '../testing/gate.ts';
import type { Identity } from './caller.ts';
import { createLogger } from './logger.ts';
import { type Connection, type Sockets, createSockets } from './socket-app.ts';

const meetingId = newId();
const echo = (...who: [CallerKind]) =>
  action({
    name: 'test:echo',
    summary: 'Says what it was told',
    who,
    request: z.object({ meetingId: z.uuid().optional(), text: z.string() }),
    response: z.object({ text: z.string() }),
  });
const told = notice({ name: 'test:told', summary: 'Told', data: z.object({ text: z.string() }) });

const an: Identity = {
  person: {
    personId: newId(),
    sessionId: newId(),
    fullName: 'An',
    systemRole: 'member',
    mustChangePassword: false,
  },
  device: null,
};

let server: Server;
let sockets: Sockets;
let identity: Identity;
const clients: Socket[] = [];

beforeEach(async () => {
  identity = an;
  server = createServer();
  sockets = createSockets(server, {
    identify: async () => identity,
    meetingRoleOf: async () => null,
    parseCookies: () => ({}),
    clock: { now: () => '2026-03-02T01:00:00.000Z' },
    logger: createLogger('silent'),
    publicUrl: undefined,
  });
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.disconnect();
  await sockets.close();
});

async function connect(headers: Record<string, string> = {}): Promise<Socket> {
  const { port } = server.address() as AddressInfo;
  const client = io(`http://127.0.0.1:${port}`, {
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    extraHeaders: headers,
  });
  clients.push(client);
  await new Promise<void>((done, fail) => {
    client.once('connect', done);
    client.once('connect_error', fail);
  });
  return client;
}

const ask = async (client: Socket, data: unknown, name = 'test:echo') => {
  const answer = await client.timeout(20_000).emitWithAck(name, { requestId: newId(), data });
  return Answer.parse(answer);
};
const heard = (client: Socket) => {
  const all: unknown[] = [];
  client.on(told.name, (data) => all.push(data));
  return all;
};
const codeOf = (answer: Answer) => (answer.ok ? 'ok' : answer.error.code);

describe('an action', () => {
  test('[N1] is parsed, carried out and answered', async () => {
    sockets.handle(echo('person'), async (_caller, { text }) => ({ text }));
    const client = await connect();
    expect(await ask(client, { text: 'xin chào' })).toEqual({
      ok: true,
      data: { text: 'xin chào' },
    });
    expect(codeOf(await ask(client, { text: 1 }))).toBe('invalid_input');
    expect(codeOf(await ask(client, {}, 'test:gone'))).toBe('method_not_found');
  });

  test('[N2] without an envelope, or without wanting an answer, does no harm', async () => {
    sockets.handle(echo('person'), async (_caller, { text }) => ({ text }));
    const client = await connect();
    client.emit('test:echo', 'no answer wanted');
    for (const message of [null, 'text', [], { requestId: 'no id', data: {} }])
      expect(
        codeOf(Answer.parse(await client.timeout(20_000).emitWithAck('test:echo', message))),
      ).toBe('invalid_input');
    expect(codeOf(await ask(client, { text: 'still here' }))).toBe('ok');
  });

  test('[N3] asks each time who is there: an ended session can do nothing more', async () => {
    sockets.handle(echo('person'), async (_caller, { text }) => ({ text }));
    const client = await connect();
    identity = { person: null, device: null };
    expect(codeOf(await ask(client, { text: '' }))).toBe('not_signed_in');
  });

  test('[N4] that fails by a defect tells nothing about it', async () => {
    sockets.handle(echo('person'), async () => Promise.reject(new Error('secret')));
    const answer = await ask(await connect(), { text: '' });
    expect(codeOf(answer)).toBe('internal');
    expect(JSON.stringify(answer)).not.toContain('secret');
  });

  test('[N5] that comes too often is slowed, and nobody else is', async () => {
    sockets.handle(echo('person'), async (_caller, { text }) => ({ text }));
    const [hasty, calm] = [await connect(), await connect()];
    const answers = await Promise.all(Array.from({ length: 200 }, () => ask(hasty, { text: '' })));
    expect(answers.map(codeOf)).toContain('too_many_requests');
    expect(codeOf(await ask(calm, { text: '' }))).toBe('ok');
  });
});

describe('notices', () => {
  const follow = action({
    name: 'test:follow',
    summary: 'Follow',
    who: ['person'],
    request: z.object({}),
    response: z.object({}),
  });
  beforeEach(() => {
    sockets.handle(follow, async (_caller, _data, connection: Connection) => {
      await connection.follow(meetingId);
      return {};
    });
  });

  test('[N6] reach those who follow the meeting, until they are removed from it', async () => {
    const [inside, outside] = [await connect(), await connect()];
    const [insideHeard, outsideHeard] = [heard(inside), heard(outside)];
    await ask(inside, {}, follow.name);
    sockets.toMeeting(meetingId, told, { text: '1' });
    await ask(inside, {}, 'test:gone');
    sockets.removeFromMeeting(an.person?.personId ?? '', meetingId);
    sockets.toMeeting(meetingId, told, { text: '2' });
    sockets.toPerson(an.person?.personId ?? '', told, { text: '3' });
    await ask(inside, {}, 'test:gone');
    await ask(outside, {}, 'test:gone');
    expect(insideHeard).toEqual([{ text: '1' }, { text: '3' }]);
    expect(outsideHeard).toEqual([{ text: '3' }]);
  });

  test('[N7] ending no session ends no connection; ending one ends its own', async () => {
    const client = await connect();
    sockets.endSessions([]);
    sockets.endSessions([newId()]);
    expect(codeOf(await ask(client, {}, follow.name))).toBe('ok');
    const ended = new Promise((done) => client.once('disconnect', done));
    sockets.endSessions([an.person?.sessionId ?? '']);
    await ended;
  });
});

test('[N8] a page of another site cannot connect', async () => {
  await expect(connect({ origin: 'https://evil.example' })).rejects.toThrow();
  await expect(connect({ 'sec-fetch-site': 'cross-site' })).rejects.toThrow();
});

test('[N9] closing lets a running action answer and refuses new ones', async () => {
  const [runs, gate] = [createGate(), createGate()];
  sockets.handle(echo('person'), async (_caller, { text }) => {
    runs.open();
    await gate.opened;
    return { text };
  });
  const client = await connect();
  const first = ask(client, { text: 'first' });
  await runs.opened;
  const closing = sockets.close();
  expect(codeOf(await ask(client, { text: 'second' }))).toBe('unavailable');
  gate.open();
  expect(codeOf(await first)).toBe('ok');
  await closing;
  expect(sockets.connections()).toBe(0);
});
