import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { isPose, nextPose } from './poses.ts';

const yaws = fc.double({ min: -1, max: 1, noNaN: true });

it('[EN1] a head is turned to one side at most, from wherever it looks straight', () => {
  fc.assert(
    fc.property(yaws, yaws, (yaw, base) => {
      expect(isPose('left', yaw, base) && isPose('right', yaw, base)).toBe(false);
      expect(isPose('left', yaw, base)).toBe(isPose('right', -yaw, -base));
      expect(isPose('straight', yaw, base)).toBe(isPose('straight', -yaw, base));
    }),
  );
  expect(isPose('left', -0.05, -0.2)).toBe(true);
  expect(isPose('left', -0.2, -0.2)).toBe(false);
});

it('[EN1] the poses come in order, and those whose picture was refused come again', () => {
  expect(nextPose([])).toBe(0);
  expect(nextPose(['a', 'b'])).toBe(2);
  expect(nextPose(['a', undefined, 'c', 'd'])).toBe(1);
  expect(nextPose(['a', 'b', 'c', 'd'])).toBeNull();
});
