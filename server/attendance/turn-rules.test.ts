import { assert as check, boolean, double, pre, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Head, flatHead, roundHead, view } from './testing/heads.ts';
import { farEnough } from './challenge-rules.ts';
import { meanShape, mostLean, noseShift, turnOf } from './turn-rules.ts';

const degrees = (from: number, to: number) =>
  double({ min: from, max: to, noNaN: true }).map((angle) => (angle * Math.PI) / 180);
const look = record({
  yaw: degrees(-65, 65),
  pitch: degrees(-45, 45),
  roll: degrees(-40, 40),
  distance: double({ min: 5, max: 40, noNaN: true }),
  size: double({ min: 30, max: 400, noNaN: true }),
});
const atRest = { yaw: 0, pitch: 0, roll: 0, distance: 12, size: 100 };
/** The nose stands out by 38 to 52 mm, the mouth by 9 to 18, of the 45 from the middle to the corner of an eye. */
const heads = record({
  nose: double({ min: 0.85, max: 1.15, noNaN: true }),
  mouth: double({ min: 0.2, max: 0.4, noNaN: true }),
});

const nod = record({ pitch: degrees(-25, 25), roll: degrees(-35, 35) });

const turned = (head: Head, to: Parameters<typeof view>[1]) =>
  turnOf(meanShape([view(head, atRest)]), view(head, to));

/** A head that nods and leans over, and how far over its eyes lie in the picture, in radians. */
function nodded(proportions: Parameters<typeof roundHead>[0], to: { pitch: number; roll: number }) {
  const head = roundHead(proportions);
  const { leftEye, rightEye } = view(head, { ...atRest, ...to });
  const lean = Math.atan2(rightEye.y - leftEye.y, rightEye.x - leftEye.x);
  return { ...turned(head, { ...atRest, ...to }), lean };
}

describe('a picture of a face', () => {
  it('[C1] does not turn, however it is moved, slanted, tilted and brought near', () => {
    check(
      property(heads, look, (proportions, to) => {
        expect(Math.abs(turned(flatHead(proportions), to).turn)).toBeLessThan(1e-6);
      }),
    );
  });

  it('[C2] seems to turn by the place of its nose alone, which therefore proves nothing', () => {
    const slanted = view(flatHead({ nose: 1, mouth: 0.3 }), { ...atRest, yaw: 1, roll: 0.7 });
    expect(Math.abs(noseShift(slanted))).toBeGreaterThan(0.4);
  });

  it('[C3] bent around a pipe and turned is not in depth where its nose goes far enough aside', () => {
    const bent = double({ min: 1.25, max: 6, noNaN: true });
    const way = record({
      yaw: degrees(-65, 65),
      pitch: degrees(-20, 20),
      roll: degrees(-15, 15),
    });
    check(
      property(heads, bent, way, (proportions, pipe, to) => {
        const { turn, inDepth } = turned(flatHead({ ...proportions, pipe }), { ...atRest, ...to });
        expect(Math.abs(turn) >= farEnough && inDepth).toBe(false);
      }),
    );
  });
});

describe('a head', () => {
  it('[C4] that turns by 28° to 38° is seen turning, in depth and to its side', () => {
    check(
      property(heads, degrees(28, 38), boolean(), (proportions, angle, right) => {
        const yaw = right ? angle : -angle;
        const { turn, inDepth } = turned(roundHead(proportions), { ...atRest, yaw });
        expect(Math.sign(turn)).toBe(right ? 1 : -1);
        expect(Math.abs(turn)).toBeGreaterThanOrEqual(farEnough);
        expect(inDepth).toBe(true);
      }),
    );
  });

  it('[C5] that nods or leans over, as far as a turn may lean, does not go far enough', () => {
    check(
      property(heads, nod, (proportions, to) => {
        const seen = nodded(proportions, to);
        pre(Math.abs(seen.lean) <= mostLean);
        expect(Math.abs(seen.turn)).toBeLessThan(farEnough);
      }),
    );
  });

  it('[C5] that leans over farther proves nothing', () => {
    check(
      property(heads, nod, (proportions, to) => {
        const seen = nodded(proportions, to);
        pre(Math.abs(seen.lean) > mostLean);
        expect(seen.inDepth).toBe(false);
      }),
    );
  });
});
