import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { answeredRequests } from '../../models/tables/platform.ts';
import { rooms } from '../../models/tables/rooms.ts';
import { type Database, type Db, openDatabase } from './database.ts';
import { fingerprintOf, forgetAnswersBefore } from './idempotency.ts';

const migrationsDir = fileURLToPath(new URL('../../migrations', import.meta.url));
let dataDir: string;
let database: Database;

const open = () => openDatabase({ dataDir, migrationsDir });
const addRoom = async (tx: Db, name: string) => {
  await tx.insert(rooms).values({ id: name, name, location: '', seats: 0 });
};
const roomNames = async () => (await database.read.select().from(rooms)).map(({ name }) => name);

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'nghi-truong-'));
  database = open();
});
afterEach(async () => {
  await database.close();
  rmSync(dataDir, { recursive: true, force: true });
});

describe('group commit', () => {
  test('[G1] works that arrive together share one commit', async () => {
    const names = Array.from({ length: 40 }, (_, index) => `room ${index}`);
    await Promise.all(names.map((name) => database.write((tx) => addRoom(tx, name))));
    expect(database.stats()).toEqual({ works: 40, commits: 1, waiting: 0 });
    expect((await roomNames()).toSorted()).toEqual(names.toSorted());
  });

  test('[G1] without it every work has a commit of its own', async () => {
    await database.close();
    database = openDatabase({ dataDir, migrationsDir, groupCommit: false });
    await Promise.all(['a', 'b', 'c'].map((name) => database.write((tx) => addRoom(tx, name))));
    expect(database.stats()).toMatchObject({ works: 3, commits: 3 });
  });

  test('[G2] a work that throws is undone alone; those beside it stay', async () => {
    const results = await Promise.allSettled([
      database.write((tx) => addRoom(tx, 'before')),
      database.write(async (tx) => {
        await addRoom(tx, 'undone');
        throw new Error('no');
      }),
      database.write((tx) => addRoom(tx, 'before')), // the key is taken
      database.write((tx) => addRoom(tx, 'after')),
    ]);
    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'rejected',
      'fulfilled',
    ]);
    expect(await roomNames()).toEqual(['before', 'after']);
    expect(database.stats().commits).toBe(1);
  });

  test('[G2] whatever arrives when and fails where: exactly the works that were acknowledged are there', async () => {
    const work = fc.record({
      fails: fc.boolean(),
      /** Turns that it takes inside, and that pass before it arrives. */
      turns: fc.nat({ max: 3 }),
      after: fc.nat({ max: 3 }),
    });
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(work, { maxLength: 25 }), async (works) => {
        run += 1;
        const prefix = `${run}:`;
        const acknowledged: string[] = [];
        await Promise.all(
          works.map(async ({ fails, turns, after }, index) => {
            for (let turn = 0; turn < after; turn += 1) await new Promise(setImmediate);
            const name = `${prefix}${index}`;
            const writing = database.write(async (tx) => {
              await addRoom(tx, name);
              for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
              if (fails) throw new Error(name);
              return name;
            });
            const answer = await writing.catch((error: unknown) => error);
            if (fails) expect(answer).toEqual(new Error(name));
            else acknowledged.push(String(answer));
            // What is acknowledged can be read at once.
            if (!fails) expect(await roomNames()).toContain(name);
          }),
        );
        const there = (await roomNames()).filter((name) => name.startsWith(prefix));
        expect(there.toSorted()).toEqual(acknowledged.toSorted());
      }),
      { numRuns: 40 },
    );
  });

  test('a write inside a write is refused instead of waiting for itself', async () => {
    await expect(
      database.write(() => database.write((tx) => addRoom(tx, 'inner'))),
    ).rejects.toThrow('a write inside a write');
    expect(await roomNames()).toEqual([]);
  });

  test('closing lets waiting works finish and takes no new ones', async () => {
    const writing = database.write((tx) => addRoom(tx, 'last'));
    const closing = database.close();
    await expect(database.write((tx) => addRoom(tx, 'late'))).rejects.toThrow('closed');
    await writing;
    await closing;
    database = open();
    expect(await roomNames()).toEqual(['last']);
  });
});

describe('durability', () => {
  test('[G3] what was acknowledged is there after the process was killed', async () => {
    await database.close();
    const script = fileURLToPath(new URL('../testing/acknowledge-for-ever.ts', import.meta.url));
    const child = spawn(process.execPath, ['--import', 'tsx', script, dataDir, migrationsDir], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let last = -1;
    const ended = new Promise((resolve) => child.once('exit', (_code, signal) => resolve(signal)));
    for await (const line of createInterface({ input: child.stdout })) {
      last = Number(line);
      if (last === 60) child.kill('SIGKILL');
    }
    expect(await ended).toBe('SIGKILL');
    database = open();
    const rows = await database.read.select().from(answeredRequests);
    const answers = new Set(rows.map(({ answer }) => answer));
    expect(last).toBeGreaterThanOrEqual(60);
    for (let number = 0; number <= last; number += 1) expect(answers).toContain(number);
  });

  test('the reader cannot write', async () => {
    await expect(addRoom(database.read, 'sneaked in')).rejects.toThrow();
  });
});

const once = (input: unknown, requestId = 'r1', callerId = 'c1') => ({
  callerId,
  requestId,
  fingerprint: fingerprintOf('test', input),
  at: '2026-03-02T01:00:00.000Z',
});
const refuse = async () => Promise.reject(new Error('not now'));

describe('answers given once', () => {
  let runs: number;
  const work = async () => ({ run: (runs += 1) });
  beforeEach(() => {
    runs = 0;
  });

  test('[I1] the same request gets the first answer and does not run again', async () => {
    expect(await database.write(work, once(1))).toEqual({ run: 1 });
    expect(await database.write(work, once(1))).toEqual({ run: 1 });
    expect(runs).toBe(1);
  });

  test('[I1] nor when both arrive together', async () => {
    const both = [database.write(work, once(1)), database.write(work, once(1))];
    expect(await Promise.all(both)).toEqual([{ run: 1 }, { run: 1 }]);
  });

  test('[I1] nor after a restart', async () => {
    await database.write(work, once(1));
    await database.close();
    database = open();
    expect(await database.write(work, once(1))).toEqual({ run: 1 });
    expect(runs).toBe(1);
  });

  test('[I1] a request that was refused may be tried again', async () => {
    await expect(database.write(refuse, once(1))).rejects.toThrow('not now');
    expect(await database.write(work, once(1))).toEqual({ run: 1 });
  });

  test('[I2] an id that comes with other content is refused', async () => {
    await database.write(work, once(1));
    await expect(database.write(work, once(2))).rejects.toMatchObject({
      code: 'request_id_reused',
    });
    expect(runs).toBe(1);
  });

  test('[I2] an id means nothing in the hands of another caller', async () => {
    await database.write(work, once(1));
    expect(await database.write(work, once(1, 'r1', 'c2'))).toEqual({ run: 2 });
  });

  test('old answers are forgotten', async () => {
    await database.write(work, once(1));
    await database.write((tx) => forgetAnswersBefore(tx, '2026-03-02T00:00:00.000Z'));
    expect(await database.write(work, once(1))).toEqual({ run: 1 });
    await database.write((tx) => forgetAnswersBefore(tx, '2026-03-02T02:00:00.000Z'));
    expect(await database.write(work, once(1))).toEqual({ run: 2 });
  });
});
