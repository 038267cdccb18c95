import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callerKinds } from '../models/contracts/access.ts';
import * as admission from '../models/contracts/admission.ts';
import { listAudit } from '../models/contracts/audit.ts';
import * as attendanceSettings from '../models/contracts/attendance-settings.ts';
import * as attendanceStatistics from '../models/contracts/attendance-statistics.ts';
import * as attendance from '../models/contracts/attendance.ts';
import * as auditContract from '../models/contracts/audit.ts';
import * as chat from '../models/contracts/chat.ts';
import { type Action, Answer, type Envelope } from '../models/contracts/event.ts';
import * as elections from '../models/contracts/elections.ts';
import * as face from '../models/contracts/face.ts';
import * as faceDesk from '../models/contracts/face-desk.ts';
import * as floor from '../models/contracts/floor.ts';
import * as identity from '../models/contracts/identity.ts';
import * as kiosk from '../models/contracts/kiosk.ts';
import * as ledger from '../models/contracts/ledger.ts';
import * as media from '../models/contracts/media.ts';
import * as meetings from '../models/contracts/meetings.ts';
import * as network from '../models/contracts/network.ts';
import * as opinionActs from '../models/contracts/opinions-acts.ts';
import * as opinions from '../models/contracts/opinions.ts';
import * as presence from '../models/contracts/presence.ts';
import * as recordings from '../models/contracts/recordings.ts';
import type { Route } from '../models/contracts/route.ts';
import * as system from '../models/contracts/system.ts';
import * as systems from '../models/contracts/systems.ts';
import * as voting from '../models/contracts/voting.ts';
import * as votingActs from '../models/contracts/voting-acts.ts';
import { newId } from '../models/ids.ts';
import { createGate } from './testing/gate.ts';
import { type TestApp, createTestApp } from './testing/test-app.ts';

const contracts = [
  admission,
  attendance,
  attendanceSettings,
  attendanceStatistics,
  auditContract,
  chat,
  elections,
  face,
  faceDesk,
  floor,
  identity,
  kiosk,
  ledger,
  media,
  meetings,
  network,
  opinionActs,
  opinions,
  presence,
  recordings,
  system,
  systems,
  voting,
  votingActs,
].flatMap((contract) => Object.values<unknown>(contract));
const isRoute = (value: unknown): value is Route =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value;
const isAction = (value: unknown): value is Action =>
  typeof value === 'object' && value !== null && 'who' in value && 'name' in value;
const routes = contracts.filter(isRoute);
const actions = contracts.filter(isAction).filter(({ name }) => !name.startsWith('media:'));

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
    const { items } = await again.administrator.call(meetings.listRooms);
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
