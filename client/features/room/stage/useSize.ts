import { type RefCallback, useCallback, useState } from 'react';
import type { Area } from './rects.ts';

/** The size of an element in CSS pixels, kept as it changes. Nothing until it stands. */
export function useSize(): [RefCallback<HTMLElement>, Area] {
  const [size, setSize] = useState<Area>({ width: 0, height: 0 });
  const watch = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined;
    const read = () => {
      const { clientWidth: width, clientHeight: height } = element;
      setSize((old) => (old.width === width && old.height === height ? old : { width, height }));
    };
    const observer = new ResizeObserver(read);
    observer.observe(element);
    read();
    return () => observer.disconnect();
  }, []);
  return [watch, size];
}
