import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../../../models/errors.ts';
import { chooseEmbedder } from './embedder.ts';
import { startEngine } from './engine.ts';
import { createPipeline, type Pipeline } from './pipeline.ts';
import type { FromThread, ToThread } from '../../platform/thread-pool.ts';
import type { WorkerJob, WorkerReply, WorkerSetup, WorkerState } from './protocol.ts';

/** A recognition thread: loads the models once, then answers one frame after the other. */
async function main() {
  const setup: WorkerSetup = workerData;
  const { engine, skipped } = await startEngine(setup.modelsDir, setup.engine);
  const embedder = chooseEmbedder(engine);
  const pipeline = createPipeline(engine, embedder);
  parentPort?.on('message', async ({ id, job }: ToThread<WorkerJob>) => {
    send({ id, result: await answer(pipeline, job) });
  });
  const { name, version, dimensions, thresholds } = embedder;
  send({
    state: {
      engine: engine.name,
      skipped,
      embedder: { name, version, dimensions },
      thresholds,
      liveness: engine.liveness !== null,
    },
  });
}

/** Anything but a refusal is a defect: it ends the thread, which the pool replaces. */
async function answer(pipeline: Pipeline, job: WorkerJob): Promise<WorkerReply> {
  try {
    return { analysis: await pipeline.analyse(job.upload, job.purpose) };
  } catch (error) {
    if (error instanceof AppError) return { refused: error.code };
    throw error;
  }
}

function send(message: FromThread<WorkerState, WorkerReply>) {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, no window
  parentPort?.postMessage(message);
}

await main();
