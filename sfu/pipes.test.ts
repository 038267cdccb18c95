import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { types } from 'mediasoup';
import { Pipes } from './pipes.ts';
import { Stage } from './stage.ts';
import { opusParameters, RtpSource } from './testing/rtp.ts';
import { WorkerPool } from './worker-pool.ts';

let pool: WorkerPool;
let home: Stage;
let far: Stage;
let source: RtpSource;
let origin: types.Producer;

beforeEach(async () => {
  const listen = [{ ip: '127.0.0.1' }];
  const silent = { onDied: () => undefined, onReplaced: () => undefined };
  pool = new WorkerPool({ workers: 2, firstPort: 0, listen, streamsPerWorker: 1 }, silent);
  await pool.start();
  const [one, other] = pool.slots;
  if (!one || !other) throw new Error('two workers were asked for');
  [home, far] = [new Stage(one), new Stage(other)];
  const transport = await home.plainTransport({ direction: 'send' });
  const { localAddress: ip, localPort: port } = transport.tuple;
  source = new RtpSource({ ip, port });
  source.sendOpus(7);
  origin = await transport.produce({ kind: 'audio', rtpParameters: opusParameters(7) });
});

afterEach(async () => {
  vi.useRealTimers();
  source.close();
  await pool.close();
});

async function bytesThrough({ producer }: { producer: types.Producer }): Promise<number> {
  const streams = await producer.getStats();
  return streams.reduce((total, { byteCount }) => total + byteCount, 0);
}

async function expectFlowing(pipe: { producer: types.Producer }): Promise<void> {
  const before = await bytesThrough(pipe);
  await vi.waitFor(async () => expect(await bytesThrough(pipe)).toBeGreaterThan(before));
}

test('asking again, also at once, gives the same pipe; its stream bears the name of the origin', async () => {
  const pipes = new Pipes();
  const asked = [pipes.bring(origin, home, far), pipes.bring(origin, home, far)];
  const [first, second] = await Promise.all(asked);
  expect(second).toBe(first);
  expect(first?.producer.id).toBe(origin.id);
  expect(home.counts()).toMatchObject({ consumers: 1 });
  expect(far.counts()).toMatchObject({ producers: 1 });
});

test('pausing the origin in quick turns leaves the far stage with its last state', async () => {
  const pipe = await new Pipes().bring(origin, home, far);
  await Promise.all([origin.pause(), origin.resume(), origin.pause()]);
  await vi.waitFor(() => expect(pipe?.producer.paused).toBe(true));
  await Promise.all([origin.resume(), origin.pause(), origin.resume()]);
  await vi.waitFor(() => expect(pipe?.producer.paused).toBe(false));
});

test('a pipe rests while nobody watches, which does not look like a pause of the sender', async () => {
  const pipe = await new Pipes().bring(origin, home, far);
  if (!pipe) throw new Error('no pipe');
  pipe.use('binh', true);
  await expectFlowing(pipe);
  pipe.use('binh', false);
  await vi.waitFor(
    async () => {
      const before = await bytesThrough(pipe);
      await new Promise((resolve) => setTimeout(resolve, 200));
      expect(await bytesThrough(pipe)).toBe(before);
    },
    { timeout: 10_000 },
  );
  expect(pipe.producer.paused).toBe(false);
  pipe.use('binh', true);
  await expectFlowing(pipe);
});

test('a pipe that nobody has a use for ends, and can be made anew', async () => {
  const pipes = new Pipes();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const first = await pipes.bring(origin, home, far);
  first?.use('binh', false);
  vi.advanceTimersByTime(60_000);
  expect(first?.closed, 'one who paused may look again').toBe(false);
  first?.leave('binh');
  vi.advanceTimersByTime(20_000);
  expect(await pipes.bring(origin, home, far), 'still standing for who asks').toBe(first);
  vi.advanceTimersByTime(20_000);
  expect(first?.closed).toBe(false);
  vi.advanceTimersByTime(20_000);
  expect(first?.closed).toBe(true);
  vi.useRealTimers();
  const second = await pipes.bring(origin, home, far);
  if (!second) throw new Error('no pipe');
  await expectFlowing(second);
  expect(far.counts()).toMatchObject({ producers: 1 });
});

test('nothing is brought of a stream that ended, and nothing is left of one that ends', async () => {
  const pipes = new Pipes();
  const pipe = await pipes.bring(origin, home, far);
  origin.close();
  expect(pipe?.closed).toBe(true);
  expect([home.counts(), far.counts()]).toMatchObject([{ consumers: 0 }, { producers: 0 }]);
  await expect(pipes.bring(origin, home, far)).resolves.toBeUndefined();
});

test('a stream that ends while it is brought ends the pipe', async () => {
  const bringing = new Pipes().bring(origin, home, far);
  origin.close();
  expect(await bringing).toBeUndefined();
  expect(far.counts()).toMatchObject({ producers: 0 });
});
