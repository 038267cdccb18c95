import fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { route } from '../../models/contracts/route.ts';
import { createCall } from './http.ts';
import { clockOffset } from './server-clock.ts';
import { type Refusal, onRefusal } from './refusal.ts';

const Room = z.object({ name: z.string(), number: z.number() });
const createThing = route({
  method: 'POST',
  path: '/api/houses/:houseId/rooms',
  summary: 'A room for a test',
  who: ['anyone'],
  params: z.object({ houseId: z.string() }),
  query: z.object({ quiet: z.boolean().optional() }),
  body: z.object({ name: z.string().trim().min(1) }),
  response: Room,
});
const readTime = route({
  method: 'GET',
  path: '/api/time',
  summary: 'The time for a test',
  who: ['anyone'],
  response: z.object({ serverTime: z.string() }),
});

let server: FastifyInstance;
let origin = '';
let call: ReturnType<typeof createCall>;
beforeEach(async () => {
  server = fastify({ forceCloseConnections: true });
});
afterEach(() => server.close());

async function listen() {
  origin = await server.listen({ host: '127.0.0.1', port: 0 });
  call = createCall({ origin, pauses: [5, 5] });
}
const input = { params: { houseId: 'nhà số 1' }, query: {}, body: { name: ' Phòng A ' } };

/** Acts once for each key, as our server does, and breaks the line before the first `lost` answers. */
function roomsThatLose(lost: number) {
  const made = new Map<string, { name: string; number: number }>();
  let requests = 0;
  server.post<{ Body: { name: string } }>('/api/houses/:houseId/rooms', (request, reply) => {
    requests += 1;
    const key = String(request.headers['idempotency-key']);
    const room = made.get(key) ?? { name: request.body.name, number: made.size + 1 };
    made.set(key, room);
    if (requests <= lost) request.raw.socket.destroy();
    else void reply.send(room);
  });
  return { made, requests: () => requests };
}

it('[retry] a lost answer is neither an error nor a second act', async () => {
  const rooms = roomsThatLose(1);
  await listen();
  expect(await call(createThing, input)).toEqual({ name: 'Phòng A', number: 1 });
  expect(rooms.requests()).toBe(2);
  expect(rooms.made.size).toBe(1);
});

it('[retry] the same key given by the caller stays the same act', async () => {
  const rooms = roomsThatLose(0);
  await listen();
  const key = '01890000-0000-7000-8000-000000000001';
  await call(createThing, input, { key });
  expect(await call(createThing, input, { key })).toEqual({ name: 'Phòng A', number: 1 });
  expect(rooms.made.size).toBe(1);
});

it('[retry] a server that cannot be reached is `offline` in the end', async () => {
  const rooms = roomsThatLose(99);
  await listen();
  await expect(call(createThing, input)).rejects.toMatchObject({ code: 'offline' });
  expect(rooms.requests()).toBe(3);
});

it('[retry] a server that restarts is asked again, one that refuses is not', async () => {
  let requests = 0;
  server.get('/api/time', (_, reply) => {
    requests += 1;
    if (requests === 1) return reply.code(503).send('proxy says no');
    return reply.code(409).send({
      code: 'conflict',
      status: 409,
      title: { vi: 'a', en: 'b' },
      requestId: 'r1',
      details: { revision: 3 },
    });
  });
  await listen();
  const heard: Refusal[] = [];
  const stop = onRefusal((refusal) => heard.push(refusal));
  await expect(call(readTime, undefined)).rejects.toMatchObject({
    code: 'conflict',
    requestId: 'r1',
    details: { revision: 3 },
  });
  stop();
  expect(requests).toBe(2);
  expect(heard.map(({ code }) => code)).toEqual(['unavailable', 'conflict']);
});

it('[retry] a silent server is `timeout`, and the request is sent again before', async () => {
  let requests = 0;
  server.get('/api/time', () => {
    requests += 1;
    return new Promise(() => undefined);
  });
  await listen();
  const impatient = createCall({ origin, pauses: [5], patienceMs: 60 });
  await expect(impatient(readTime, undefined)).rejects.toMatchObject({ code: 'timeout' });
  expect(requests).toBe(2);
});

it('[contract] fills the path and the query, and sends what the contract parsed', async () => {
  const seen = vi.fn();
  server.post('/api/houses/:houseId/rooms', ({ params, query, body, headers }) => {
    seen(params, query, body, headers['idempotency-key']);
    return { name: 'x', number: 1 };
  });
  await listen();
  await call(createThing, { ...input, query: { quiet: true } });
  expect(seen).toHaveBeenCalledWith(
    { houseId: 'nhà số 1' },
    { quiet: 'true' },
    { name: 'Phòng A' },
    expect.stringMatching(/^[\da-f-]{36}$/),
  );
});

it('[contract] a mistake is found before anything is sent, with the field at fault', async () => {
  await listen();
  await expect(call(createThing, { ...input, body: { name: '  ' } })).rejects.toMatchObject({
    code: 'invalid_input',
    details: { fields: ['name'] },
  });
});

it('[contract] an answer of another shape is `internal`', async () => {
  server.get('/api/time', () => ({ time: 'now' }));
  await listen();
  await expect(call(readTime, undefined)).rejects.toMatchObject({ code: 'internal' });
});

it('[clock] the offset to the server is known from its answers', async () => {
  server.get('/api/time', () => ({ serverTime: new Date(Date.now() + 3_600_000).toISOString() }));
  await listen();
  await call(readTime, undefined);
  expect(Math.round(clockOffset() / 60_000)).toBe(60);
});
