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
  n: { default: 60, min: 1, means: 'frames for each engine, at least; each picture by turns' },
  seconds: { default: 8, min: 1, means: 'of frames on all cores' },
  gallery: { default: 10_000, min: 1, means: 'templates to search' },
  soak: { default: 0, min: 0, means: 'frames to watch the memory over, besides' },
  threads: { default: availableParallelism(), min: 1, means: 'of the service' },
});

/** `other` is what lies between the stages, so that the means of a frame add up to its total. */
const STAGES: Stage[] = [
  ...(['decode', 'detect', 'landmarks', 'align'] as const),
  ...(['liveness', 'embed', 'match', 'other', 'total', 'cpu'] as const),
];
const WARM_UP_TURNS = 2;

/**
 * All engines by turns, so that a slow moment of the machine meets all. A turn is every picture once, after one that
 * does not count: caches and garbage are another engine's then, which no product runs beside its own.
 */
async function race(
  runners: readonly Runner[],
  frames: readonly Uint8Array[],
  dlib: (() => Promise<DlibFigures>) | null,
) {
  const measured = new Map<Runner, Stages[]>(runners.map((runner) => [runner, []]));
  const dlibs: DlibFigures[] = [];
  const turns = Math.ceil(options.n / frames.length);
  for (let turn = -WARM_UP_TURNS; turn < turns; turn += 1) {
    for (const runner of runners) {
      await runner.frame(frames.at(-1)!);
      for (const frame of frames) {
        const stages = await runner.frame(frame);
        if (turn >= 0) measured.get(runner)?.push(stages);
      }
    }
    if (dlib && turn >= 0) dlibs.push(await dlib());
  }
  return { measured, dlibs };
}

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
const tenth = (values: readonly number[]) => percentile(values, 0.1);

type Figures = Partial<Record<Stage, number>>;

function byStage(runs: readonly Stages[], figure: (values: readonly number[]) => number): Figures {
  const known = STAGES.flatMap((stage) => {
    const values = runs.flatMap((stages) => stages[stage] ?? []);
    return values.length > 0 ? [[stage, round(figure(values), 2)] as const] : [];
  });
  return Object.fromEntries(known);
}

const perSecond = (ms: number | undefined) => (ms ? round(1000 / ms, 1) : 0);

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
  const runs = measured.get(best) ?? [];
  const [middle, least] = [byStage(runs, median), byStage(runs, tenth)];
  const match10k = timeSearch(best);
  await Promise.all(runners.map((runner) => runner.close()));
  const of = (runner: Runner | null) => runner && byStage(measured.get(runner) ?? [], median);
  const dlibMedian = (key: keyof DlibFigures) => round(median(dlibs.map((d) => d[key])), 2);
  return {
    engine: best.name,
    embedder: service.embedder,
    frames: runs.length,
    frame_ms: middle,
    frame_ms_p10: least.total ?? 0,
    stages_ms_p10: least,
    stages_ms_mean: byStage(runs, mean),
    fps_per_core: perSecond(middle.total),
    fps_per_core_p10: perSecond(least.total),
    fps_per_core_cpu: perSecond(middle.cpu),
    fps_all_cores: round(service.fps, 1),
    service_cpu_ms: round(service.cpu, 2),
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
const sample = `${figures.frames} frames of 640×480, one thread`;
/** Median, the tenth that is quickest, mean. */
const three = (stage: Stage) =>
  [figures.frame_ms, figures.stages_ms_p10, figures.stages_ms_mean]
    .map((of) => of[stage]?.toFixed(2) ?? '–')
    .join(' / ');
printReport(
  `Faces: from a JPEG to a decision (${figures.engine}, ${figures.embedder})`,
  [
    ['ms: median / p10 / mean', '', sample],
    ...STAGES.map((stage) => [stage, three(stage), ''] as const),
    ['frames a second of one core, median', `${figures.fps_per_core}`, 'liveness included'],
    ['… by the quickest tenth', `${figures.fps_per_core_p10}`, ''],
    ['… by processor time', `${figures.fps_per_core_cpu}`, 'of all threads'],
    ...Object.entries(figures.engines).map(([name, stages]) => {
      const total = stages ? `${stages.total} ms` : 'not installed';
      return [`engine ${name}`, total, 'a whole frame, by turns with the others'] as const;
    }),
    ['frames a second, all threads', `${figures.fps_all_cores}`, `${figures.threads} threads`],
    ['… processor time of a frame', `${figures.service_cpu_ms} ms`, 'of the whole process'],
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
