import { parentPort, workerData } from 'node:worker_threads';
import { openElection } from '../../models/belenios/ballot.ts';
import { faultOf, powersFor } from '../../models/belenios/archive/verify.ts';
import { opensslPower } from '../../server/platform/power.ts';
import type { Assignment, Checked } from './ballot-pool.ts';

/** Takes one ballot after the other, as the counter that all workers share gives them. */
const { election, ballots, next }: Assignment = workerData;
const uses = powersFor(ballots.length);
const context = openElection(election, { power: opensslPower, uses });
const taken = new Int32Array(next);
const checked: Checked = [];
for (;;) {
  const index = Atomics.add(taken, 0, 1);
  const json = ballots[index];
  if (json === undefined) break;
  const fault = faultOf(context, json);
  if (fault) checked.push([index, fault]);
}
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, no window
parentPort?.postMessage(checked);
