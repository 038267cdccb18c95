import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AGREEING_FRAMES, decide, decideMatches, isLivenessDoubtful } from './decision.ts';
import { buildGallery, type Identification } from './matcher.ts';
import { thresholds } from './testing/thresholds.ts';

const person = fc.constantFrom('an', 'bình', 'chi');
const range = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const found = (outcome: 'match' | 'doubtful', distance: fc.Arbitrary<number>) =>
  fc.record({
    outcome: fc.constant(outcome),
    personId: person,
    distance,
    secondDistance: fc.constant(1.3),
  });
const sure = found('match', range(0.3, 0.95));
const doubtful = found('doubtful', range(0.8, 1.05));
const none: fc.Arbitrary<Identification> = fc.record({
  outcome: fc.constant('none' as const),
  personId: fc.constant(null),
  distance: range(1.06, 1.5),
  secondDistance: fc.constant(1.5),
});
const matches = fc.array(fc.oneof(sure, doubtful, none), { maxLength: 8 });

const match = (personId: string, distance = 0.7): Identification => ({
  outcome: 'match',
  personId,
  distance,
  secondDistance: 1.3,
});

describe('decideMatches', () => {
  it('recognises someone whom two frames name', () => {
    expect(decideMatches([match('an'), match('an', 0.6)])).toEqual({
      outcome: 'recognised',
      personId: 'an',
      score: 0.6,
    });
  });

  it('never recognises on one frame', () => {
    expect(decideMatches([match('an')]).outcome).toBe('unsure');
  });

  it('never recognises anyone when two frames name different people', () => {
    fc.assert(
      fc.property(matches, (all) => {
        const names = new Set(all.flatMap((m) => m.personId ?? []));
        if (names.size > 1) expect(decideMatches(all).outcome).not.toBe('recognised');
      }),
    );
  });

  it('recognises only whom enough frames, and most of them, name surely', () => {
    fc.assert(
      fc.property(matches, (all) => {
        const decision = decideMatches(all);
        if (decision.outcome !== 'recognised') return;
        const agreeing = all.filter(
          (m) => m.outcome === 'match' && m.personId === decision.personId,
        );
        expect(agreeing.length).toBeGreaterThanOrEqual(AGREEING_FRAMES);
        expect(agreeing.length * 2).toBeGreaterThan(all.length);
      }),
    );
  });

  it('never recognises when every match is doubtful', () => {
    fc.assert(
      fc.property(fc.array(doubtful, { minLength: 1 }), (all) => {
        expect(decideMatches(all).outcome).toBe('unsure');
      }),
    );
  });

  it('does not depend on the order of the frames', () => {
    const shuffled = matches.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([all, other]) => {
        expect(decideMatches(other).outcome).toBe(decideMatches(all).outcome);
      }),
    );
  });

  it('knows nobody where no frame is like anyone', () => {
    fc.assert(
      fc.property(fc.array(none), (all) => {
        expect(decideMatches(all)).toEqual({ outcome: 'unknown' });
      }),
    );
  });
});

describe('decide', () => {
  const an = Float32Array.of(1, 0, 0, 0);
  const gallery = buildGallery('a@1', [
    { personId: 'an', template: { embedder: 'a@1', vector: an } },
  ]);

  it('names the person of a gallery, and leaves it to a person where the embedder needs that', () => {
    expect(decide([an, an], gallery, thresholds).outcome).toBe('recognised');
    const confirm = { ...thresholds, confirm: true };
    expect(decide([an, an], gallery, confirm)).toMatchObject({ outcome: 'unsure', personId: 'an' });
  });

  it('knows nobody of an empty gallery', () => {
    expect(decide([an, an], buildGallery('a@1', []), thresholds).outcome).toBe('unknown');
  });
});

describe('isLivenessDoubtful', () => {
  it('goes by the middle score, and doubts nothing without scores', () => {
    expect(isLivenessDoubtful([0.9, 0.1, 0.8])).toBe(false);
    expect(isLivenessDoubtful([0.1, null, 0.2, 0.9])).toBe(true);
    expect(isLivenessDoubtful([null, null])).toBe(false);
  });
});
