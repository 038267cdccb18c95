import { parentPort, workerData } from 'node:worker_threads';
import { openElection } from '../../models/belenios/ballot.ts';
import { faultsOf, powersFor } from '../../models/belenios/archive/ballots.ts';
import { openssl } from '../../server/platform/power.ts';
import type { Assignment, Checked } from './ballot-pool.ts';

/** Takes one part of the ballots after the other, as the counter that all workers share gives them. */
const { election, ballots, next, size, each }: Assignment = workerData;
const context = openElection(election, { ...openssl, uses: powersFor(each) });
const taken = new Int32Array(next);
const checked: Checked = [];
for (;;) {
  const start = Atomics.add(taken, 0, 1) * size;
  if (start >= ballots.length) break;
  const faults = faultsOf(context, ballots.slice(start, start + size));
  for (const [index, fault] of faults.entries()) if (fault) checked.push([start + index, fault]);
}
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, no window
parentPort?.postMessage(checked);
