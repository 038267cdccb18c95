import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildGallery, identify, meanTemplate, verify } from './matcher.ts';
import { thresholds } from './testing/thresholds.ts';
import { distance, normalise } from './vectors.ts';

const component = fc.double({ min: -1, max: 1, noNaN: true });
const vector = fc
  .array(component, { minLength: 8, maxLength: 8 })
  .map((values) => normalise(Float32Array.from(values)))
  .filter((v) => v.some((x) => x !== 0));
const unit = (axis: number) => Float32Array.from({ length: 8 }, (_, i) => (i === axis ? 1 : 0));
/** At the given distance from `unit(0)`, towards `unit(axis)`. */
function at(apart: number, axis: number): Float32Array {
  const angle = 2 * Math.asin(apart / 2);
  const v = new Float32Array(8);
  v[0] = Math.cos(angle);
  v[axis] = Math.sin(angle);
  return v;
}
const gallery = (...vectors: Float32Array[]) =>
  buildGallery(
    'a@1',
    vectors.map((v, i) => ({ personId: `p${i}`, template: { embedder: 'a@1', vector: v } })),
  );

describe('identify', () => {
  it('finds the person whose template is nearest', () => {
    fc.assert(
      fc.property(vector, fc.array(vector, { minLength: 1, maxLength: 20 }), (probe, people) => {
        const { distance: nearest } = identify(probe, gallery(...people), thresholds);
        const all = people.map((v) => distance(probe, v));
        expect(nearest).toBeCloseTo(Math.min(...all), 6);
      }),
    );
  });

  it('matches below the threshold, doubts just above it, and names nobody beyond', () => {
    expect(identify(unit(0), gallery(at(0.94, 1)), thresholds).outcome).toBe('match');
    expect(identify(unit(0), gallery(at(0.96, 1)), thresholds).outcome).toBe('doubtful');
    const far = identify(unit(0), gallery(at(1.06, 1)), thresholds);
    expect(far).toMatchObject({ outcome: 'none', personId: null });
  });

  it('doubts when the second best is almost as near', () => {
    const twins = gallery(at(0.5, 1), at(0.55, 2));
    expect(identify(unit(0), twins, thresholds)).toMatchObject({
      outcome: 'doubtful',
      personId: 'p0',
    });
    expect(identify(unit(0), gallery(at(0.5, 1), at(0.6, 2)), thresholds).outcome).toBe('match');
  });

  it('is stricter where the roll is large', () => {
    const large = { ...thresholds, largeRoll: 2 };
    const people = gallery(at(0.92, 1), at(1.3, 2));
    expect(identify(unit(0), people, thresholds).outcome).toBe('match');
    expect(identify(unit(0), people, large).outcome).toBe('doubtful');
  });

  it('never matches with an embedder that needs confirmation', () => {
    fc.assert(
      fc.property(vector, fc.array(vector, { maxLength: 20 }), (probe, people) => {
        const { outcome } = identify(probe, gallery(...people), { ...thresholds, confirm: true });
        expect(outcome).not.toBe('match');
      }),
    );
  });

  it('finds nobody in an empty gallery', () => {
    expect(identify(unit(0), gallery(), thresholds)).toEqual({
      outcome: 'none',
      personId: null,
      distance: Infinity,
      secondDistance: Infinity,
    });
  });
});

/** Numbers from a seed, since so many cannot be drawn one by one. */
const numbers = (seed: number) => () => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return seed / 2 ** 31 - 1;
};

describe('a large gallery', () => {
  it('is searched exactly as by going through it one by one, near ties and twins included', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 512, max: 700 }),
        fc.constantFrom(16, 128, 512),
        fc.constantFrom(0, 1e-7, 1e-5, 0.1),
        (seed, count, dimensions, apart) => {
          const random = numbers(seed);
          const draw = () => normalise(Float32Array.from({ length: dimensions }, random));
          const probe = draw();
          const near = () => normalise(probe.map((x) => x + 0.05 * random()));
          const twin = near();
          const people = Array.from({ length: count }, (_, i) => (i % 3 === 0 ? near() : draw()));
          people[count - 1] = twin;
          people[0] = normalise(twin.map((x) => x + apart * random()));
          const many = gallery(...people);
          const plain = { ...many, packed: null };
          expect(many.packed).not.toBeNull();
          expect(identify(probe, many, thresholds)).toEqual(identify(probe, plain, thresholds));
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('vectors of different embedders', () => {
  it('are left out of a gallery', () => {
    const people = buildGallery('a@1', [
      { personId: 'old', template: { embedder: 'b@1', vector: unit(0) } },
      { personId: 'new', template: { embedder: 'a@1', vector: unit(1) } },
    ]);
    expect(people.personIds).toEqual(['new']);
  });

  it('are never compared', () => {
    expect(() => identify(unit(0), buildGallery('b@1', []), thresholds)).toThrow('cannot');
    expect(() => verify(unit(0), { embedder: 'b@1', vector: unit(0) }, thresholds)).toThrow(
      'cannot',
    );
    expect(() => distance(unit(0), new Float32Array(16))).toThrow('different embedders');
  });
});

describe('meanTemplate', () => {
  it('has length 1 where its vectors have, and lies among them', () => {
    fc.assert(
      fc.property(vector, vector, (a, b) => {
        fc.pre(distance(a, b) < 1.9);
        const mean = meanTemplate([a, b]);
        expect(Math.hypot(...mean)).toBeCloseTo(1, 5);
        expect(distance(mean, a)).toBeLessThanOrEqual(distance(a, b) + 1e-5);
        expect(distance(mean, a)).toBeCloseTo(distance(mean, b), 4);
      }),
    );
  });

  it('is the plain mean of vectors that were not of length 1', () => {
    const mean = meanTemplate([Float32Array.of(2, 0, 0, 0), Float32Array.of(0, 4, 0, 0)]);
    expect([...mean]).toEqual([1, 2, 0, 0]);
  });

  it('refuses nothing at all and vectors of different sizes', () => {
    expect(() => meanTemplate([])).toThrow();
    expect(() => meanTemplate([unit(0), new Float32Array(4)])).toThrow();
  });
});

describe('verify', () => {
  it('accepts up to the threshold', () => {
    const template = { embedder: 'a@1', vector: unit(0) };
    expect(verify(at(0.99, 1), template, thresholds).same).toBe(true);
    expect(verify(at(1.01, 1), template, thresholds).same).toBe(false);
  });
});
