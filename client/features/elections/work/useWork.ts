import { useCallback, useEffect, useRef, useState } from 'react';
import type { InputOf, JobName, OutputOf } from './jobs.ts';
import { type WorkOptions, startWork } from './start-work.ts';

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
  /** The same with work of several jobs. */
  through<T>(steps: (options: WorkOptions) => Promise<T>): Promise<T>;
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
  const through = useCallback(
    <T>(steps: (options: WorkOptions) => Promise<T>): Promise<T> => {
      cancel();
      const controller = new AbortController();
      current.current = controller;
      const onProgress = (done: number, total: number) => {
        if (current.current === controller) setProgress({ done, total });
      };
      return steps({ onProgress, signal: controller.signal }).finally(() => {
        if (current.current === controller) cancel();
      });
    },
    [cancel],
  );
  const work = useCallback(
    <Name extends JobName>(job: Name, input: InputOf<Name>): Promise<OutputOf<Name>> =>
      through((options) => startWork(job, input, options)),
    [through],
  );
  return { progress, work, through };
}
