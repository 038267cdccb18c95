import { availableParallelism } from 'node:os';
import {
  createFaceService,
  type FaceService,
} from '../../../../server/attendance/face/face-service.ts';

const MB = 1e6;
const SAMPLES = 40;

const rss = () => process.memoryUsage().rss / MB;

/** The service with a thread for each core, with always as many frames under way as keep all of them busy. */
async function withService<T>(
  modelsDir: string,
  work: (service: FaceService, threads: number) => Promise<T>,
): Promise<T> {
  const threads = availableParallelism();
  const service = await createFaceService({ modelsDir, threads });
  try {
    return await work(service, threads);
  } finally {
    await service.close();
  }
}

/** Frames one after the other in as many lanes as needed, until `more` says no; how many there were. */
async function feed(
  service: FaceService,
  lanes: number,
  frames: readonly Uint8Array[],
  more: (done: number) => boolean,
): Promise<number> {
  let done = 0;
  const lane = async () => {
    while (more(done)) {
      done += 1;
      await service.analyse(frames[done % frames.length]!, 'check-in');
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return done;
}

export async function measureService(
  modelsDir: string,
  frames: readonly Uint8Array[],
  seconds: number,
) {
  return withService(modelsDir, async (service, threads) => {
    await feed(service, 2 * threads, frames, (done) => done < 10 * threads);
    const start = performance.now();
    const end = start + 1000 * seconds;
    const done = await feed(service, 2 * threads, frames, () => performance.now() < end);
    const fps = (1000 * done) / (performance.now() - start);
    return { fps, rss: rss(), threads, embedder: service.embedder.name };
  });
}

export interface Soak {
  frames: number;
  rss_start_mb: number;
  rss_end_mb: number;
  /** Least squares over the second half, when everything has been loaded and grown. */
  rss_mb_per_10k_frames: number;
}

/** Many frames, to see whether memory grows. */
export async function soak(
  modelsDir: string,
  frames: readonly Uint8Array[],
  count: number,
): Promise<Soak> {
  return withService(modelsDir, async (service, threads) => {
    const samples: { done: number; rss: number }[] = [];
    const every = Math.max(1, Math.floor(count / SAMPLES));
    await feed(service, 2 * threads, frames, (done) => {
      if (done % every === 0) samples.push({ done, rss: rss() });
      return done < count;
    });
    const second = samples.slice(samples.length >> 1);
    return {
      frames: count,
      rss_start_mb: samples[0]?.rss ?? 0,
      rss_end_mb: samples.at(-1)?.rss ?? 0,
      rss_mb_per_10k_frames: 10_000 * slope(second),
    };
  });
}

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

function slope(samples: readonly { done: number; rss: number }[]): number {
  const [x, y] = [mean(samples.map((s) => s.done)), mean(samples.map((s) => s.rss))];
  let [above, below] = [0, 0];
  for (const { done, rss: used } of samples) {
    above += (done - x) * (used - y);
    below += (done - x) ** 2;
  }
  return below === 0 ? 0 : above / below;
}
