import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refusals } from './quality.ts';
import type { Face, Point, Pose, Purpose } from './types.ts';

const face = (width: number, score = 0.9): Face => ({
  box: { x: 0, y: 0, width, height: width },
  score,
});

/** 68 points of which only the outer eye corners matter here. */
function eyesApart(pixels: number): Point[] {
  const points = Array.from({ length: 68 }, () => ({ x: 0, y: 0 }));
  points[45] = { x: pixels, y: 0 };
  return points;
}

const ask = (purpose: Purpose, pose: Partial<Pose> = {}, eyes = 80, faces = [face(200)]) =>
  refusals(faces, eyesApart(eyes), { yaw: 0, roll: 0, ...pose }, purpose);

describe('the gates', () => {
  it('keep turned heads out of enrolment and check-in, and let any turn into a challenge', () => {
    fc.assert(
      fc.property(fc.double({ min: -3, max: 3, noNaN: true }), (yaw) => {
        expect(ask('turn', { yaw })).toEqual([]);
        expect(ask('check-in', { yaw }).length > 0).toBe(Math.abs(yaw) > 0.5);
        expect(ask('enrol', { yaw }).length > 0).toBe(Math.abs(yaw) > 0.35);
      }),
    );
  });

  it('ask whoever is too far to come closer, and allow for how a turn narrows a face', () => {
    expect(ask('check-in', {}, 49)).toEqual(['too_small']);
    expect(ask('turn', {}, 36)).toEqual([]);
    expect(ask('turn', {}, 34)).toEqual(['too_small']);
  });

  it('refuse to choose between two faces of nearly the same size, for every purpose', () => {
    for (const purpose of ['enrol', 'check-in', 'turn'] as const) {
      expect(ask(purpose, {}, 80, [face(200), face(150)])).toEqual(['several_faces']);
      expect(ask(purpose, {}, 80, [face(200), face(60)])).toEqual([]);
    }
    expect(ask('check-in', {}, 80, [face(200), face(120)])).toEqual([]);
    expect(ask('enrol', {}, 80, [face(200), face(120)])).toEqual(['several_faces']);
  });
});
