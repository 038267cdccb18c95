import {
  type Challenge,
  type TurnFrames,
  mostTurnBytes,
  mostTurnFrames,
} from '../../../../models/contracts/challenge.ts';
import { mostFrameBytes } from '../../../../models/contracts/face.ts';
import { AppError } from '../../../../models/errors.ts';
import type { Sight } from '../camera/face-finder.ts';

/** The pictures of one turn of the head, from the challenge on. */
export interface Turning {
  add(sight: Sight): void;
  /** True once the head is turned as asked, or the time is over. */
  isDone(now: number): boolean;
  isPromptDue(now: number): boolean;
  isEmpty(): boolean;
  /**
   * The few that show it best: straight before, then the way over; fewer where they are large.
   * @throws AppError `face_image_too_large` when none of the camera's pictures may be sent
   */
  frames(): TurnFrames;
}

const straightFrames = 4;
/** Somewhat more than the server demands, see its rules. */
const turned = 0.5;
const turnedFrames = 2;
/** When so long nobody is seen, there is nothing to wait for. */
const goneMs = 1_500;

/** @param receivedAt when the challenge arrived, in milliseconds of `performance.now()` */
export function followTurn(challenge: Challenge, receivedAt: number): Turning {
  const { promptAfter, window, direction } = challenge;
  const seen: { at: number; frame: Uint8Array<ArrayBuffer> }[] = [];
  let reached = 0;
  let lastAt = receivedAt;
  const isPromptDue = (now: number) => now - receivedAt >= promptAfter;
  return {
    add({ takenAt, jpeg, faces: [face] }) {
      const at = Math.round(takenAt - receivedAt);
      if (jpeg === null || at < 0) return;
      lastAt = takenAt;
      seen.push({ at, frame: jpeg });
      if (face === undefined || !isPromptDue(takenAt)) return;
      // The camera is no mirror: to the own left of a person is to the right in its picture.
      const toTheSide = direction === 'left' ? face.pose.yaw : -face.pose.yaw;
      reached = toTheSide >= turned ? reached + 1 : 0;
    },
    isDone: (now) =>
      reached >= turnedFrames ||
      now - receivedAt >= promptAfter + window ||
      now - lastAt >= goneMs + (isPromptDue(now) ? 0 : promptAfter),
    isPromptDue,
    isEmpty: () => seen.length === 0,
    frames() {
      const small = seen.filter(({ frame }) => frame.byteLength <= mostFrameBytes);
      if (small.length === 0 && seen.length > 0) throw new AppError('face_image_too_large');
      return fitting([
        ...small.filter(({ at }) => at < promptAfter).slice(-straightFrames),
        ...thinned(
          small.filter(({ at }) => at >= promptAfter),
          mostTurnFrames - straightFrames,
        ),
      ]);
    },
  };
}

/** Every second one is left out until they fit into one message, as five always do. */
function fitting(frames: TurnFrames): TurnFrames {
  const bytes = frames.reduce((sum, { frame }) => sum + frame.byteLength, 0);
  return bytes <= mostTurnBytes ? frames : fitting(thinned(frames, Math.ceil(frames.length / 2)));
}

/** At most so many, evenly, with the first and the last. */
function thinned<T>(all: readonly T[], most: number): T[] {
  if (all.length <= most) return [...all];
  const step = (all.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, index) => all[Math.round(index * step)]).filter(
    (one) => one !== undefined,
  );
}
