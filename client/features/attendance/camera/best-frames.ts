import type { Box, Sight } from './finder-protocol.ts';

/** The pictures of the last second of one person, from which the best are sent. */
export interface BestFrames {
  add(sight: Sight): void;
  /**
   * Up to `count` good pictures, in the order in which they were taken.
   * @returns none while there are fewer than `least`
   */
  best(count: number, least: number): Sight[];
  clear(): void;
}

/** Of a machine that is slow a second holds too few. */
const keptMs = 1_500;
/** Light and blur lessen a picture and do not forbid it. */
const advice = new Set(['more_light', 'less_light', 'hold_still']);

export function createBestFrames(): BestFrames {
  let kept: Sight[] = [];
  return {
    add(sight) {
      const last = kept.at(-1);
      if (last && isSomeoneElse(last, sight)) kept = [];
      kept = [...kept, sight].filter(({ takenAt }) => takenAt > sight.takenAt - keptMs);
    },
    best(count, least) {
      const good = kept.filter(isGood);
      if (good.length < least) return [];
      return good
        .toSorted((one, other) => quality(other) - quality(one))
        .slice(0, count)
        .toSorted((one, other) => one.takenAt - other.takenAt);
    },
    clear: () => void (kept = []),
  };
}

const isGood = ({ hints, jpeg }: Sight) => jpeg !== null && hints.every((one) => advice.has(one));

/** Frontal, sharp and large; without models every picture is as good. */
export function quality({ faces: [face], hints }: Sight): number {
  if (face === undefined) return 0;
  const frontal = 1 - Math.min(1, Math.abs(face.pose.yaw));
  const sharp = Math.min(1, face.sharpness / 200);
  const large = Math.min(1, face.eyeDistance / 120);
  return face.score * (frontal + 0.5 * sharp + 0.5 * large) - 0.5 * hints.length;
}

/** A face that is nowhere near the one before belongs to the next in line. */
function isSomeoneElse({ faces: [before] }: Sight, { faces: [now] }: Sight): boolean {
  return before !== undefined && now !== undefined && !overlap(before.box, now.box);
}

function overlap(one: Box, other: Box): boolean {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return width > 0 && height > 0 && width * height > 0.3 * Math.min(area(one), area(other));
}

const area = ({ width, height }: Box) => width * height;
