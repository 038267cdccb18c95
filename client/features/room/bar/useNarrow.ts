import { useSyncExternalStore } from 'react';

const query = matchMedia('(max-width: 48rem)');

const subscribe = (listener: () => void) => {
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
};

/** Whether the window is a telephone's: then the bar holds little, and panels rise from below. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => query.matches);
