import { startWork } from '../work/start-work.ts';

/** Has the browser fetch and keep what verifies records, so that it does so without the server later. */
export async function fetchWorker(): Promise<void> {
  // With nothing in it there is nothing to do.
  await startWork('readBallots', new Uint8Array()).catch(() => null);
}
