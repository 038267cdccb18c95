import { useEffect } from 'react';

/** Keeps the screen on, where the browser can; asks again when the page was hidden meanwhile. */
export function useWakeLock(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | null = null;
    const ask = async () => {
      if (document.hidden || !('wakeLock' in navigator)) return;
      // Refused on low battery, for example; then the screen follows the machine's own settings.
      lock = await navigator.wakeLock.request('screen').catch(() => null);
    };
    void ask();
    document.addEventListener('visibilitychange', ask);
    return () => {
      document.removeEventListener('visibilitychange', ask);
      void lock?.release();
    };
  }, []);
}
