import { useEffect, useState } from 'react';
import type { MediaSession } from '../../../realtime/media/media-state.ts';
import type { Placed } from './layout.ts';
import { shownOf } from './shown.ts';
import type { Scene } from './useScene.ts';

/** Tells the session what is seen and how large, so that no more than that is received. */
export function useReceived(
  session: MediaSession,
  placed: readonly Placed[],
  { floorPeerId, speakerPeerId }: Scene,
  afloat: { producerId: string; height: number } | null,
): void {
  const isHidden = useIsHidden();
  const producerId = afloat?.producerId ?? null;
  const height = afloat?.height ?? 0;
  useEffect(() => {
    const small = producerId === null ? null : { producerId, height };
    const scale = devicePixelRatio;
    session.show(shownOf({ placed, scale, isHidden, floorPeerId, speakerPeerId, afloat: small }));
  }, [session, placed, isHidden, floorPeerId, speakerPeerId, producerId, height]);
}

function useIsHidden(): boolean {
  const [isHidden, set] = useState(document.hidden);
  useEffect(() => {
    const look = () => set(document.hidden);
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
  return isHidden;
}
