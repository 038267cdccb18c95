import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accuracy, type Pair } from './accuracy.ts';

const pairs = (same: number[], different: number[]): Pair[] => [
  ...same.map((distance) => ({ same: true, distance })),
  ...different.map((distance) => ({ same: false, distance })),
];

describe('accuracy', () => {
  it('is perfect where a threshold parts the two groups', () => {
    expect(accuracy(pairs([0.4, 0.6], [1.2, 1.3]), 1)).toEqual({
      tar_at_far_1pct: 1,
      tar_at_far_01pct: 1,
      eer: 0,
      threshold: 1,
      tar_at_threshold: 1,
      far_at_threshold: 0,
    });
  });

  it('counts a face that was not found as refused', () => {
    const figures = accuracy(pairs([0.4, Infinity], [1.2, Infinity]), 1);
    expect(figures.tar_at_threshold).toBe(0.5);
    expect(figures.far_at_threshold).toBe(0);
    expect(figures.tar_at_far_1pct).toBe(0.5);
  });

  it('allows one false accept in a hundred different pairs, and none in a thousandth of them', () => {
    const different = [0.5, ...Array.from({ length: 99 }, (_, i) => 1 + i / 100)];
    const figures = accuracy(pairs([0.4, 0.9], different), 0.6);
    expect(figures.tar_at_far_1pct).toBe(1);
    expect(figures.tar_at_far_01pct).toBe(0.5);
    expect(figures.far_at_threshold).toBe(0.01);
  });

  it('gives shares, and never more at a stricter rate', () => {
    const distances = fc.array(fc.double({ min: 0, max: 2, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(distances, distances, (same, different) => {
        const { threshold, ...shares } = accuracy(pairs(same, different), 1);
        for (const share of Object.values(shares)) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
        }
        expect(shares.tar_at_far_01pct).toBeLessThanOrEqual(shares.tar_at_far_1pct);
        expect(threshold).toBe(1);
      }),
    );
  });
});
