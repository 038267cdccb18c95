import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callerKinds } from '../models/contracts/access.ts';
import { listAudit } from '../models/contracts/audit.ts';
import { type Action, Answer, type Envelope } from '../models/contracts/event.ts';
import { listRooms } from '../models/contracts/meetings.ts';
import { newId } from '../models/ids.ts';
import { routesIn } from './testing/fuzz.ts';
import { createGate } from './testing/gate.ts';
import { type TestApp, createTestApp } from './testing/test-app.ts';

const isAction = (value: unknown): value is Action =>
  typeof value === 'object' && value !== null && 'who' in value && 'name' in value;

const folder = new URL('../models/contracts/', import.meta.url);
const contracts: Readonly<Record<string, unknown>>[] = await Promise.all(
  readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => import(new URL(name, folder).href)),
);
const routes = contracts.flatMap(routesIn);
const actions = contracts
  .flatMap((contract) => Object.values<unknown>(contract))
  .filter(isAction)
  .filter(({ name }) => !name.startsWith('media:'));

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

describe('every door', () => {
  test('[A6] declares who may come in', () => {
    expect(routes.length).toBeGreaterThan(30);
    for (const { who, summary } of [...routes, ...actions]) {
      expect(who.length).toBeGreaterThan(0);
      for (const kind of who) expect(callerKinds).toContain(kind);
      expect(summary.length).toBeGreaterThan(0);
    }
  });

  test('[A7] of the contracts is there, and none is there that no contract describes', async () => {
    const description = (await app.browser().inject({ url: '/api/docs/json' })).json();
    const served = Object.entries<object>(description.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const described = routes.map(
      ({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`,
    );
    expect(served.toSorted()).toEqual(described.toSorted());
  });

  test.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))(
    '[A8] %s lets in nobody who is not signed in, unless it is for anyone',
    async (_name, { method, path, who }) => {
      const url = path.replaceAll(/:\w+/g, newId());
      const response = await app.browser().inject({ method, url });
      if (who.includes('anyone')) expect(response.statusCode).not.toBe(401);
      else expect(response.json().code).toBe('not_signed_in');
    },
  );

  test('[A9] an action lets in nobody who is not signed in, nor does one that does not exist', async () => {
    const { socket } = await app.browser().connect();
    for (const { name } of [...actions, { name: 'no:such' }]) {
      const request: Envelope = { requestId: newId(), data: { meetingId: newId() } };
      const answer = Answer.parse(await socket.timeout(20_000).emitWithAck(name, request));
      const code = answer.ok ? 'admitted' : answer.error.code;
      expect(code, name).toBe(name === 'no:such' ? 'method_not_found' : 'not_signed_in');
    }
  });
});

describe('closing', () => {
  test('[E1] lets running requests and actions finish, refuses new ones, and can be asked twice', async () => {
    const dying = await createTestApp();
    // Longer than a test may take: the end must not wait for a connection that a browser keeps.
    dying.app.http.server.keepAliveTimeout = 600_000;
    const socket = await dying.administrator.connect();
    // Holds the writer, so that the request below is under way when the end comes.
    const [holds, gate] = [createGate(), createGate()];
    const held = dying.app.database.write(async () => {
      holds.open();
      await gate.opened;
    });
    await holds.opened;
    const url = await dying.address();
    const asked = fetch(`${url}/api/rooms`, {
      method: 'POST',
      headers: {
        cookie: dying.administrator.cookieHeader(),
        'content-type': 'application/json',
      },
      body: JSON.stringify({ name: 'Phòng họp A', location: '', seats: 40 }),
    });
    while (dying.app.database.stats().waiting === 0) await new Promise(setImmediate);
    const closing = Promise.all([dying.app.close(), dying.app.close()]);
    gate.open();
    await Promise.all([held, closing, socket.ended()]);
    expect((await asked).status).toBe(200);
    await expect(fetch(`${url}/api/health`)).rejects.toThrow();

    const again = await createTestApp({ dataDir: dying.dataDir });
    const { items } = await again.administrator.call(listRooms);
    expect(items.map(({ name }) => name)).toEqual(['Phòng họp A']);
    await again.close();
    await dying.close();
  });
});

test('[E2] a start leaves a trace', async () => {
  await app.administrator.connect();
  const { items } = await app.administrator.call(listAudit, {
    query: { action: 'system.started' },
  });
  expect(items).toMatchObject([{ actorKind: 'system', subject: '0.0.0' }]);
});
