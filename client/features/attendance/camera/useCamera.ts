import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';

/** `lost` is a camera that worked and is gone, as when its cable is pulled. */
export type CameraState = 'starting' | 'on' | 'refused' | 'missing' | 'lost';

export interface Camera {
  video: RefObject<HTMLVideoElement | null>;
  state: CameraState;
  /** Asks for the camera again, after it was refused or plugged in. */
  restart: () => void;
}

const wanted: MediaStreamConstraints = {
  video: { width: { ideal: 640 }, height: { ideal: 480 }, facingMode: 'user' },
};
const retryMs = 3_000;

/** Runs the camera into a video element while the component stands; finds it again when it comes back. */
export function useCamera(): Camera {
  const video = useRef<HTMLVideoElement | null>(null);
  const [state, setState] = useState<CameraState>('starting');
  const [attempt, setAttempt] = useState(0);
  const restart = useCallback(() => setAttempt((count) => count + 1), []);

  useEffect(() => {
    let stream: MediaStream | null = null;
    let isGone = false;
    const start = async () => {
      try {
        stream = await navigator.mediaDevices.getUserMedia(wanted);
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
  }, [attempt]);

  useEffect(() => {
    if (state !== 'lost' && state !== 'missing') return;
    const timer = setTimeout(restart, retryMs);
    return () => clearTimeout(timer);
  }, [state, attempt, restart]);

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
