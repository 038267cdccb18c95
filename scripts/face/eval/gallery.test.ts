import { describe, expect, it } from 'vitest';
import { thresholds } from '../../../server/attendance/face/testing/thresholds.ts';
import { evaluateGallery } from './gallery.ts';
import { personOf, splitOf } from './groups.ts';
import type { Measured } from './pictures.ts';

/** Everyone has an axis of their own, so different people are √2 apart. */
const face = (axis: number, tilt = 0, towards = 7): Measured => {
  const vector = new Float32Array(8);
  vector[axis] = Math.cos(tilt);
  vector[towards] = Math.sin(tilt);
  return { embedding: vector, refused: false };
};
const nobody: Measured = { embedding: null, refused: false };

const pictures = new Map<string, Measured>([
  ['an/1.jpg', face(0)],
  ['an/2.jpg', face(0)],
  ['an/3.jpg', face(0)],
  ['an/4.jpg', face(0, 0.2)],
  ['an/5.jpg', nobody],
  ['chi/1.jpg', face(1)],
  ['chi/2.jpg', face(1, 1.4)],
  ['lạ/1.jpg', face(2)],
  // A stranger who looks like `an`.
  ['lạ/2.jpg', face(0, 0.3, 2)],
]);
const split = splitOf({ known: ['an', 'chi'], unknown: ['lạ'], south: ['chi'] });

describe('the evaluation of a search', () => {
  const { all, groups } = evaluateGallery(pictures, thresholds, split, 1);

  it('enrols at most three photos of each known person and looks for the others', () => {
    expect(all).toMatchObject({ people: 3, enrolled: 2, known_probes: 3, unknown_probes: 2 });
  });

  it('counts faces that were not found as rejected, and those too far too', () => {
    expect(all.undetected).toBe(1);
    expect(all.known_rejected).toBeCloseTo(2 / 3);
    expect(all.taken_for_another).toBe(0);
    expect(all.verify.tar_at_threshold).toBeCloseTo(1 / 3);
  });

  it('counts strangers who are taken for someone', () => {
    expect(all.unknown_accepted).toBe(0.5);
    expect(all.verify.far_at_threshold).toBeGreaterThan(0);
  });

  it('reports groups apart, and has no share of nothing', () => {
    expect(groups.south).toMatchObject({ people: 1, known_rejected: 1, unknown_accepted: null });
    expect(groups.others).toMatchObject({ people: 2, enrolled: 1, known_rejected: 0.5 });
  });

  it('parts people by a seed where no split does, the same each time', () => {
    const free = splitOf({});
    const [a, b] = [1, 1].map((seed) => evaluateGallery(pictures, thresholds, free, seed));
    expect(a).toEqual(b);
    expect(a?.all.enrolled).toBe(2);
    expect(a?.groups).toEqual({});
  });
});

describe('a picture', () => {
  it('is of the person whose folder it lies in', () => {
    expect(personOf('an/1.jpg')).toBe('an');
    expect(personOf('sets/an/1.jpg')).toBe('sets/an');
  });
});
