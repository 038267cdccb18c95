import { type RefObject, useEffect, useRef, useState } from 'react';
import { useConnection } from '../../../realtime/provider.tsx';
import { createFaceFinder } from '../camera/face-finder.ts';
import type { CameraState } from '../camera/useCamera.ts';
import { type Capture, type CaptureSettings, type CaptureState, createCapture } from './capture.ts';

const atFirst: CaptureState = {
  step: 'looking',
  taken: 0,
  pose: 'straight',
  hints: [],
  isRepeating: false,
  problem: null,
};

/** Runs one capture while the dialog stands. */
export function useCapture(
  video: RefObject<HTMLVideoElement | null>,
  camera: CameraState,
  send: CaptureSettings['send'],
): CaptureState & Pick<Capture, 'skipPose' | 'again'> {
  const connection = useConnection();
  const [state, setState] = useState(atFirst);
  const latest = useRef({ camera, send });
  const capture = useRef<Capture | null>(null);
  useEffect(() => {
    latest.current = { camera, send };
  });
  useEffect(() => {
    const finder = createFaceFinder();
    const mine = createCapture({
      finder,
      connection,
      video: () => (latest.current.camera === 'on' ? video.current : null),
      send: (frames, requestId) => latest.current.send(frames, requestId),
      onChange: setState,
    });
    capture.current = mine;
    void mine.run();
    return () => {
      mine.stop();
      finder.close();
    };
  }, [connection, video]);
  return {
    ...state,
    skipPose: () => capture.current?.skipPose(),
    again: () => capture.current?.again(),
  };
}
