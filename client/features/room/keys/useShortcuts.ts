import { useEffect, useRef } from 'react';
import { type Command, actionOf, keptFrom } from './shortcuts.ts';

export interface KeyHandlers extends Partial<Record<Command, () => void>> {
  panel?: (at: number) => void;
}

/** Listens to the keys of the room, except where they have a meaning of their own. */
export function useShortcuts(handlers: KeyHandlers, isOn: boolean): void {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    if (!isOn) return undefined;
    const hear = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isKept(event.target)) return;
      const action = actionOf(event);
      if (action === null) return;
      const handle =
        typeof action === 'string'
          ? latest.current[action]
          : () => latest.current.panel?.(action.panel);
      if (handle === undefined) return;
      event.preventDefault();
      handle();
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, [isOn]);
}

/** Also while anything is open that asks first, wherever the focus is. */
const isKept = (target: EventTarget | null): boolean =>
  (target instanceof Element && target.closest(keptFrom) !== null) ||
  document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null;
