import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { farEnough } from './challenge-rules.ts';
import { type FaceService, createFaceService } from './face/face-service.ts';
import { testModelsDir } from './face/testing/models.ts';
import { type FaceName, portrait } from './face/testing/portraits.ts';
import { type Held, holdUp } from './testing/sheets.ts';
import { type Shape, meanShape, turnOf } from './turn-rules.ts';

/** Real pictures of real people, held up before a camera, measured by the real models. */
let face: FaceService;
beforeAll(async () => {
  face = await createFaceService({ modelsDir: await testModelsDir(), threads: 1 });
}, 120_000);
afterAll(() => face.close());

const people: FaceName[] = ['beth', 'cleo', 'emma'];
const ways: Held[] = [
  { yaw: 30 },
  { yaw: 45 },
  { yaw: -45 },
  { yaw: -60 },
  { pitch: 40 },
  { yaw: 40, pitch: 30 },
  { yaw: -40, pitch: -30 },
  { yaw: 45, roll: 35 },
  { yaw: 60, roll: -35 },
  { yaw: 45, bend: 1 },
  { yaw: -60, bend: 1 },
  { yaw: 45, bend: 1.4 },
  { yaw: 60, bend: 1.4 },
];

const marksOf = async (jpeg: Uint8Array) => (await face.analyse(jpeg, 'turn')).marks;

async function atRest(picture: Uint8Array): Promise<Shape> {
  const some = await Promise.all([{}, { roll: 2 }].map((held) => holdUp(picture, held)));
  const marks = await Promise.all(some.map(marksOf));
  return meanShape(marks.filter((one) => one !== null));
}

describe('a real picture of a face', () => {
  it.each(people)(
    '[C30] of %s does not turn, however it is slanted and bent',
    async (name) => {
      const picture = await portrait(name);
      const base = await atRest(picture);
      const turnings: Held[] = [];
      for (const held of ways) {
        const marks = await marksOf(await holdUp(picture, held));
        if (marks === null) continue;
        const { turn, inDepth } = turnOf(base, marks);
        if (Math.abs(turn) >= farEnough && inDepth) turnings.push(held);
      }
      expect(turnings).toEqual([]);
    },
    240_000,
  );

  it('[C31] that is given the depth of a head is seen turning, to its side', async () => {
    const picture = await portrait('emma');
    const base = await atRest(picture);
    const eyes = await marksOf(await holdUp(picture));
    const half = (eyes!.rightEye.x - eyes!.leftEye.x) / 2 / 420;
    const middle = {
      x: ((eyes!.leftEye.x + eyes!.rightEye.x) / 2 - 320) / 420,
      y: ((eyes!.leftEye.y + eyes!.rightEye.y) / 2 - 240) / 420,
    };
    const relief = (x: number, y: number) =>
      headRelief((x - middle.x) / half, (y - middle.y) / half) * half;
    for (const yaw of [34, -34]) {
      const marks = await marksOf(await holdUp(picture, { yaw, relief }));
      const { turn, inDepth } = turnOf(base, marks!);
      expect(Math.sign(turn)).toBe(Math.sign(yaw));
      expect(Math.abs(turn)).toBeGreaterThanOrEqual(farEnough);
      expect(inDepth).toBe(true);
    }
  }, 240_000);
});

/** A rounded head with a nose, in halves of the distance of the eyes from their middle. */
function headRelief(x: number, y: number): number {
  const round = 1.1 * Math.sqrt(Math.max(0, 1 - (x / 1.75) ** 2 - ((y - 0.6) / 2.4) ** 2));
  const nose = 0.55 * Math.exp(-((x / 0.28) ** 2) - ((y - 0.85) / 0.42) ** 2);
  return round + nose;
}
