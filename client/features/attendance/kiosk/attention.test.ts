import { describe, expect, it } from 'vitest';
import type { Sight } from '../camera/face-finder.ts';
import { createAttention } from './attention.ts';
import { createGreeted } from './greeted.ts';

const seen = (takenAt: number, x: number | null, width = 100): Sight => ({
  takenAt,
  width: 640,
  height: 480,
  faces:
    x === null
      ? []
      : [
          {
            box: { x, y: 100, width, height: width },
            score: 0.9,
            pose: { yaw: 0, roll: 0 },
            eyeDistance: 60,
            sharpness: 100,
            brightness: 120,
          },
        ],
  hints: [],
  jpeg: null,
  code: null,
  tookMs: 0,
  tensors: 0,
});

describe('who stands before the kiosk', () => {
  it('[KA1] stays the same while they sway, come nearer or are hidden for a moment', () => {
    const attention = createAttention();
    const first = attention.follow(seen(0, 200));
    expect(attention.follow(seen(200, 230, 110))).toBe(first);
    expect(attention.follow(seen(300, null))).toBeNull();
    expect(attention.follow(seen(700, 240, 120))).toBe(first);
  });

  it('[KA2] is someone else when the face is elsewhere, much larger, or was away', () => {
    const attention = createAttention();
    const all = [seen(0, 200), seen(100, 400), seen(200, 400, 200), seen(3000, 400, 200)];
    expect(new Set(all.map((one) => attention.follow(one))).size).toBe(all.length);
  });

  it('[KA3] is left alone once served, and the next in line is not', () => {
    const attention = createAttention();
    const one = attention.follow(seen(0, 200)) ?? 0;
    attention.leaveAlone(one, 5000, 0);
    expect(attention.isLeftAlone(one, 4999)).toBe(true);
    expect(attention.isLeftAlone(one, 5000)).toBe(false);
    expect(attention.isLeftAlone(attention.follow(seen(100, 450)) ?? 0, 100)).toBe(false);
  });

  it('[KA4] is greeted once within seconds, also when another came between', () => {
    const isNew = createGreeted();
    expect([isNew('a', 0), isNew('b', 3000), isNew('a', 6000), isNew('b', 9000)]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(isNew('a', 40_000)).toBe(true);
  });
});
