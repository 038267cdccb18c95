import { type RefObject, useEffect, useState } from 'react';
import type { PresenceOccasion } from '../../../../models/contracts/presence.ts';
import type { Id } from '../../../../models/ids.ts';
import { useConnection } from '../../../realtime/provider.tsx';
import { createFaceFinder } from '../camera/face-finder.ts';
import { type Checking, checkFace } from './checking.ts';

const looking: Checking = { kind: 'looking', hint: null };

interface CheckingOptions {
  meetingId: Id;
  occasion: PresenceOccasion;
  video: RefObject<HTMLVideoElement | null>;
  /** Whether the camera gives pictures. */
  isOn: boolean;
}

/** Looks at the face once the camera is on; `again` looks anew after a refusal. */
export function useChecking({ meetingId, occasion, video, isOn }: CheckingOptions) {
  const connection = useConnection();
  const [state, setState] = useState<Checking>(looking);
  const [problem, setProblem] = useState<unknown>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (!isOn) return undefined;
    let isCancelled = false;
    const finder = createFaceFinder();
    checkFace({
      connection,
      finder,
      meetingId,
      occasion,
      video: () => video.current,
      onState: (next) => !isCancelled && setState(next),
      isCancelled: () => isCancelled,
    })
      .catch((error: unknown) => !isCancelled && setProblem(error))
      .finally(() => finder.close());
    return () => {
      isCancelled = true;
      finder.close();
    };
  }, [connection, meetingId, occasion, video, isOn, attempt]);
  const again = () => {
    setProblem(null);
    setState(looking);
    setAttempt((count) => count + 1);
  };
  return { state, problem, again };
}
