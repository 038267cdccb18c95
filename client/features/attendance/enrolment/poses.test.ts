import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { isPose, nextPose, poses } from './poses.ts';

const yaws = fc.double({ min: -1, max: 1, noNaN: true });

it('[EN1] a head is never turned to both sides, and what the server allows fulfils some pose', () => {
  fc.assert(
    fc.property(yaws, (yaw) => {
      expect(isPose('left', yaw) && isPose('right', yaw)).toBe(false);
      expect(poses.some((pose) => isPose(pose, yaw))).toBe(true);
      expect(isPose('left', yaw)).toBe(isPose('right', -yaw));
    }),
  );
});

it('[EN1] the poses come in order, and those whose picture was refused come again', () => {
  expect(nextPose([])).toBe(0);
  expect(nextPose(['a', 'b'])).toBe(2);
  expect(nextPose(['a', undefined, 'c', 'd'])).toBe(1);
  expect(nextPose(['a', 'b', 'c', 'd'])).toBeNull();
});
