import { Worker } from 'node:worker_threads';
import { describe, expect, it, vi } from 'vitest';
import { type Pool, type PoolError, type PoolOptions, startPool } from './thread-pool.ts';

/** A thread that does as its jobs say. */
const SCRIPTED = `
  const { parentPort, threadId } = require('node:worker_threads');
  parentPort.on('message', ({ id, job }) => {
    if (job === 'die') process.exit(1);
    if (job === 'throw') throw new Error('a defect');
    if (job !== 'hang') parentPort.postMessage({ id, result: job + ' done' });
  });
  parentPort.postMessage({ state: threadId });
`;

const startScripted = () => new Worker(SCRIPTED, { eval: true });
const startBroken = () => new Worker('throw new Error("no models")', { eval: true });

const open = (options: Partial<PoolOptions<number>> = {}) =>
  startPool<string, number, string>({
    threads: 1,
    queueLimit: 10,
    sourceLimit: 5,
    jobTimeout: 60_000,
    start: startScripted,
    ...options,
  });

const settle = (pool: Pool<string, number, string>, jobs: string[]) =>
  Promise.all(
    jobs.map((job) =>
      pool.run(job).catch((error: Error & { kind: string }) => `${job}: ${error.kind}`),
    ),
  );

describe('the pool', () => {
  it('answers every job, in turn', async () => {
    const pool = await open({ threads: 2 });
    expect(await settle(pool, ['a', 'b', 'c', 'd'])).toEqual([
      'a done',
      'b done',
      'c done',
      'd done',
    ]);
    expect(pool.stats()).toMatchObject({ threads: 2, idle: 2, queued: 0, done: 4 });
    await pool.close();
  });

  it('refuses at once what does not fit in the queue', async () => {
    const pool = await open({ queueLimit: 1 });
    expect(await settle(pool, ['a', 'b', 'c'])).toEqual(['a done', 'b done', 'c: busy']);
    expect(pool.stats().busyRejections).toBe(1);
    await pool.close();
  });

  it('drops the oldest waiting job of a source for its newest, which keeps the turn', async () => {
    const pool = await open({ queueLimit: 3 });
    const order: string[] = [];
    const run = (job: string, source?: string) =>
      pool.run(job, source).then(
        () => void order.push(job),
        (error: PoolError) => void order.push(`${job}: ${error.kind}`),
      );
    await Promise.all([
      run('working'),
      run('a1', 'kiosk a'),
      run('b1', 'kiosk b'),
      run('a2', 'kiosk a'),
      run('a3', 'kiosk a'),
      run('nobody'),
      run('c1', 'kiosk c'),
    ]);
    expect(order).toEqual(['a1: busy', 'nobody: busy', 'c1: busy', 'working', 'a2', 'b1', 'a3']);
    expect(pool.stats()).toMatchObject({ dropped: 1, busyRejections: 2, done: 4, queued: 0 });
    await pool.close();
  });

  it('lets no source fill the queue', async () => {
    const pool = await open({ sourceLimit: 1 });
    const jobs = ['working', 'old', 'newer', 'newest'].map((job) => pool.run(job, 'kiosk'));
    const settled = await Promise.allSettled(jobs);
    expect(settled.map(({ status }) => status === 'fulfilled')).toEqual([true, false, false, true]);
    await pool.close();
  });

  it('loses only the job over which a thread dies, and replaces the thread', async () => {
    const onCrash = vi.fn();
    const pool = await open({ onCrash });
    expect(await settle(pool, ['a', 'die', 'b', 'throw', 'c'])).toEqual([
      'a done',
      'die: crashed',
      'b done',
      'throw: crashed',
      'c done',
    ]);
    expect(pool.stats()).toMatchObject({ crashes: 2, done: 3 });
    expect(onCrash).toHaveBeenLastCalledWith('a defect');
    await pool.close();
  });

  it('ends a thread that hangs over a job', async () => {
    const pool = await open({ jobTimeout: 50 });
    expect(await settle(pool, ['hang', 'a'])).toEqual(['hang: crashed', 'a done']);
    await pool.close();
  });

  it('does not open when its first thread cannot start', async () => {
    await expect(open({ start: startBroken })).rejects.toMatchObject({
      kind: 'crashed',
      message: 'no models',
    });
  });

  it('goes on with fewer threads while others fail to start', async () => {
    const pool = await open({
      threads: 3,
      start: (first) => (first === null ? startScripted() : startBroken()),
    });
    expect(pool.stats()).toMatchObject({ threads: 1, crashes: 2 });
    expect(await settle(pool, ['a', 'b'])).toEqual(['a done', 'b done']);
    await pool.close();
  });

  it('fails what is under way and waiting when it closes, and what comes after', async () => {
    const pool = await open();
    const underWay = settle(pool, ['hang', 'a']);
    await pool.close();
    await pool.close();
    expect(await underWay).toEqual(['hang: closed', 'a: closed']);
    expect(await settle(pool, ['b'])).toEqual(['b: closed']);
  });
});
