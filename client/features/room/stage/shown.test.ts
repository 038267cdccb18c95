import { describe, expect, test } from 'vitest';
import type { Placed } from './layout.ts';
import { shownOf } from './shown.ts';
import { stillOf } from './still.ts';
import type { TileFacts } from './tiles.ts';

const placed = (name: string, more: Partial<TileFacts> = {}, isBig = false): Placed => ({
  tile: {
    key: name,
    peerId: name,
    personId: name,
    roomName: null,
    kind: 'person',
    producerId: `camera-${name}`,
    isMuted: true,
    ...more,
  },
  rect: { x: 0, y: 0, width: 320, height: 180 },
  isBig,
});
const base = {
  scale: 2,
  isHidden: false,
  floorPeerId: null,
  speakerPeerId: null,
  afloat: null,
};

describe('[received] only what is seen', () => {
  test('what is drawn, in device pixels; who sends nothing is not asked for', () => {
    const shown = shownOf({
      ...base,
      placed: [placed('an'), placed('binh', { producerId: null })],
    });
    expect([...shown.keys()]).toEqual(['camera-an']);
    expect(shown.get('camera-an')?.height).toBe(360);
  });

  test('the floor before a shared screen, the screen before the voice, the voice before the rest', () => {
    const shown = shownOf({
      ...base,
      floorPeerId: 'an',
      speakerPeerId: 'binh',
      placed: [
        placed('chi'),
        placed('binh'),
        placed('screen', { kind: 'screen' }, true),
        placed('an'),
      ],
    });
    const order = [...shown].toSorted(([, a], [, b]) => b.priority - a.priority);
    expect(order.map(([id]) => id)).toEqual([
      'camera-an',
      'camera-screen',
      'camera-binh',
      'camera-chi',
    ]);
  });

  test('a hidden page receives nothing but what floats above other windows', () => {
    const hidden = { ...base, isHidden: true, placed: [placed('an'), placed('binh')] };
    expect(shownOf(hidden).size).toBe(0);
    const afloat = { producerId: 'camera-binh', height: 240 };
    expect([...shownOf({ ...hidden, afloat }).keys()]).toEqual(['camera-binh']);
  });
});

describe('[still] a tile without a picture says why', () => {
  const fine = {
    producerId: 'p',
    hasTrack: true,
    isWeak: false,
    isWithheld: false,
    receiving: 'all',
  } as const;

  test.each([
    [{}, null],
    [{ producerId: null }, 'cameraOff'],
    [{ isWeak: true }, 'weak'],
    [{ isWithheld: true, receiving: 'saver' }, 'saver'],
    [{ isWithheld: true, receiving: 'audio' }, 'audioOnly'],
    [{ hasTrack: false }, 'coming'],
    [{ producerId: null, isWithheld: true, receiving: 'audio' }, 'cameraOff'],
  ] as const)('%j: %s', (facts, why) => {
    expect(stillOf({ ...fine, ...facts })).toBe(why);
  });
});
