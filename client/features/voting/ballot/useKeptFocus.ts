import { useEffect, useRef } from 'react';

/**
 * A row that moves in a list takes its buttons along, and the browser lets the focus fall: puts it back on the button
 * that was pressed, or on another of the row where that one is no use any more.
 * @param change something that is new after each move
 */
export function useKeptFocus(change: unknown) {
  const place = useRef<HTMLDivElement>(null);
  const wanted = useRef<{ option: number; label: string } | null>(null);
  useEffect(() => {
    const want = wanted.current;
    wanted.current = null;
    if (want === null) return;
    const row = place.current?.querySelector(`[data-option="${want.option}"]`);
    const buttons = [...(row?.querySelectorAll('button') ?? [])].filter((one) => !one.disabled);
    (buttons.find((one) => one.getAttribute('aria-label') === want.label) ?? buttons[0])?.focus();
  }, [change]);
  return {
    place,
    keepFocus(option: number, label: string) {
      wanted.current = { option, label };
    },
  };
}
