import { type Server as HttpServer, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server, type Socket } from 'socket.io';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { action, notice } from '../../models/contracts/event.ts';
import { newId } from '../../models/ids.ts';
import { type Connection, createConnection } from './connection.ts';
import type { FollowState } from './followed.ts';

const cast = action({
  name: 'test:cast',
  summary: 'A vote for a test',
  who: ['anyone'],
  request: z.object({ choice: z.enum(['for', 'against']) }),
  response: z.object({ number: z.number() }),
});
const changed = notice({
  name: 'test:changed',
  summary: 'A notice for a test',
  data: z.object({ revision: z.number() }),
});

let io: Server;
let http: HttpServer;
let port = 0;
let connection: Connection;
/** Runs before an answer is sent; true swallows the answer. */
let beforeAnswer: (socket: Socket, name: string) => boolean = () => false;
const acts = new Map<string, number>();
const entries: string[] = [];

async function startServer() {
  http = createServer();
  io = new Server(http, { serveClient: false });
  io.on('connection', (socket) => {
    socket.onAny((name: string, message, reply) => {
      const { requestId, data } = message ?? {};
      const answer = answerTo(name, requestId, data);
      if (!beforeAnswer(socket, name)) reply(answer);
    });
  });
  await new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve));
  port = (http.address() as AddressInfo).port;
}

function answerTo(name: string, requestId: string, data: { meetingId?: string }) {
  if (name === 'meeting:enter') {
    entries.push(String(data.meetingId));
    return { ok: true, data: { serverTime: new Date().toISOString() } };
  }
  if (!acts.has(requestId)) acts.set(requestId, acts.size + 1);
  return { ok: true, data: { number: acts.get(requestId) } };
}

const stopServer = () =>
  new Promise<void>((resolve) => {
    io.disconnectSockets(true);
    void io.close(() => resolve());
  });

beforeEach(async () => {
  port = 0;
  acts.clear();
  entries.length = 0;
  beforeAnswer = () => false;
  await startServer();
  connection = createConnection({ as: 'test', origin: `http://127.0.0.1:${port}` });
});
afterEach(async () => {
  connection.close();
  await stopServer();
});

it('[retry] an answer that is lost with the line comes on the next one, and the act is done once', async () => {
  let first = true;
  beforeAnswer = (socket) => {
    if (!first) return false;
    first = false;
    socket.conn.close();
    return true;
  };
  connection.open();
  expect(await connection.request(cast, { choice: 'for' })).toEqual({ number: 1 });
  expect(acts.size).toBe(1);
});

it('[retry] a request waits while the server restarts', async () => {
  connection.open();
  await connection.request(cast, { choice: 'for' });
  await stopServer();
  await vi.waitFor(() => expect(connection.state()).toBe('offline'));
  const answer = connection.request(cast, { choice: 'against' });
  await startServer();
  expect(await answer).toEqual({ number: 2 });
  expect(connection.state()).toBe('online');
});

it('[retry] a request without an answer ends as `timeout`', async () => {
  beforeAnswer = () => true;
  connection.open();
  await expect(
    connection.request(cast, { choice: 'for' }, { patienceMs: 100 }),
  ).rejects.toMatchObject({ code: 'timeout' });
});

it('[retry] a line that swallows everything is given up and the request sent on a new one', async () => {
  let lines = 0;
  io.on('connection', () => void (lines += 1));
  beforeAnswer = () => lines === 1;
  connection.open();
  expect(await connection.request(cast, { choice: 'for' })).toEqual({ number: 1 });
  expect(lines).toBe(2);
}, 30_000);

it('[retry] what belongs to one line only is refused as `offline` when it breaks', async () => {
  beforeAnswer = (socket) => {
    socket.conn.close();
    return true;
  };
  connection.open();
  await expect(
    connection.request(cast, { choice: 'for' }, { acrossReconnect: false }),
  ).rejects.toMatchObject({ code: 'offline' });
});

it('[refusal] carries the code, details and request id of the server', async () => {
  io.removeAllListeners('connection');
  const error = {
    code: 'already_voted',
    status: 409,
    title: { vi: 'a', en: 'b' },
    requestId: 'r7',
    details: { at: 'noon' },
  };
  io.on('connection', (socket) =>
    socket.onAny((_name, _message, reply) => reply({ ok: false, error })),
  );
  connection.open();
  await expect(connection.request(cast, { choice: 'for' })).rejects.toMatchObject({
    code: 'already_voted',
    requestId: 'r7',
    details: { at: 'noon' },
  });
});

it('[notice] arrives parsed; one of another shape is reported and not handed on', async () => {
  const reported = vi.fn();
  vi.stubGlobal('reportError', reported);
  const heard = vi.fn();
  connection.on(changed, heard);
  connection.open();
  await vi.waitFor(() => expect(connection.state()).toBe('online'));
  io.emit('test:changed', { revision: 'many' });
  io.emit('test:changed', { revision: 2, secret: 'left out' });
  await vi.waitFor(() => expect(heard).toHaveBeenCalledWith({ revision: 2 }));
  expect(heard).toHaveBeenCalledTimes(1);
  expect(reported).toHaveBeenCalledTimes(1);
  vi.unstubAllGlobals();
});

it('[follow] a meeting is entered once for all who follow it, and again after a reconnect', async () => {
  const meetingId = newId();
  const states: FollowState['state'][] = [];
  const restored = vi.fn();
  connection.onRestored(restored);
  const stopOne = connection.follow(meetingId, ({ state }) => states.push(state));
  const stopTwo = connection.follow(meetingId, () => undefined);
  connection.open();
  await vi.waitFor(() => expect(states).toEqual(['entering', 'following']));
  expect(entries).toEqual([meetingId]);
  io.disconnectSockets(true);
  await vi.waitFor(() => expect(restored).toHaveBeenCalledTimes(1), { timeout: 10_000 });
  expect(entries).toEqual([meetingId, meetingId]);
  stopOne();
  stopTwo();
  io.disconnectSockets(true);
  await vi.waitFor(() => expect(restored).toHaveBeenCalledTimes(2), { timeout: 10_000 });
  expect(entries).toHaveLength(2);
});
