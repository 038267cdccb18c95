import { useCallback, useRef, useState } from 'react';

/** An action of the person; a promise keeps its control busy until it settles. */
export type Action = () => unknown;

/**
 * Runs an action so that a second press during the first does nothing. A rejection is passed on to the
 * caller of `run`; pressed controls leave it to the page's handler of unhandled rejections.
 */
export function usePending(action: Action | undefined): {
  pending: boolean;
  run: () => Promise<void>;
} {
  const [pending, setPending] = useState(false);
  const busy = useRef(false);
  const run = useCallback(async () => {
    if (busy.current || !action) return;
    const result = action();
    if (!(result instanceof Promise)) return;
    busy.current = true;
    setPending(true);
    try {
      await result;
    } finally {
      busy.current = false;
      setPending(false);
    }
  }, [action]);
  return { pending, run };
}
