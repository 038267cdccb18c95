import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';

/** `lost` is a camera that worked and is gone, as when its cable is pulled. */
export type CameraState = 'starting' | 'on' | 'refused' | 'missing' | 'lost';

export interface Camera {
  video: RefObject<HTMLVideoElement | null>;
  state: CameraState;
  /** Asks for the camera again, after it was refused or plugged in. */
  restart: () => void;
}

const wanted = (isLarge: boolean): MediaStreamConstraints => ({
  video: {
    width: { ideal: isLarge ? 1280 : 640 },
    height: { ideal: isLarge ? 720 : 480 },
    facingMode: 'user',
  },
});
const retryMs = 3_000;
/** A camera that hangs gives the same picture for ever. */
const stalledMs = 8_000;

/**
 * Runs the camera into a video element while the component stands; finds it again when it comes back.
 * @param given the track of a camera that is on already: some machines give a second one only by taking away the first
 * @param isLarge for a camera before which people stand farther off
 */
export function useCamera(given: MediaStreamTrack | null = null, isLarge = false): Camera {
  const video = useRef<HTMLVideoElement | null>(null);
  const [state, setState] = useState<CameraState>('starting');
  const [attempt, setAttempt] = useState(0);
  const restart = useCallback(() => setAttempt((count) => count + 1), []);

  useEffect(() => {
    let stream: MediaStream | null = null;
    let isGone = false;
    const start = async () => {
      try {
        stream = given
          ? new MediaStream([given.clone()])
          : await navigator.mediaDevices.getUserMedia(wanted(isLarge));
        if (isGone) return stopStream(stream);
        stream.getVideoTracks()[0]?.addEventListener('ended', () => setState('lost'));
        await show(video.current, stream);
        setState('on');
      } catch (error) {
        if (!isGone) setState(stateAfter(error));
      }
    };
    void start();
    return () => {
      isGone = true;
      if (stream) stopStream(stream);
    };
  }, [attempt, given, isLarge]);

  useEffect(() => {
    if (state !== 'lost' && state !== 'missing') return;
    // The last picture would stand there as if somebody still did.
    if (video.current) video.current.srcObject = null;
    const timer = setTimeout(restart, retryMs);
    navigator.mediaDevices?.addEventListener('devicechange', restart);
    return () => {
      clearTimeout(timer);
      navigator.mediaDevices?.removeEventListener('devicechange', restart);
    };
  }, [state, attempt, restart]);

  useEffect(() => {
    if (state !== 'on') return;
    let seen = { time: -1, at: Date.now() };
    const timer = setInterval(() => {
      const time = video.current?.currentTime ?? -1;
      // A page out of sight plays nothing, and nobody stands before it.
      if (time !== seen.time || document.hidden) seen = { time, at: Date.now() };
      else if (Date.now() - seen.at > stalledMs) setState('lost');
    }, stalledMs / 4);
    return () => clearInterval(timer);
  }, [state]);

  return { video, state, restart };
}

async function show(element: HTMLVideoElement | null, stream: MediaStream) {
  if (element === null) return;
  element.srcObject = stream;
  await element.play();
}

const stopStream = (stream: MediaStream) => {
  for (const track of stream.getTracks()) track.stop();
};

/** Also without `mediaDevices`, which browsers hide from pages that are not secure. */
function stateAfter(error: unknown): CameraState {
  const name = error instanceof Error ? error.name : '';
  return name === 'NotAllowedError' || name === 'SecurityError' ? 'refused' : 'missing';
}
