import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AGREEING_FRAMES, decide, type SeenFrame } from './decision.ts';
import type { Identification } from './matcher.ts';

const person = fc.constantFrom('an', 'bình', 'chi');
const sure = fc.record({
  outcome: fc.constant('match' as const),
  personId: person,
  distance: fc.double({ min: 0.3, max: 0.95, noNaN: true }),
  secondDistance: fc.constant(1.3),
});
const doubtful = fc.record({
  outcome: fc.constant('doubtful' as const),
  personId: person,
  distance: fc.double({ min: 0.8, max: 1.05, noNaN: true }),
  secondDistance: fc.constant(1.1),
});
const none: fc.Arbitrary<Identification> = fc.record({
  outcome: fc.constant('none' as const),
  personId: fc.constant(null),
  distance: fc.double({ min: 1.06, max: 1.5, noNaN: true }),
  secondDistance: fc.constant(1.5),
});
const frame: fc.Arbitrary<SeenFrame> = fc.record({
  match: fc.option(fc.oneof(sure, doubtful, none)),
  hints: fc.subarray(['too_small', 'look_straight'] as const),
  liveness: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
});
const frames = fc.array(frame, { maxLength: 8 });

const seen = (match: Identification | null): SeenFrame => ({ match, hints: [], liveness: 0.9 });
const match = (personId: string, distance = 0.7): Identification => ({
  outcome: 'match',
  personId,
  distance,
  secondDistance: 1.3,
});

describe('decide', () => {
  it('recognises someone whom two frames name', () => {
    expect(decide([seen(match('an')), seen(match('an', 0.6))])).toEqual({
      outcome: 'recognised',
      personId: 'an',
      distance: 0.6,
      doubtfulLiveness: false,
    });
  });

  it('never recognises on one frame', () => {
    expect(decide([seen(match('an'))]).outcome).toBe('unsure');
  });

  it('never recognises anyone when two frames name different people', () => {
    fc.assert(
      fc.property(frames, (all) => {
        const names = new Set(all.flatMap(({ match: m }) => m?.personId ?? []));
        if (names.size > 1) expect(decide(all).outcome).not.toBe('recognised');
      }),
    );
  });

  it('recognises only whom enough frames, and most of them, name surely', () => {
    fc.assert(
      fc.property(frames, (all) => {
        const decision = decide(all);
        if (decision.outcome !== 'recognised') return;
        const measured = all.filter((f) => f.match !== null);
        const agreeing = measured.filter(
          (f) => f.match?.outcome === 'match' && f.match.personId === decision.personId,
        );
        expect(agreeing.length).toBeGreaterThanOrEqual(AGREEING_FRAMES);
        expect(agreeing.length * 2).toBeGreaterThan(measured.length);
      }),
    );
  });

  it('never recognises when every match is doubtful, as with an embedder that needs confirmation', () => {
    fc.assert(
      fc.property(fc.array(doubtful.map(seen), { minLength: 1 }), (all) => {
        expect(decide(all).outcome).toBe('unsure');
      }),
    );
  });

  it('does not depend on the order of the frames', () => {
    const shuffled = frames.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([all, other]) => {
        expect(decide(other).outcome).toBe(decide(all).outcome);
      }),
    );
  });

  it('says unknown where no frame is like anyone, and asks again where no frame was good', () => {
    fc.assert(
      fc.property(fc.array(none.map(seen), { minLength: 1 }), (all) => {
        expect(decide(all).outcome).toBe('unknown');
      }),
    );
    expect(decide([])).toEqual({ outcome: 'look_again', hints: ['no_face'] });
    const small: SeenFrame = { match: null, hints: ['too_small'], liveness: null };
    expect(decide([small, small])).toEqual({ outcome: 'look_again', hints: ['too_small'] });
  });

  it('flags a doubtful liveness without changing the outcome', () => {
    fc.assert(
      fc.property(frames, (all) => {
        const dead = all.map((f) => ({ ...f, liveness: 0.1 }));
        expect(decide(dead).outcome).toBe(decide(all).outcome);
      }),
    );
    const printed = [match('an'), match('an')].map((m) => ({ ...seen(m), liveness: 0.1 }));
    expect(decide(printed)).toMatchObject({ outcome: 'recognised', doubtfulLiveness: true });
  });
});
