import {
  createFaceService,
  type FaceService,
} from '../../../../server/attendance/face/face-service.ts';

const MB = 1e6;
const SAMPLES = 40;
/** How often a soak says how far it is. */
const TOLD = 10;

const rss = () => process.memoryUsage().rss / MB;

/** What the service gets to do: pictures in turn, with always as many under way as keep all threads busy. */
interface Load {
  modelsDir: string;
  frames: readonly Uint8Array[];
  threads: number;
}

async function withService<T>(
  { modelsDir, threads }: Load,
  work: (service: FaceService) => Promise<T>,
): Promise<T> {
  const service = await createFaceService({ modelsDir, threads });
  try {
    return await work(service);
  } finally {
    await service.close();
  }
}

/** Frames one after the other in as many lanes as needed, until `more` says no; how many there were. */
async function feed(
  service: FaceService,
  { frames, threads }: Load,
  more: (done: number) => boolean,
): Promise<number> {
  let done = 0;
  const lane = async () => {
    while (more(done)) {
      done += 1;
      await service.analyse(frames[done % frames.length]!, 'check-in');
    }
  };
  await Promise.all(Array.from({ length: 2 * threads }, lane));
  return done;
}

/** `cpu` in ms of a frame: of the threads, of decoding, and of handing frames to and fro. */
export async function measureService(load: Load, seconds: number) {
  return withService(load, async (service) => {
    await feed(service, load, (done) => done < 10 * load.threads);
    const [start, used] = [performance.now(), process.cpuUsage()];
    const end = start + 1000 * seconds;
    const done = await feed(service, load, () => performance.now() < end);
    const fps = (1000 * done) / (performance.now() - start);
    const { user, system } = process.cpuUsage(used);
    const cpu = (user + system) / 1000 / done;
    return { fps, cpu, rss: rss(), embedder: service.embedder.name };
  });
}

export interface Soak {
  frames: number;
  rss_start_mb: number;
  rss_end_mb: number;
  /** Least squares over the second half, when everything has been loaded and grown. */
  rss_mb_per_10k_frames: number;
  /** All along, at even distances. */
  rss_mb: number[];
}

/** Many frames, to see whether memory grows; a line for each tenth tells so while it runs. */
export async function soak(load: Load, count: number): Promise<Soak> {
  return withService(load, async (service) => {
    const samples: { done: number; rss: number }[] = [];
    const nth = (times: number) => Math.max(1, Math.floor(count / times));
    const [every, tell] = [nth(SAMPLES), nth(TOLD)];
    await feed(service, load, (done) => {
      if (done % every === 0) samples.push({ done, rss: rss() });
      if (done % tell === 0) console.error(`${done} frames: ${Math.round(rss())} MB`);
      return done < count;
    });
    const second = samples.slice(samples.length >> 1);
    return {
      frames: count,
      rss_start_mb: samples[0]?.rss ?? 0,
      rss_end_mb: samples.at(-1)?.rss ?? 0,
      rss_mb_per_10k_frames: 10_000 * slope(second),
      rss_mb: samples.map(({ rss: mb }) => Math.round(mb)),
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
