import { AppError } from '../../../../models/errors.ts';
import type { OnProgress } from './job.ts';
import type { InputOf, JobName, OutputOf } from './jobs.ts';
import type { Order, Told } from './protocol.ts';

export interface WorkOptions {
  onProgress?: OnProgress | undefined;
  /** Ends the work at once, whatever it is doing; its promise rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
}

/**
 * Has a job done in a worker of its own, which ends with it: what it knew of secrets goes with it.
 * @throws AppError with the code of the job, `internal` when it or the worker fails, `unavailable` in browsers without workers
 */
export function startWork<Name extends JobName>(
  job: Name,
  input: InputOf<Name>,
  { onProgress, signal }: WorkOptions = {},
): Promise<OutputOf<Name>> {
  if (typeof Worker === 'undefined') return Promise.reject(new AppError('unavailable'));
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  return new Promise<OutputOf<Name>>((resolve, reject) => {
    const give = () => reject(signal?.reason);
    if (signal?.aborted) return give();
    signal?.addEventListener('abort', give, { once: true });
    worker.addEventListener('error', () => reject(new AppError('internal')));
    worker.addEventListener('message', ({ data }: MessageEvent<Told>) => {
      if (data.kind === 'progress') return onProgress?.(data.done, data.total);
      if (data.kind === 'failed') return reject(new AppError(data.code, data.details));
      // The worker ran the job of this name.
      return resolve(data.output as OutputOf<Name>);
    });
    const order: Order = { job, input };
    return worker.postMessage(order, {});
  }).finally(() => worker.terminate());
}

/** Whether work was ended by its signal. */
export const isGivenUp = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'AbortError';
