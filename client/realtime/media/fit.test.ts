import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { MediaSource, kindOfSource } from '../../../models/contracts/media.ts';
import { type Seen, fitsOf, receiveModes } from './fit.ts';
import type { RemoteStream } from './roster.ts';

const stream = fc.constantFrom(...MediaSource.options).map((source) => ({
  source,
  kind: kindOfSource[source],
  paused: false,
  locked: false,
}));
const streams = fc
  .array(stream, { maxLength: 30 })
  .map((all): RemoteStream[] => all.map((one, at) => ({ ...one, producerId: `p${at}` })));
const seen = fc.record({
  height: fc.option(fc.integer({ min: 1, max: 2160 })),
  priority: fc.integer({ min: 1, max: 255 }),
});
const shown = fc
  .array(seen, { maxLength: 30 })
  .map((all) => new Map<string, Seen>(all.map((one, at) => [`p${at}`, one])));
const mode = fc.constantFrom(...receiveModes);

test('sound always flows, and a picture only while it is seen', () => {
  fc.assert(
    fc.property(streams, shown, mode, (all, seenNow, how) => {
      const fits = fitsOf(all, seenNow, how);
      for (const { producerId, kind } of all) {
        const isSeen = (seenNow.get(producerId)?.height ?? null) !== null;
        const { state } = fits.get(producerId) ?? {};
        if (kind === 'audio') expect(state).toBe('flowing');
        else if (isSeen) expect(state).not.toBe('hidden');
        else expect(state).toBe('hidden');
      }
    }),
  );
});

test('the saver lets six pictures through, the most important one in the middle layer', () => {
  fc.assert(
    fc.property(streams, shown, (all, seenNow) => {
      const pictures = new Map(all.map((one) => [one.producerId, one.kind === 'video']));
      const flowing = [...fitsOf(all, seenNow, 'saver')].filter(
        ([id, fit]) => pictures.get(id) && fit.state === 'flowing',
      );
      expect(flowing.length).toBeLessThanOrEqual(6);
      const larger = flowing.filter(([, { spatialLayer }]) => spatialLayer > 0);
      expect(larger.length).toBeLessThanOrEqual(1);
      const first = Math.max(0, ...flowing.map(([, { priority }]) => priority));
      for (const [, { spatialLayer, priority }] of larger) {
        expect(spatialLayer).toBe(1);
        expect(priority).toBe(first);
      }
    }),
  );
});

test('with sound alone no picture flows, not even a shared screen', () => {
  fc.assert(
    fc.property(streams, shown, (all, seenNow) => {
      const fits = fitsOf(all, seenNow, 'audio');
      for (const { producerId, kind } of all)
        expect(fits.get(producerId)?.state === 'flowing').toBe(kind === 'audio');
    }),
  );
});

test('the layer follows the height of the tile in device pixels', () => {
  const camera: RemoteStream = {
    producerId: 'p',
    source: 'camera',
    kind: 'video',
    paused: false,
    locked: false,
  };
  const layerAt = (height: number) =>
    fitsOf([camera], new Map([['p', { height, priority: 1 }]]), 'all').get('p')?.spatialLayer;
  expect([90, 180, 201, 360, 401, 1080].map(layerAt)).toEqual([0, 0, 1, 1, 2, 2]);
});
