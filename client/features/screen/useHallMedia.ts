import { useEffect, useState } from 'react';
import type { Id } from '../../../models/ids.ts';
import { useMediaSession } from '../../realtime/media/hooks.ts';
import { type LocalMedia, createLocalMedia } from '../../realtime/media/local-media.ts';
import type { MediaSession } from '../../realtime/media/media-state.ts';

/** Camera and microphone of this device, let go of when it leaves the page. */
export function useDeviceMedia(): LocalMedia {
  const [local] = useState(createLocalMedia);
  useEffect(() => () => local.close(), [local]);
  return local;
}

/** A screen takes part in the media of its meeting as one who only looks. */
export function useWatching(meetingId: Id): MediaSession {
  return useMediaSession(meetingId, useDeviceMedia(), { asDevice: true });
}

/** Receives one picture, as large as the screen, and nothing else. */
export function useOnlyPicture(session: MediaSession, producerId: string | null): void {
  useEffect(() => {
    const height = innerHeight * devicePixelRatio;
    session.show(new Map(producerId === null ? [] : [[producerId, { height, priority: 255 }]]));
  }, [session, producerId]);
}
