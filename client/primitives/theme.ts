import { useLayoutEffect, useSyncExternalStore } from 'react';

/** `auto`: what suits the page (papers light, the meeting room dark); `system`: as the machine is set. */
export const themeChoices = ['auto', 'light', 'dark', 'system'] as const;
export type ThemeChoice = (typeof themeChoices)[number];
export type Theme = 'light' | 'dark';

const storageKey = 'nghi-truong.theme';
const listeners = new Set<() => void>();
const systemQuery = () => globalThis.matchMedia?.('(prefers-color-scheme: dark)');

function readChoice(): ThemeChoice {
  try {
    const stored = localStorage.getItem(storageKey);
    return themeChoices.find((choice) => choice === stored) ?? 'auto';
  } catch {
    return 'auto';
  }
}

let choice = readChoice();
let pageTheme: Theme = 'light';

/** The theme to show: the person's choice wins over what suits the page. */
export function resolveTheme(chosen: ThemeChoice, page: Theme, systemIsDark: boolean): Theme {
  if (chosen === 'auto') return page;
  if (chosen === 'system') return systemIsDark ? 'dark' : 'light';
  return chosen;
}

function apply() {
  if (typeof document === 'undefined') return;
  const theme = resolveTheme(choice, pageTheme, systemQuery()?.matches ?? false);
  document.documentElement.dataset['theme'] = theme;
  for (const listener of listeners) listener();
}

systemQuery()?.addEventListener('change', apply);

/** Remembers the person's choice on this machine and shows it at once. */
export function chooseTheme(next: ThemeChoice) {
  choice = next;
  try {
    localStorage.setItem(storageKey, next);
  } catch {
    // A browser that keeps nothing still shows the choice until the page is closed.
  }
  apply();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** The person's choice, for the menu that offers it. */
export const useThemeChoice = (): ThemeChoice =>
  useSyncExternalStore(
    subscribe,
    () => choice,
    () => 'auto',
  );

/** Declares which theme suits the page; it holds until the page is left. */
export function usePageTheme(theme: Theme) {
  useLayoutEffect(() => {
    pageTheme = theme;
    apply();
  }, [theme]);
}
