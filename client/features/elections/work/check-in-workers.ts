import type { Fault } from '../../../../models/belenios/archive/ballots.ts';
import { type WorkOptions, startWork } from './start-work.ts';

export interface Checking extends WorkOptions {
  /** Workers at the same time. */
  workers?: number;
  start?: typeof startWork;
}

/** Fewer ballots than this are not worth a worker of their own. */
const worthAWorker = 16;

/** Four are enough for any hall; more would only take memory. */
const workersHere = () => Math.min(4, navigator.hardwareConcurrency || 1);

/** Equal parts, one after the other. */
export function partsOf<Item>(items: readonly Item[], most: number): Item[][] {
  const count = Math.max(1, Math.min(most, Math.ceil(items.length / worthAWorker)));
  const size = Math.ceil(items.length / count);
  return Array.from({ length: count }, (_, at) => items.slice(at * size, (at + 1) * size)).filter(
    ({ length }) => length > 0,
  );
}

/**
 * Checks the ballots of a `.bel` beside the page, in several workers; of all else in it, nothing.
 * @param onProgress of the options: ballots that are done; not called for a record without any
 * @returns of each ballot what is wrong with it, for whoever then checks the rest; none where the record cannot be read
 * @throws AppError when a worker failed, the signal's reason when it was given up
 */
export async function checkInWorkers(
  bytes: Uint8Array,
  { onProgress, signal, workers = workersHere(), start = startWork }: Checking,
): Promise<(Fault | null)[]> {
  const { election, ballots } = (await start('readBallots', bytes, { signal })) ?? {
    election: '',
    ballots: [],
  };
  const total = ballots.length;
  if (total > 0) onProgress?.(0, total);
  const parts = partsOf(ballots, workers);
  const done = parts.map(() => 0);
  const check = (part: string[], at: number) =>
    start(
      'checkBallots',
      { election, ballots: part },
      {
        signal,
        onProgress(count) {
          done[at] = count;
          onProgress?.(
            done.reduce((sum, one) => sum + one, 0),
            total,
          );
        },
      },
    );
  return (await Promise.all(parts.map(check))).flat();
}
