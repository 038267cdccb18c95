import type { MenuList } from './MenuList.tsx';
import { errorTitle } from './problems.ts';
import { showToast } from './toasts.ts';

let loaded: typeof MenuList | null = null;

/** The list of menus if its code is here. */
export const menuListNow = () => loaded;

/**
 * Fetches the code of the list that menus open. It is a tenth of a first page, and many who open one never open a menu.
 * @returns null when it cannot be fetched
 */
export async function fetchMenuList(): Promise<typeof MenuList | null> {
  try {
    loaded ??= (await import('./MenuList.tsx')).MenuList;
  } catch {
    // Without a network it stays closed; the next press tries again.
  }
  return loaded;
}

/** Says that a menu cannot be opened for want of a network. */
export const reportNoMenu = () =>
  showToast(errorTitle('offline'), { tone: 'error', detail: 'offline' });
