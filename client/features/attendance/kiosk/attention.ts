import type { Sight } from '../camera/face-finder.ts';

/** Who stands in front, by the place of their face: nobody is served twice while they stand there. */
export interface Attention {
  /** @returns the number of whoever stands in front now; null when nobody does */
  follow(sight: Sight): number | null;
  /** Leaves this one alone for so long, milliseconds. */
  leaveAlone(who: number, forMs: number, now: number): void;
  isLeftAlone(who: number, now: number): boolean;
}

/** A face may be lost for so long, behind a hand or between two pictures. */
const lostMs = 900;

type Box = Sight['faces'][number]['box'];

export function createAttention(): Attention {
  let who = 0;
  let last: { box: Box; at: number } | null = null;
  let alone: { who: number; until: number } | null = null;
  return {
    follow({ faces: [face], takenAt }) {
      if (face === undefined) return null;
      const isSame = last !== null && takenAt - last.at <= lostMs && isNear(last.box, face.box);
      if (!isSame) who += 1;
      last = { box: face.box, at: takenAt };
      return who;
    },
    leaveAlone: (one, forMs, now) => void (alone = { who: one, until: now + forMs }),
    isLeftAlone: (one, now) => alone !== null && alone.who === one && now < alone.until,
  };
}

/** Moved by less than half of itself, and about as large. */
function isNear(before: Box, now: Box): boolean {
  const [dx, dy] = [
    Math.abs(before.x + before.width / 2 - now.x - now.width / 2),
    Math.abs(before.y + before.height / 2 - now.y - now.height / 2),
  ];
  const ratio = now.width / before.width;
  return Math.max(dx, dy) < 0.6 * before.width && ratio > 0.6 && ratio < 1.7;
}
