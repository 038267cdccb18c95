/** Changes whenever a ballot was recorded here; holds nothing about it. */
const storageKey = 'nghi-truong.ballot-recorded';

/** Tells the other tabs of this browser that a ballot was recorded. */
export function tellOtherTabs(): void {
  try {
    localStorage.setItem(storageKey, String(Date.now()));
  } catch {
    // Without storage the other tabs find out when they come to the front, or when they try.
  }
}

/** Calls back when another tab of this browser recorded a ballot; returns what ends that. */
export function hearOtherTabs(heard: () => void): () => void {
  const listener = ({ key }: StorageEvent) => {
    if (key === storageKey) heard();
  };
  globalThis.addEventListener('storage', listener);
  return () => globalThis.removeEventListener('storage', listener);
}
