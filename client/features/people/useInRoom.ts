import { useMemo, useSyncExternalStore } from 'react';
import { useCurrentSession } from '../../realtime/media/current.tsx';
import { useMe } from '../../realtime/session.tsx';
import type { InRoom } from './people.ts';

/** What the media room around knows of everybody; null outside of one. */
export function useInRoom(): InRoom | null {
  const session = useCurrentSession();
  const { personId, fullName } = useMe();
  const state = useSnapshot(session);
  const local = useSnapshot(session?.local ?? null);
  const isOn = local?.on.microphone ?? false;
  const hasCamera = local?.on.camera ?? false;
  const { peers, qualities, quality, locked, peerId } = state ?? {};
  return useMemo(() => {
    if (peers === undefined || qualities === undefined || peerId === null) return null;
    const microphone = locked ? 'locked' : isOn ? 'on' : 'off';
    const presence = { microphone, hasCamera, line: quality ?? null } as const;
    return { peers, qualities, own: { personId, fullName, presence } };
  }, [peers, qualities, quality, locked, peerId, isOn, hasCamera, personId, fullName]);
}

const silent = () => () => undefined;

/** The state of something that may be missing. */
function useSnapshot<T>(
  store: { getSnapshot(): T; subscribe(listener: () => void): () => void } | null,
): T | null {
  return useSyncExternalStore(store?.subscribe ?? silent, () => store?.getSnapshot() ?? null);
}
