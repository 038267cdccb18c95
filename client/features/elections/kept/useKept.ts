import { useCallback, useEffect, useState } from 'react';
import type { BrowserStore, Step } from './browser-store.ts';

export interface Kept<T> {
  /** `denied`: this browser keeps nothing for pages. */
  status: 'loading' | 'denied' | 'kept';
  kept: T | null;
  /** @throws where the browser keeps nothing */
  change(step: Step<T>): Promise<T | null>;
}

type Read<T> = Pick<Kept<T>, 'status' | 'kept'>;

/** What this browser keeps, the same in all its tabs. @param store the same one as long as it is for the same thing */
export function useKept<T>(store: BrowserStore<T>): Kept<T> {
  const [state, setState] = useState<Read<T>>({ status: 'loading', kept: null });
  useEffect(() => {
    let isHere = true;
    const read = async () => {
      const next = await store.recall().then(
        (kept): Read<T> => ({ status: 'kept', kept }),
        (): Read<T> => ({ status: 'denied', kept: null }),
      );
      if (isHere) setState(next);
    };
    const end = store.listen(() => void read());
    void read();
    return () => {
      isHere = false;
      end();
    };
  }, [store]);
  const change = useCallback(
    async (step: Step<T>) => {
      try {
        const kept = await store.change(step);
        setState({ status: 'kept', kept });
        return kept;
      } catch (error) {
        setState({ status: 'denied', kept: null });
        throw error;
      }
    },
    [store],
  );
  return { ...state, change };
}
