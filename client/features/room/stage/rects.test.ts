import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Area,
  type Rect,
  besideStrip,
  gridRects,
  ownCorner,
  pageSizeOf,
  sideBySide,
} from './rects.ts';

/** From a telephone to a wall. */
const area: fc.Arbitrary<Area> = fc.record({
  width: fc.integer({ min: 240, max: 3840 }),
  height: fc.integer({ min: 160, max: 2160 }),
});
const count = fc.integer({ min: 1, max: 60 });
const hair = 0.01;

function expectInside(rects: readonly Rect[], { width, height }: Area) {
  for (const one of rects) {
    expect(one.x).toBeGreaterThanOrEqual(-hair);
    expect(one.y).toBeGreaterThanOrEqual(-hair);
    expect(one.x + one.width).toBeLessThanOrEqual(width + hair);
    expect(one.y + one.height).toBeLessThanOrEqual(height + hair);
  }
}

function expectApart(rects: readonly Rect[]) {
  rects.forEach((one, at) => {
    for (const other of rects.slice(at + 1)) {
      const across = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
      const down = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
      expect(Math.min(across, down)).toBeLessThanOrEqual(hair);
    }
  });
}

describe('[layout] places of pictures', () => {
  test('tiles of a grid stay inside, do not cover each other and are all alike', () => {
    fc.assert(
      fc.property(area, count, (space, number) => {
        const rects = gridRects(space, number);
        expect(rects).toHaveLength(number);
        expectInside(rects, space);
        expectApart(rects);
        const [first] = rects;
        for (const { width, height } of rects) {
          expect(width).toBe(first?.width);
          const least = space.width < space.height ? 1 : 4 / 3;
          expect(width / height).toBeGreaterThan(least - hair);
          expect(width / height).toBeLessThan(16 / 9 + hair);
        }
      }),
    );
  });

  test('a page of a grid is never so full that nobody can be made out', () => {
    fc.assert(
      fc.property(area, (space) => {
        const size = pageSizeOf(space);
        expect(size).toBeGreaterThanOrEqual(1);
        expect(size).toBeLessThanOrEqual(25);
        if (size > 1) expect(gridRects(space, size)[0]?.width).toBeGreaterThanOrEqual(150);
      }),
    );
  });

  test('a telephone holds a few, a wall as many as one looks at', () => {
    expect(pageSizeOf({ width: 340, height: 480 })).toBeGreaterThanOrEqual(4);
    expect(pageSizeOf({ width: 1340, height: 560 })).toBeGreaterThanOrEqual(15);
    expect(pageSizeOf({ width: 3800, height: 1900 })).toBe(25);
  });

  test.each([
    ['the large picture with its strip', besideStrip],
    ['a shared screen with the people beside it', sideBySide],
  ])('%s stays inside and apart', (_, shape) => {
    fc.assert(
      fc.property(area, count, (space, number) => {
        const { big, strip } = shape(space, number);
        expect(strip.length).toBeGreaterThanOrEqual(1);
        expect(strip.length).toBeLessThanOrEqual(number);
        if (space.height >= 240) expectInside([big, ...strip], space);
        expectApart([big, ...strip]);
      }),
    );
  });

  test('the large picture is the largest by far', () => {
    fc.assert(
      fc.property(area, count, (space, number) => {
        if (space.height < 320) return;
        const { big, strip } = besideStrip(space, number);
        for (const one of strip)
          expect(big.width * big.height).toBeGreaterThan(2 * one.width * one.height);
      }),
    );
  });

  test('nobody beside it: the large picture has everything', () => {
    const space = { width: 1000, height: 600 };
    expect(besideStrip(space, 0)).toEqual({ big: { x: 0, y: 0, ...space }, strip: [] });
  });

  test('the own picture over a grid is small and in the corner', () => {
    fc.assert(
      fc.property(area, (space) => {
        const own = ownCorner(space);
        expectInside([own], space);
        expect(own.width).toBeLessThanOrEqual(Math.max(105, space.width * 0.16));
      }),
    );
  });
});
