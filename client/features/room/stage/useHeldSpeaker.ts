import { useEffect, useRef, useState } from 'react';
import { useMediaFact } from '../../../realtime/media/hooks.ts';
import type { MediaSession } from '../../../realtime/media/media-state.ts';
import { type Held, holdSpeaker } from './speaker-hold.ts';

/** Who speaks, without the restlessness of every word in between; never oneself. */
export function useHeldSpeaker(session: MediaSession): string | null {
  const heard = useMediaFact(session, ({ speakerPeerId, peerId }) =>
    speakerPeerId === peerId ? null : speakerPeerId,
  );
  const [shown, setShown] = useState<string | null>(null);
  const held = useRef<Held>({ shown: null, since: 0 });
  useEffect(() => {
    const since = performance.now();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      const { held: next, again } = holdSpeaker(
        held.current,
        { peerId: heard, since },
        performance.now(),
      );
      held.current = next;
      setShown(next.shown);
      if (again !== null) timer = setTimeout(look, again);
    };
    look();
    return () => clearTimeout(timer);
  }, [heard]);
  return shown;
}
