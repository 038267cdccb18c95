import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  changePassword,
  claimPairing,
  confirmPairing,
  getSession,
  signIn,
  startPairing,
} from '../../models/contracts/identity.ts';
import type { Device, PairedKind, Person, SystemRole } from '../../models/contracts/identity.ts';
import type { Id } from '../../models/ids.ts';
import { type App, type AppDeps, createApp } from '../app.ts';
import { callerFor } from '../platform/caller.ts';
import { type Config, readConfig } from '../platform/config.ts';
import { createLogger } from '../platform/logger.ts';
import { TestClient } from './test-client.ts';
import { type TestClock, createTestClock } from './test-clock.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const migrationsDir = join(root, 'migrations');
export const testPassword = 'mot-mat-khau-dai';

export interface TestApp {
  app: App;
  clock: TestClock;
  dataDir: string;
  /** Makes the server listen, once, and says where. */
  address(): Promise<string>;
  /** A browser that nobody is signed in to. */
  browser(): TestClient;
  /** A browser with this person signed in; the password is `testPassword` unless given. */
  signedIn(username: string, password?: string): Promise<TestClient>;
  /** The first administrator, signed in and with the password changed. */
  administrator: TestClient;
  /** Adds someone who need not change the password, so that they can be signed in at once. */
  addPerson(person: PersonToAdd): Promise<Person>;
  /** Pairs a device the way that people do it. */
  pairDevice(kind: PairedKind, roomId: Id | null): Promise<{ client: TestClient; device: Device }>;
  close(): Promise<void>;
}

interface PersonToAdd {
  username: string;
  fullName?: string;
  office?: string;
  systemRole?: SystemRole;
}

export interface TestAppOptions {
  env?: Record<string, string>;
  deps?: Partial<AppDeps>;
  /** Without anyone; there is then no administrator to act as. */
  empty?: boolean;
  /** An existing data folder, to come back after an end; it is left in place. */
  dataDir?: string;
}

/** The whole server on a data folder of its own, with a clock that stands still. */
export async function createTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'nghi-truong-'));
  const clock = createTestClock();
  const app = await createApp({ ...depsOf(dataDir, clock, options), ...options.deps });
  let listening: Promise<{ url: string }> | undefined;
  const address = async () => (await (listening ??= app.listen())).url;
  const clients: TestClient[] = [];
  const browser = () => {
    const client = new TestClient(app.http, address);
    clients.push(client);
    return client;
  };
  const signedIn = async (username: string, password = testPassword) => {
    const client = browser();
    await client.call(signIn, { body: { username, password } });
    return client;
  };
  const administrator = options.empty ? browser() : await firstAdministrator(app, signedIn);
  return {
    app,
    clock,
    dataDir,
    address,
    browser,
    signedIn,
    administrator,
    addPerson: (person) => addPerson(app, clock, administrator, person),
    pairDevice: (kind, roomId) => pairDevice(browser(), administrator, kind, roomId),
    async close() {
      for (const client of clients) client.close();
      await app.close();
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function depsOf(dataDir: string, clock: TestClock, { env }: TestAppOptions): AppDeps {
  const config: Config = readConfig({
    NGHI_TRUONG_DATA: dataDir,
    NGHI_TRUONG_PORT: '0',
    NGHI_TRUONG_FACE_THREADS: '0',
    NGHI_TRUONG_LOG_LEVEL: 'silent',
    ...env,
  });
  return {
    config,
    logger: createLogger(config.logLevel),
    clock,
    version: '0.0.0',
    migrationsDir,
    clientDir: join(dataDir, 'no-client'),
    startMedia: async () => null,
    startFace: async () => null,
  };
}

async function firstAdministrator(app: App, signedIn: TestApp['signedIn']): Promise<TestClient> {
  const first = await app.services.identity.ensureAdministrator();
  if (first === null) return signedIn('quantri');
  const client = await signedIn(first.username, first.password);
  await client.call(changePassword, { body: { current: first.password, next: testPassword } });
  return client;
}

async function addPerson(
  app: App,
  clock: TestClock,
  administrator: TestClient,
  { username, fullName = username, office = '', systemRole = 'member' }: PersonToAdd,
): Promise<Person> {
  const { person } = await administrator.call(getSession);
  if (person === null) throw new Error('the administrator is signed out');
  return app.services.identity.createPerson(
    callerFor(person, clock.now()),
    {
      username,
      fullName,
      office,
      systemRole,
      organisationId: null,
      email: '',
      phone: '',
      password: testPassword,
    },
    false,
  );
}

async function pairDevice(
  client: TestClient,
  administrator: TestClient,
  kind: PairedKind,
  roomId: Id | null,
): Promise<{ client: TestClient; device: Device }> {
  const { pairingId, code, secret } = await client.call(startPairing, { body: { kind } });
  const device = await administrator.call(confirmPairing, { body: { code, name: kind, roomId } });
  await client.call(claimPairing, { params: { pairingId }, body: { secret } });
  return { client, device };
}
