import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Id } from '../../../models/ids.ts';
import { useConnection } from '../provider.tsx';
import type { LocalMedia, LocalMediaState } from './local-media.ts';
import type { MediaSession, MediaState } from './media-state.ts';
import { type MediaSessionOptions, createMediaSession } from './session.ts';
import type { Store } from './store.ts';

/** A session that joins when the component appears and leaves when it goes. */
export function useMediaSession(
  meetingId: Id,
  local: LocalMedia,
  { asDevice = false }: MediaSessionOptions = {},
): MediaSession {
  const connection = useConnection();
  const session = useMemo(
    () => createMediaSession(connection, meetingId, local, { asDevice }),
    [connection, meetingId, local, asDevice],
  );
  useEffect(() => {
    // A tab that is closed says so; a line that breaks says nothing, and its person is kept a place for.
    const onHide = () => session.leave();
    const onShow = () => session.start();
    session.start();
    addEventListener('pagehide', onHide);
    addEventListener('pageshow', onShow);
    return () => {
      removeEventListener('pagehide', onHide);
      removeEventListener('pageshow', onShow);
      session.leave();
    };
  }, [session]);
  return session;
}

/** Reads one fact of what changes; draws again only when that fact differs. */
function useFact<T, F>(store: Pick<Store<T>, 'getSnapshot' | 'subscribe'>, read: (value: T) => F) {
  return useSyncExternalStore(store.subscribe, () => read(store.getSnapshot()));
}

/** A fact of the session, such as `({ phase }) => phase`; it must not be made anew at each reading. */
export const useMediaFact = <F>(session: MediaSession, read: (state: MediaState) => F): F =>
  useFact(session, read);

/** A fact of one's own microphone, camera and screen. */
export const useLocalFact = <F>(local: LocalMedia, read: (state: LocalMediaState) => F): F =>
  useFact(local, read);

/** How loud a peer is in dBov, undefined when silent. */
export const useLevel = (session: MediaSession, peerId: string): number | undefined =>
  useFact(session.levels, ({ levels }) => levels.get(peerId));

/**
 * Plays a track in the element that gets the returned reference.
 * @param speaker id of the loudspeaker, where the browser lets one choose
 */
export function usePlayed(track: MediaStreamTrack | null, speaker: string | null = null) {
  return useCallback(
    (element: HTMLMediaElement | null) => {
      if (!element) return;
      element.srcObject = track ? new MediaStream([track]) : null;
      // A page may have to be touched once before it may play sound; the element then shows its controls.
      if (track) element.play().catch(() => undefined);
      if (speaker !== null && 'setSinkId' in element)
        element.setSinkId(speaker).catch(() => undefined);
      return () => {
        element.srcObject = null;
      };
    },
    [track, speaker],
  );
}
