import { type Checking, checkInWorkers } from '../work/check-in-workers.ts';
import type { Verified } from '../work/jobs/verify-record.ts';
import { startWork } from '../work/start-work.ts';

/** How far a verification is: reading, then ballot after ballot, then sums and result. */
export type Stage =
  { step: 'reading' } | { step: 'ballots'; done: number; total: number } | { step: 'result' };

interface Verifying extends Omit<Checking, 'onProgress'> {
  onStage(stage: Stage): void;
}

/**
 * Verifies a `.bel` beside the page, its ballots in several workers.
 * @throws AppError when a worker failed, the signal's reason when it was given up
 */
export async function verifyInWorkers(
  bytes: Uint8Array,
  { onStage, ...checking }: Verifying,
): Promise<Verified> {
  const { signal, start = startWork } = checking;
  onStage({ step: 'reading' });
  const onProgress = (done: number, total: number) => onStage({ step: 'ballots', done, total });
  const faults = await checkInWorkers(bytes, { ...checking, onProgress });
  onStage({ step: 'result' });
  return start('verifyRecord', { bytes, faults }, { signal });
}
