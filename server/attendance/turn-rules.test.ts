import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Head, flatHead, roundHead, view } from './testing/heads.ts';
import { farEnough } from './challenge-rules.ts';
import { meanShape, noseShift, turnOf } from './turn-rules.ts';

const degrees = (from: number, to: number) =>
  fc.double({ min: from, max: to, noNaN: true }).map((angle) => (angle * Math.PI) / 180);
const look = fc.record({
  yaw: degrees(-65, 65),
  pitch: degrees(-45, 45),
  roll: degrees(-40, 40),
  distance: fc.double({ min: 5, max: 40, noNaN: true }),
  size: fc.double({ min: 30, max: 400, noNaN: true }),
});
const atRest = { yaw: 0, pitch: 0, roll: 0, distance: 12, size: 100 };
const heads = fc.record({
  nose: fc.double({ min: 0.75, max: 1.15, noNaN: true }),
  mouth: fc.double({ min: 0.2, max: 0.45, noNaN: true }),
});

const turned = (head: Head, to: Parameters<typeof view>[1]) =>
  turnOf(meanShape([view(head, atRest)]), view(head, to));

describe('a picture of a face', () => {
  it('[C1] does not turn, however it is moved, slanted, tilted and brought near', () => {
    fc.assert(
      fc.property(heads, look, (proportions, to) => {
        expect(Math.abs(turned(flatHead(proportions), to).turn)).toBeLessThan(1e-6);
      }),
    );
  });

  it('[C2] seems to turn by the place of its nose alone, which therefore proves nothing', () => {
    const slanted = view(flatHead({ nose: 1, mouth: 0.3 }), { ...atRest, yaw: 1, roll: 0.7 });
    expect(Math.abs(noseShift(slanted))).toBeGreaterThan(0.4);
  });

  it('[C3] bent around a pipe and turned is not in depth where its nose goes far enough aside', () => {
    const bent = fc.double({ min: 1.25, max: 6, noNaN: true });
    const way = fc.record({
      yaw: degrees(-65, 65),
      pitch: degrees(-20, 20),
      roll: degrees(-15, 15),
    });
    fc.assert(
      fc.property(heads, bent, way, (proportions, pipe, to) => {
        const { turn, inDepth } = turned(flatHead({ ...proportions, pipe }), { ...atRest, ...to });
        expect(Math.abs(turn) >= farEnough && inDepth).toBe(false);
      }),
    );
  });
});

describe('a head', () => {
  it('[C4] that turns by 30° to 45° is seen turning, in depth and to its side', () => {
    fc.assert(
      fc.property(heads, degrees(30, 45), fc.boolean(), (proportions, angle, right) => {
        const yaw = right ? angle : -angle;
        const { turn, inDepth } = turned(roundHead(proportions), { ...atRest, yaw });
        expect(Math.sign(turn)).toBe(right ? 1 : -1);
        expect(Math.abs(turn)).toBeGreaterThanOrEqual(farEnough);
        expect(inDepth).toBe(true);
      }),
    );
  });

  it('[C5] that nods or leans over does not turn', () => {
    fc.assert(
      fc.property(heads, degrees(-25, 25), degrees(-35, 35), (proportions, pitch, roll) => {
        const { turn } = turned(roundHead(proportions), { ...atRest, pitch, roll });
        expect(Math.abs(turn)).toBeLessThan(farEnough / 2);
      }),
    );
  });
});
