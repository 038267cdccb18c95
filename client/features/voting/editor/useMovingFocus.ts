import { useEffect, useRef } from 'react';

/**
 * A line that is new or has moved keeps the focus, which the browser lets fall with it: in the same place of the line
 * where it was, else in its first field.
 * @param change something that is new after each move
 */
export function useMovingFocus(change: unknown) {
  const place = useRef<HTMLFieldSetElement>(null);
  const wanted = useRef<{ key: number; label: string | null } | null>(null);
  useEffect(() => {
    const want = wanted.current;
    wanted.current = null;
    if (want === null) return;
    const line = place.current?.querySelector(`[data-option="${want.key}"]`);
    const all = [...(line?.querySelectorAll<HTMLElement>('input, button:not(:disabled)') ?? [])];
    (all.find((one) => slotOf(one) === want.label) ?? all[0])?.focus();
  }, [change]);
  return {
    place,
    focusOn(key: number) {
      const now = document.activeElement;
      const line = now?.closest('[data-option]');
      const isSame = line?.getAttribute('data-option') === String(key);
      wanted.current = { key, label: isSame && now ? slotOf(now) : null };
    },
  };
}

/** Which control of its line it is: lines number their labels, places stay. */
function slotOf(element: Element): string {
  const line = element.closest('[data-option]');
  const all = [...(line?.querySelectorAll('input, button') ?? [])];
  return String(all.indexOf(element));
}
