import { array, assert as check, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TurnFrames, mostTurnFrames } from '../../../../models/contracts/challenge.ts';
import { mostFrameBytes } from '../../../../models/contracts/face.ts';
import type { Sight } from '../camera/face-finder.ts';
import { readPose } from '../camera/measure.ts';
import { followTurn } from './turning.ts';

const challenge = {
  id: '0192d0a0-0000-7000-8000-000000000000',
  direction: 'left' as const,
  promptAfter: 1000,
  window: 4000,
};
const received = 50_000;
const sight = (at: number, yaw: number, bytes = 1): Sight => ({
  takenAt: received + at,
  width: 640,
  height: 480,
  faces: [
    {
      box: { x: 0, y: 0, width: 100, height: 100 },
      score: 0.9,
      pose: { yaw, roll: 0 },
      eyeDistance: 60,
      sharpness: 100,
      brightness: 120,
    },
  ],
  hints: [],
  jpeg: new Uint8Array(bytes),
  code: null,
  tookMs: 0,
  tensors: 0,
});

describe('a turn before the kiosk', () => {
  it('[KT1] ends when the head is to its own left, which is to the right in the unmirrored picture', () => {
    const turning = followTurn(challenge, received);
    for (let at = 100; at < 1400; at += 100) turning.add(sight(at, 0));
    for (const at of [1500, 1600]) turning.add(sight(at, -0.6));
    expect(turning.isDone(received + 1650)).toBe(false);
    for (const at of [1700, 1800]) turning.add(sight(at, 0.6));
    expect(turning.isDone(received + 1850)).toBe(true);
  });

  it('[KT2] is over with its time, and when nobody is there any more', () => {
    const turning = followTurn(challenge, received);
    for (let at = 100; at < 1300; at += 100) turning.add(sight(at, 0));
    expect(turning.isDone(received + 2000)).toBe(false);
    expect(turning.isDone(received + 3000)).toBe(true);
    expect(followTurn(challenge, received).isDone(received + 5000)).toBe(true);
  });

  it('[KT3] is sent with a few pictures from before and its last ones, never more than may be', () => {
    const turning = followTurn(challenge, received);
    for (let at = 20; at < 4000; at += 20) turning.add(sight(at, 0));
    const frames = turning.frames();
    expect(frames).toHaveLength(mostTurnFrames);
    expect(frames.filter(({ at }) => at < 1000)).toHaveLength(4);
    expect(frames.at(-1)?.at).toBe(3980);
  });

  it('[KT5] is never more than one message takes, however large the pictures, and keeps both sides of the prompt', () => {
    const sizes = array(integer({ min: 1, max: mostFrameBytes }), { minLength: 40, maxLength: 60 });
    check(
      property(sizes, (bytes) => {
        const turning = followTurn(challenge, received);
        for (const [index, size] of bytes.entries()) turning.add(sight(index * 50, 0, size));
        const frames = turning.frames();
        expect(TurnFrames.safeParse(frames).success).toBe(true);
        expect(frames[0]?.at).toBeLessThan(1000);
        expect(frames.at(-1)?.at).toBe((bytes.length - 1) * 50);
      }),
      { numRuns: 20 },
    );
  });

  it('[KT6] of pictures that are all too large to be sent is refused as that', () => {
    const turning = followTurn(challenge, received);
    turning.add(sight(100, 0, mostFrameBytes + 1));
    expect(() => turning.frames()).toThrow('face_image_too_large');
    turning.add(sight(200, 0));
    expect(turning.frames()).toHaveLength(1);
  });

  it('[KT4] is read from the landmarks as the server reads it: positive with the nose to the right', () => {
    const points = Array.from({ length: 68 }, () => ({ x: 0, y: 0 }));
    points[36] = { x: 100, y: 100 };
    points[45] = { x: 200, y: 100 };
    points[30] = { x: 175, y: 150 };
    expect(readPose(points)).toEqual({ pose: { yaw: 0.5, roll: 0 }, eyeDistance: 100 });
  });
});
