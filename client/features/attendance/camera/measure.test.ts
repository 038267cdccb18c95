import { assert as check, double, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FoundFace } from './finder-protocol.ts';
import { hintsFor, inFrontFirst, withSurroundings } from './measure.ts';

const face = (x: number, width: number, more: Partial<FoundFace> = {}): FoundFace => ({
  box: { x, y: 100, width, height: width },
  score: 0.9,
  pose: { yaw: 0, roll: 0 },
  eyeDistance: width / 2,
  sharpness: 100,
  brightness: 120,
  ...more,
});

describe('who is meant', () => {
  it('[KM1] is the nearer one, and of two as near the one in the middle', () => {
    const [near, far, middle] = [face(0, 200), face(300, 90), face(250, 200)];
    expect(inFrontFirst([far, near], 640)).toEqual([near, far]);
    expect(inFrontFirst([near, middle], 640)[0]).toBe(middle);
  });

  it('[KM2] is nobody when two are as near as each other; who stands behind does not matter', () => {
    expect(hintsFor([face(0, 200), face(300, 180)], 'check-in')).toContain('several_faces');
    expect(hintsFor([face(0, 200), face(300, 100)], 'check-in')).toEqual([]);
    expect(hintsFor([face(0, 200), face(300, 100)], 'enrol')).toContain('several_faces');
  });

  it('[KM3] hears what to better, the most pressing first', () => {
    expect(hintsFor([], 'check-in')).toEqual(['no_face']);
    const turned = face(0, 80, { pose: { yaw: 0.6, roll: 0 }, brightness: 30, sharpness: 5 });
    expect(hintsFor([turned], 'check-in')).toEqual([
      'too_small',
      'look_straight',
      'more_light',
      'hold_still',
    ]);
    expect(hintsFor([turned], 'turn')).not.toContain('look_straight');
  });
});

describe('what is sent of a picture', () => {
  it('[KM4] is the face with what is around it, inside the picture and never more than 2.7 times as wide', () => {
    const box = record({
      x: double({ min: -50, max: 600, noNaN: true }),
      y: double({ min: -50, max: 440, noNaN: true }),
      width: double({ min: 30, max: 300, noNaN: true }),
      height: double({ min: 30, max: 300, noNaN: true }),
    });
    check(
      property(box, (one) => {
        const { x, y, width, height } = withSurroundings(one, 640, 480);
        expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
        expect(x + width).toBeLessThanOrEqual(640);
        expect(y + height).toBeLessThanOrEqual(480);
        expect(width).toBeLessThanOrEqual(2.7 * one.width);
      }),
    );
  });
});
