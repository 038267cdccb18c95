import { type Checking, checkInWorkers } from '../work/check-in-workers.ts';
import type { InputOf, OutputOf } from '../work/jobs.ts';
import { startWork } from '../work/start-work.ts';

/**
 * Checks and adds up all ballots of the record, these in several workers, then decrypts the trustee's share of the sum. One
 * worker gets the secret, and only once the ballots have been checked.
 * @throws AppError when a worker failed, the signal's reason when it was given up
 */
export async function decryptInWorkers(
  asked: Omit<InputOf<'decrypt'>, 'faults'>,
  checking: Checking,
): Promise<OutputOf<'decrypt'>> {
  const { signal, start = startWork } = checking;
  const faults = await checkInWorkers(asked.task.archive, checking);
  return start('decrypt', { ...asked, faults }, { signal });
}
