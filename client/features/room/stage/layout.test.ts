import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arrange, bigOf, layoutChoices, layoutOf, pageOf } from './layout.ts';
import type { TileFacts } from './tiles.ts';

const face = (name: string, more: Partial<TileFacts> = {}): TileFacts => ({
  key: name,
  peerId: name,
  personId: `person-${name}`,
  roomName: null,
  kind: 'person',
  producerId: `camera-${name}`,
  isMuted: true,
  ...more,
});
const screen = (name: string) => face(name, { key: `screen-${name}`, kind: 'screen' });
const people = (count: number) => Array.from({ length: count }, (_, at) => face(`p${at}`));
const free = { choice: 'auto', floorId: null, pinned: null } as const;

describe('[layout] which layout', () => {
  test('a shared screen comes beside the people by itself', () => {
    expect(layoutOf({ ...free, tiles: [screen('a'), ...people(3)] })).toBe('side');
  });

  test('but not for someone who chose otherwise', () => {
    const tiles = [screen('a'), ...people(3)];
    expect(layoutOf({ ...free, tiles, choice: 'grid' })).toBe('grid');
    expect(layoutOf({ ...free, tiles, choice: 'speaker' })).toBe('speaker');
  });

  test('few people see each other; with many, or someone who has the floor, one is large', () => {
    expect(layoutOf({ ...free, tiles: people(4) })).toBe('grid');
    expect(layoutOf({ ...free, tiles: people(20) })).toBe('speaker');
    expect(layoutOf({ ...free, tiles: people(4), floorId: 'person-p2' })).toBe('speaker');
  });

  test('a pinned picture is large in every layout', () => {
    for (const choice of layoutChoices)
      expect(layoutOf({ ...free, tiles: people(9), choice, pinned: 'p3' })).toBe('speaker');
  });
});

describe('[layout] who is large', () => {
  const tiles = [screen('p4'), face('p0'), ...people(6).slice(1)];
  const all = {
    tiles,
    pinned: 'p5',
    floorId: 'person-p1',
    speakerPeerId: 'p2',
    chairId: 'person-p0',
  };
  const faces = tiles.slice(1);

  test('pinned, else the shared screen, else the floor, else the voice, else the chair', () => {
    expect(bigOf(all)?.key).toBe('p5');
    expect(bigOf({ ...all, pinned: null })?.key).toBe('screen-p4');
    expect(bigOf({ ...all, pinned: null, tiles: faces })?.key).toBe('p1');
    expect(bigOf({ ...all, pinned: null, tiles: faces, floorId: null })?.key).toBe('p2');
    const silent = { ...all, pinned: 'gone', tiles: faces, floorId: null, speakerPeerId: 'gone' };
    expect(bigOf(silent)?.key).toBe('p0');
    expect(bigOf({ ...silent, chairId: null })?.key).toBe('p0');
    expect(bigOf({ ...silent, tiles: [] })).toBeNull();
  });
});

describe('[pages] of tiles', () => {
  const size = fc.integer({ min: 1, max: 25 });

  test('the pages together hold everyone once, also when who speaks was brought forward', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 120 }), size, fc.nat(130), (count, most, speaker) => {
        const tiles = people(count);
        const voice = { speakerPeerId: `p${speaker}` };
        const { pages } = pageOf(tiles, most, { page: 0, ...voice });
        const shown = Array.from({ length: pages }, (_, page) =>
          pageOf(tiles, most, { page, ...voice }).shown.map(({ key }) => key),
        );
        expect(shown.flat().toSorted()).toEqual(tiles.map(({ key }) => key).toSorted());
        for (const page of shown) expect(page.length).toBeLessThanOrEqual(most);
        if (speaker < count) expect(shown[0]).toContain(`p${speaker}`);
      }),
    );
  });

  test('a page beyond the last is the last: people leave while one looks', () => {
    expect(pageOf(people(10), 4, { page: 99, speakerPeerId: null })).toMatchObject({
      page: 2,
      pages: 3,
    });
  });
});

describe('[layout] what is drawn', () => {
  const area = { width: 1280, height: 600 };
  const wish = { area, page: 0, speakerPeerId: null, showsOwn: true };

  test('[1,000 people] only a page of tiles stands in the document', () => {
    const tiles = people(1000);
    const [first = null] = tiles;
    for (const layout of ['grid', 'speaker', 'side'] as const) {
      const { placed, pages } = arrange({ ...wish, tiles, layout, big: first });
      expect(placed.length).toBeLessThanOrEqual(26);
      expect(pages).toBeGreaterThan(20);
    }
  });

  test('nobody stands twice on a page', () => {
    const layout = fc.constantFrom('grid', 'speaker', 'side');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 80 }), layout, fc.nat(9), (count, shape, page) => {
        const tiles = people(count);
        const big = tiles.at(-1) ?? null;
        const { placed } = arrange({ ...wish, tiles, layout: shape, big, page });
        const keys = placed.map(({ tile }) => tile.key);
        expect(new Set(keys).size).toBe(keys.length);
        expect(keys.length).toBeGreaterThan(0);
      }),
    );
  });

  test('alone, one sees oneself', () => {
    const { placed, own } = arrange({ ...wish, tiles: [], layout: 'grid', big: null });
    expect(placed).toEqual([]);
    expect(own?.width).toBeGreaterThan(300);
  });

  test('without a place to draw in nothing is drawn', () => {
    const nowhere = { ...wish, area: { width: 0, height: 0 } };
    const { placed } = arrange({ ...nowhere, tiles: people(3), layout: 'grid', big: null });
    expect(placed).toEqual([]);
  });
});
