import {
  type FaceHint,
  type FaceStatus,
  checkFrame,
  enrolFace,
} from '../../../../models/contracts/face.ts';
import type { Connection } from '../../../realtime/connection.ts';
import { createShutter, pause } from '../camera/frames.ts';

/** Poses that make a template hold in other light and at another angle; the turns are slight. */
export const poses = ['straight', 'left', 'right', 'up', 'straight'] as const;

export interface CaptureProgress {
  /** Good frames so far. */
  taken: number;
  hints: readonly FaceHint[];
}

interface CaptureSettings {
  connection: Connection;
  video: () => HTMLVideoElement | null;
  onProgress: (progress: CaptureProgress) => void;
  /** True when the person has closed the dialog. */
  isCancelled: () => boolean;
}

const betweenChecksMs = 300;
/** Time to follow the next instruction before the next good frame counts. */
const betweenPosesMs = 1_200;

/**
 * Takes one good frame for each pose, with the server's hints in between, and enrols them.
 * @returns null when the person closed the dialog
 * @throws Refusal of the server
 */
export async function captureFace(settings: CaptureSettings): Promise<FaceStatus | null> {
  const { connection, onProgress, isCancelled } = settings;
  const frames: Uint8Array<ArrayBuffer>[] = [];
  const shutter = createShutter();
  while (frames.length < poses.length) {
    if (isCancelled()) return null;
    const frame = await shutter(settings.video())?.jpeg();
    if (frame) {
      const { good, hints } = await connection.request(checkFrame, { frame });
      if (good) frames.push(frame);
      onProgress({ taken: frames.length, hints });
      await pause(good ? betweenPosesMs : betweenChecksMs);
    } else await pause(betweenChecksMs);
  }
  return isCancelled() ? null : connection.request(enrolFace, { frames });
}
