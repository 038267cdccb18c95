import { availableParallelism } from 'node:os';
import { decodePicture } from '../../server/attendance/face/decode.ts';
import { identify } from '../../server/attendance/face/matcher.ts';
import { portrait } from '../../server/attendance/face/testing/portraits.ts';
import { prepareFaceModels } from '../setup/face-models.mjs';
import { cacheDir } from '../setup/paths.mjs';
import { type DlibFigures, dlibOn } from './support/face/dlib.ts';
import {
  randomGallery,
  randomVector,
  type Runner,
  type Stage,
  type Stages,
  startRunners,
} from './support/face/engines.ts';
import { measureService, soak } from './support/face/service.ts';
import { readOptions } from './support/options.ts';
import { median, percentile, printReport, round } from './support/report.ts';

const options = readOptions('face', {
  n: { default: 40, min: 1, means: 'frames for each engine, by turns' },
  seconds: { default: 8, min: 1, means: 'of frames on all cores' },
  gallery: { default: 10_000, min: 1, means: 'templates to search' },
  soak: { default: 0, min: 0, means: 'frames to watch the memory over, besides' },
  threads: { default: availableParallelism(), min: 1, means: 'of the service' },
});

const STAGES: Stage[] = [
  ...(['decode', 'detect', 'landmarks', 'align'] as const),
  ...(['liveness', 'embed', 'match', 'total', 'cpu'] as const),
];
const WARM_UP = 5;

/** All engines on the same frame, then the next frame, so that a slow moment of the machine meets all. */
async function race(
  runners: readonly Runner[],
  frames: readonly Uint8Array[],
  dlib: (() => Promise<DlibFigures>) | null,
) {
  const measured = new Map<Runner, Stages[]>(runners.map((runner) => [runner, []]));
  const dlibs: DlibFigures[] = [];
  const dlibEvery = Math.max(1, Math.floor(options.n / 4));
  for (let turn = -WARM_UP; turn < options.n; turn += 1) {
    for (const runner of runners) {
      const stages = await runner.frame(frames[Math.abs(turn) % frames.length]!);
      if (turn >= 0) measured.get(runner)?.push(stages);
    }
    if (dlib && turn >= 0 && turn % dlibEvery === 0) dlibs.push(await dlib());
  }
  return { measured, dlibs };
}

function medians(runs: readonly Stages[]): Partial<Record<Stage, number>> {
  const known = STAGES.flatMap((stage) => {
    const values = runs.flatMap((stages) => stages[stage] ?? []);
    return values.length > 0 ? [[stage, round(median(values), 2)] as const] : [];
  });
  return Object.fromEntries(known);
}

function timeSearch({ thresholds, dimensions }: Runner): number {
  const gallery = randomGallery(thresholds.embedder, options.gallery, dimensions);
  const times = Array.from({ length: 60 }, () => {
    const query = randomVector(dimensions);
    const start = performance.now();
    identify(query, gallery, thresholds);
    return performance.now() - start;
  });
  return round(median(times.slice(10)), 2);
}

async function run() {
  const modelsDir = await prepareFaceModels({ cacheDir: cacheDir() });
  const names = ['ada1', 'ada2', 'beth', 'cleo', 'dora', 'emma'] as const;
  const frames = await Promise.all(names.map((name) => portrait(name)));
  // First of all, while no other engine takes memory in this process.
  const load = { modelsDir, frames, threads: options.threads };
  const service = await measureService(load, options.seconds);
  const soaked = options.soak > 0 ? await soak(load, options.soak) : null;
  const engines = await startRunners(modelsDir);
  const runners = [...engines.values()].filter((runner) => runner !== null);
  const [best] = runners;
  if (!best) throw new Error('no engine works here');
  // A picture on which dlib finds the face too.
  const dlib = await dlibOn(await decodePicture(frames[2]!));
  const { measured, dlibs } = await race(runners, frames, dlib);
  const totals = (measured.get(best) ?? []).map(({ total = 0 }) => total);
  const match10k = timeSearch(best);
  await Promise.all(runners.map((runner) => runner.close()));
  const of = (runner: Runner | null) => runner && medians(measured.get(runner) ?? []);
  const dlibMedian = (key: keyof DlibFigures) => round(median(dlibs.map((d) => d[key])), 2);
  return {
    engine: best.name,
    embedder: service.embedder,
    frames: options.n,
    frame_ms: of(best) ?? {},
    frame_ms_p10: round(percentile(totals, 0.1), 2),
    fps_per_core: round(1000 / median(totals), 1),
    fps_all_cores: round(service.fps, 1),
    threads: options.threads,
    rss_mb: round(service.rss),
    gallery: options.gallery,
    match_10k_ms: match10k,
    engines: Object.fromEntries([...engines].map(([name, runner]) => [name, of(runner)])),
    dlib:
      dlibs.length > 0
        ? { detect: dlibMedian('detect'), landmarks: dlibMedian('landmarks') }
        : null,
    soak: soaked,
  };
}

const figures = await run();
const sample = `median of ${figures.frames} frames of 640×480, one thread`;
printReport(
  `Faces: from a JPEG to a decision (${figures.engine}, ${figures.embedder})`,
  [
    ...STAGES.map((stage) => [stage, `${figures.frame_ms[stage] ?? '–'} ms`, sample] as const),
    ['… a tenth of the frames took less than', `${figures.frame_ms_p10} ms`, sample],
    ...Object.entries(figures.engines).map(([name, stages]) => {
      const total = stages ? `${stages.total} ms` : 'not installed';
      return [`engine ${name}`, total, 'a whole frame, by turns with the others'] as const;
    }),
    ['frames a second, all threads', `${figures.fps_all_cores}`, `${figures.threads} threads`],
    ['memory then', `${figures.rss_mb} MB`, 'the whole process'],
    ['search', `${figures.match_10k_ms} ms`, `${figures.gallery} templates, exact`],
    ['dlib, detector', `${figures.dlib?.detect ?? '–'} ms`, 'the same picture'],
    ['dlib, 68 points', `${figures.dlib?.landmarks ?? '–'} ms`, 'the same picture'],
    ...(figures.soak
      ? ([
          [
            'memory over a long time',
            `${round(figures.soak.rss_mb_per_10k_frames, 1)} MB per 10,000 frames`,
            `${figures.soak.frames} frames, from ${round(figures.soak.rss_start_mb)} to ${round(figures.soak.rss_end_mb)} MB`,
          ],
        ] as const)
      : []),
  ],
  { json: options.json, figures },
);
