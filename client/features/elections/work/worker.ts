import { AppError } from '../../../../models/errors.ts';
import type { OnProgress } from './job.ts';
import { jobs } from './jobs.ts';
import type { Order, Told } from './protocol.ts';

/** The page draws no more often than this, in milliseconds. */
const tellEvery = 40;

const tell = (told: Told) => self.postMessage(told, {});

function createProgress(): OnProgress {
  let toldAt = -Infinity;
  return (done, total) => {
    const now = performance.now();
    if (done < total && now - toldAt < tellEvery) return;
    toldAt = now;
    tell({ kind: 'progress', done, total });
  };
}

self.addEventListener('message', ({ data }: MessageEvent<Order>) => void work(data));

async function work({ job, input }: Order): Promise<void> {
  // The page's side lets through only what belongs together.
  const perform: (input: never, onProgress: OnProgress) => unknown = jobs[job];
  try {
    tell({ kind: 'done', output: await perform(input as never, createProgress()) });
  } catch (error) {
    const { code, details } = error instanceof AppError ? error : new AppError('internal');
    tell({ kind: 'failed', code, details, message: String(error) });
  }
}
