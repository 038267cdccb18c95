import { decide } from '../../../../server/attendance/face/decision.ts';
import { chooseEmbedder } from '../../../../server/attendance/face/embedder.ts';
import { type FaceEngine, startEngine } from '../../../../server/attendance/face/engine.ts';
import { buildGallery, type Gallery } from '../../../../server/attendance/face/matcher.ts';
import {
  createPipeline,
  type Pipeline,
  type Timings,
} from '../../../../server/attendance/face/pipeline.ts';
import {
  embedderId,
  type EngineName,
  engineNames,
  type Thresholds,
} from '../../../../server/attendance/face/types.ts';
import { normalise } from '../../../../server/attendance/face/vectors.ts';

/** A usual meeting. */
const DELEGATES = 300;

/**
 * `other` is what none of the stages took; `cpu` is processor time of the whole frame, which other work on the machine
 * changes little.
 */
export type Stage = keyof Timings | 'match' | 'other' | 'total' | 'cpu';
export type Stages = Partial<Record<Stage, number>>;

export interface Runner {
  name: EngineName;
  thresholds: Thresholds;
  dimensions: number;
  /** One frame from the bytes of a JPEG to the decision; ms by stage. */
  frame(jpeg: Uint8Array): Promise<Stages>;
  close(): Promise<void>;
}

/** An engine with its best embedder; null where it does not start here. */
async function startRunner(modelsDir: string, name: EngineName): Promise<Runner | null> {
  const started = await startEngine(modelsDir, name).catch(() => null);
  return started && createRunner(started.engine);
}

function createRunner(engine: FaceEngine): Runner {
  const embedder = chooseEmbedder(engine);
  const pipeline = createPipeline(engine, embedder);
  const { thresholds, dimensions } = embedder;
  const gallery = randomGallery(embedderId(embedder), DELEGATES, dimensions);
  return {
    name: engine.name,
    thresholds,
    dimensions,
    frame: (jpeg) => runFrame(pipeline, gallery, thresholds, jpeg),
    close: () => engine.close(),
  };
}

async function runFrame(
  pipeline: Pipeline,
  gallery: Gallery,
  thresholds: Thresholds,
  jpeg: Uint8Array,
): Promise<Stages> {
  const stages: Timings = {};
  const [start, used] = [performance.now(), process.cpuUsage()];
  const { embedding, hints } = await pipeline.analyse(jpeg, 'check-in', stages);
  if (!embedding) throw new Error(`the picture was refused: ${hints.join()}`);
  const matching = performance.now();
  decide([embedding], gallery, thresholds);
  const end = performance.now();
  const { user, system } = process.cpuUsage(used);
  const staged = Object.values(stages).reduce((sum, ms) => sum + ms, 0);
  return {
    ...stages,
    match: end - matching,
    other: matching - start - staged,
    total: end - start,
    cpu: (user + system) / 1000,
  };
}

/** Strangers to everyone, since nobody's face may lie about in a benchmark. */
export function randomGallery(embedder: string, count: number, dimensions: number): Gallery {
  return buildGallery(
    embedder,
    Array.from({ length: count }, (_, i) => ({
      personId: `${i}`,
      template: { embedder, vector: randomVector(dimensions) },
    })),
  );
}

const aboutZero = () => Math.random() + Math.random() + Math.random() - 1.5;

export function randomVector(dimensions: number): Float32Array {
  return normalise(Float32Array.from({ length: dimensions }, aboutZero));
}

export async function startRunners(modelsDir: string): Promise<Map<EngineName, Runner | null>> {
  const runners = new Map<EngineName, Runner | null>();
  for (const name of engineNames) runners.set(name, await startRunner(modelsDir, name));
  return runners;
}
