import { useCallback, useEffect, useRef, useState } from 'react';
import type { InputOf, JobName, OutputOf } from './jobs.ts';
import { startWork } from './start-work.ts';

export interface Progress {
  done: number;
  total: number;
}

/** Long work beside the page, for one component; it ends with the component. */
export interface Work {
  /** Of what is going on now; null when nothing is, or nothing has been told yet. */
  progress: Progress | null;
  /** Begins a job; one that is going on is given up. @throws AppError, see `startWork`; an AbortError when it was given up */
  work<Name extends JobName>(job: Name, input: InputOf<Name>): Promise<OutputOf<Name>>;
  cancel(): void;
}

export function useWork(): Work {
  const [progress, setProgress] = useState<Progress | null>(null);
  const current = useRef<AbortController | null>(null);
  const cancel = useCallback(() => {
    current.current?.abort();
    current.current = null;
    setProgress(null);
  }, []);
  useEffect(() => () => current.current?.abort(), []);
  const work = useCallback(
    <Name extends JobName>(job: Name, input: InputOf<Name>): Promise<OutputOf<Name>> => {
      cancel();
      const controller = new AbortController();
      current.current = controller;
      const onProgress = (done: number, total: number) => {
        if (current.current === controller) setProgress({ done, total });
      };
      return startWork(job, input, { onProgress, signal: controller.signal }).finally(() => {
        if (current.current === controller) cancel();
      });
    },
    [cancel],
  );
  return { progress, work, cancel };
}
