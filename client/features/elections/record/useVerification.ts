import { useEffect, useRef, useState } from 'react';
import type { Verified } from '../work/jobs/verify-record.ts';
import { isGivenUp } from '../work/start-work.ts';
import { type Stage, verifyInWorkers } from './verify-in-workers.ts';

/** What is known of a record: how far its verification is, or how it ended. */
export type Verification =
  | { state: 'verifying'; stage: Stage }
  | { state: 'cancelled' }
  | { state: 'failed'; error: unknown }
  | { state: 'done'; verified: Verified };

/** Verifies a record as soon as it is there, and again when asked; ends with the component. */
export function useVerification(bytes: Uint8Array) {
  const [verification, setVerification] = useState<Verification>({
    state: 'verifying',
    stage: { step: 'reading' },
  });
  const [run, setRun] = useState(0);
  const controller = useRef<AbortController | null>(null);
  useEffect(() => {
    const own = new AbortController();
    controller.current = own;
    const show = (next: Verification) => {
      if (!own.signal.aborted) setVerification(next);
    };
    verifyInWorkers(bytes, {
      onStage: (stage) => show({ state: 'verifying', stage }),
      signal: own.signal,
    }).then(
      (verified) => show({ state: 'done', verified }),
      (error: unknown) => {
        own.abort();
        if (controller.current === own && !isGivenUp(error))
          setVerification({ state: 'failed', error });
      },
    );
    return () => own.abort();
  }, [bytes, run]);
  const cancel = () => {
    controller.current?.abort();
    setVerification({ state: 'cancelled' });
  };
  const again = () => {
    setVerification({ state: 'verifying', stage: { step: 'reading' } });
    setRun((count) => count + 1);
  };
  return { verification, cancel, again };
}
