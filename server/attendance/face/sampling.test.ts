import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cut, fullSquare, paddedSquare, sample, withSample } from './sampling.ts';
import type { Picture } from './types.ts';

const pictures = fc
  .record({ width: fc.integer({ min: 1, max: 24 }), height: fc.integer({ min: 1, max: 24 }) })
  .chain(({ width, height }) =>
    fc
      .uint8Array({ minLength: 3 * width * height, maxLength: 3 * width * height })
      .map((rgb): Picture => ({ width, height, rgb })),
  );
const cuts = fc.constantFrom<(picture: Picture) => Cut>(fullSquare, (p) => paddedSquare(p, 0.25));

const steps = (window: number, size: number) =>
  Array.from({ length: size }, (_, step) => {
    const position = (step * window) / size;
    const low = Math.floor(position);
    return { low, high: Math.min(low + 1, window - 1), part: position - low };
  });

const mix = (one: number, other: number, part: number) => one * (1 - part) + other * part;

/** TensorFlow's `resizeBilinear` of the window, word for word, with black around the picture. */
function plainly({ width, height, rgb }: Picture, { window }: Cut, size: number): number[] {
  const pixel = (x: number, y: number, channel: number) =>
    x < 0 || y < 0 || x >= width || y >= height ? 0 : rgb[3 * (y * width + x) + channel]!;
  const along = steps(window.width, size);
  return [0, 1, 2].flatMap((channel) => {
    const from = (x: number, y: number) => pixel(window.x + x, window.y + y, channel);
    return along.flatMap((row) =>
      along.map(({ low, high, part }) => {
        const upper = mix(from(low, row.low), from(high, row.low), part);
        const lower = mix(from(low, row.high), from(high, row.high), part);
        return mix(upper, lower, row.part);
      }),
    );
  });
}

describe('a sample of a picture', () => {
  it('is blended as TensorFlow does it, where pixels are only picked too', () => {
    fc.assert(
      fc.property(pictures, cuts, fc.integer({ min: 1, max: 24 }), (picture, cutOut, size) => {
        const cut = cutOut(picture);
        const found = sample(picture, cut, size);
        for (const [i, value] of plainly(picture, cut, size).entries())
          expect(found[i]).toBeCloseTo(value, 3);
      }),
    );
  });

  it('leaves nothing of the picture in the page that is used again, though its use failed', async () => {
    const picture = { width: 2, height: 2, rgb: new Uint8Array(12).fill(200) };
    const pages: Float32Array[] = [];
    const look = async (image: Float32Array) => {
      expect(image.every((value) => value === 200)).toBe(true);
      pages.push(image);
      throw new Error('no engine');
    };
    const size = { width: 2, height: 2 };
    for (let time = 0; time < 2; time++) {
      await expect(withSample(picture, fullSquare(picture), size, look)).rejects.toThrow();
      expect(pages[time]?.every((value) => value === 0)).toBe(true);
    }
    expect(pages[0]).toBe(pages[1]);
  });
});
