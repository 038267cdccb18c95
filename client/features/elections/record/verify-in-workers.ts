import type { Fault } from '../../../../models/belenios/archive/ballots.ts';
import type { Verified } from '../work/jobs/verify-record.ts';
import { startWork } from '../work/start-work.ts';

/** How far a verification is: reading, then ballot after ballot, then sums and result. */
export type Stage =
  { step: 'reading' } | { step: 'ballots'; done: number; total: number } | { step: 'result' };

interface Verifying {
  onStage(stage: Stage): void;
  signal: AbortSignal;
  /** Workers at the same time. */
  workers: number;
  start?: typeof startWork;
}

/** Fewer ballots than this are not worth a worker of their own. */
const worthAWorker = 16;

/** Equal parts, one after the other. */
export function partsOf<Item>(items: readonly Item[], most: number): Item[][] {
  const count = Math.max(1, Math.min(most, Math.ceil(items.length / worthAWorker)));
  const size = Math.ceil(items.length / count);
  return Array.from({ length: count }, (_, at) => items.slice(at * size, (at + 1) * size)).filter(
    ({ length }) => length > 0,
  );
}

/**
 * Verifies a `.bel` beside the page, its ballots in several workers.
 * @throws AppError when a worker failed, the signal's reason when it was given up
 */
export async function verifyInWorkers(
  bytes: Uint8Array,
  { onStage, signal, workers, start = startWork }: Verifying,
): Promise<Verified> {
  onStage({ step: 'reading' });
  const read = await start('readBallots', bytes, { signal });
  const parts = read === null ? [] : partsOf(read.ballots, workers);
  const total = read?.ballots.length ?? 0;
  const done = parts.map(() => 0);
  const check = async (ballots: string[], part: number): Promise<(Fault | null)[]> => {
    const onProgress = (count: number) => {
      done[part] = count;
      onStage({ step: 'ballots', done: done.reduce((sum, one) => sum + one, 0), total });
    };
    return start(
      'checkBallots',
      { election: read?.election ?? '', ballots },
      { signal, onProgress },
    );
  };
  if (total > 0) onStage({ step: 'ballots', done: 0, total });
  const faults = (await Promise.all(parts.map(check))).flat();
  onStage({ step: 'result' });
  return start('verifyRecord', { bytes, faults }, { signal });
}
