import { useState } from 'react';

const prefix = 'nghi-truong.room.';

/** One of a few values that this browser keeps from one meeting to the next. */
export function useRemembered<T extends string>(
  name: string,
  values: readonly T[],
  initial: T,
): [T, (value: T) => void] {
  const [value, set] = useState(() => read(name, values) ?? initial);
  const remember = (next: T) => {
    set(next);
    try {
      localStorage.setItem(prefix + name, next);
    } catch {
      // A browser that keeps nothing still follows the choice until the page is closed.
    }
  };
  return [value, remember];
}

function read<T extends string>(name: string, values: readonly T[]): T | undefined {
  try {
    const kept = localStorage.getItem(prefix + name);
    return values.find((value) => value === kept);
  } catch {
    return undefined;
  }
}
