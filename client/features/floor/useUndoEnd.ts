import { useEffect, useState } from 'react';
import type { FloorEntry } from '../../../models/contracts/floor.ts';

/** Long enough to see that it was the wrong button. */
const offeredMs = 30_000;

/** The speech that was just ended from here, for a moment, so that its speaker can be let go on. */
export function useUndoEnd() {
  const [ended, setEnded] = useState<FloorEntry | null>(null);
  useEffect(() => {
    if (ended === null) return;
    const timer = setTimeout(() => setEnded(null), offeredMs);
    return () => clearTimeout(timer);
  }, [ended]);
  return { ended, setEnded };
}
