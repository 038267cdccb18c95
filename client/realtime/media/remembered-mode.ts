import { type ReceiveMode, receiveModes } from './fit.ts';

const storageKey = 'nghi-truong.receiving';

/** How much was received on this browser the last time. */
export function rememberedMode(): ReceiveMode {
  try {
    const kept = localStorage.getItem(storageKey);
    return receiveModes.find((mode) => mode === kept) ?? 'all';
  } catch {
    return 'all';
  }
}

export function rememberMode(mode: ReceiveMode): void {
  try {
    localStorage.setItem(storageKey, mode);
  } catch {
    // A browser that keeps nothing receives everything the next time.
  }
}
