import { type JobName, type OutputOf, jobs } from '../work/jobs.ts';
import type { startWork } from '../work/start-work.ts';

/** Does the same jobs without a worker. */
export const here: typeof startWork = async <Name extends JobName>(
  job: Name,
  input: unknown,
  { onProgress = () => {} }: Parameters<typeof startWork>[2] = {},
) => {
  const perform: (input: never, progress: typeof onProgress) => unknown = jobs[job];
  return (await perform(input as never, onProgress)) as OutputOf<Name>;
};
