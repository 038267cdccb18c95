import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { decodePicture } from './decode.ts';
import { detectFaces } from './detector.ts';
import { type FaceEngine, startEngine } from './engine.ts';
import { findLandmarks, landmarkBox } from './landmarks.ts';
import { faceSquare, paddedSquare, sample } from './sampling.ts';
import { testModelsDir } from './testing/models.ts';
import { groupPhoto, portrait } from './testing/portraits.ts';
import { distance } from './vectors.ts';

/** Machines that run these may be slow and busy; nothing here is about speed. */
const PATIENCE = 120_000;
vi.setConfig({ testTimeout: PATIENCE, hookTimeout: PATIENCE });

let onnx: FaceEngine;
let wasm: FaceEngine;
beforeAll(async () => {
  const dir = await testModelsDir();
  onnx = (await startEngine(dir, 'onnxruntime-node')).engine;
  wasm = (await startEngine(dir, 'wasm')).engine;
});
afterAll(() => Promise.all([onnx.close(), wasm.close()]));

describe('the engines', () => {
  it('find the same faces and landmarks, and describe them alike', async () => {
    const picture = await decodePicture(await portrait('beth'));
    const [a] = await detectFaces(onnx, picture);
    const [b] = await detectFaces(wasm, picture);
    if (!a || !b) throw new Error('no face');
    expect(b.score).toBeCloseTo(a.score, 4);
    expect(b.box.x).toBeCloseTo(a.box.x, 1);
    expect(b.box.width).toBeCloseTo(a.box.width, 1);
    const points = await findLandmarks(onnx, picture, a.box);
    for (const [i, point] of (await findLandmarks(wasm, picture, a.box)).entries()) {
      expect(point.x).toBeCloseTo(points[i]!.x, 2);
      expect(point.y).toBeCloseTo(points[i]!.y, 2);
    }
    const face = sample(picture, faceSquare(picture, landmarkBox(points)), 150);
    const [mine, theirs] = [await onnx.describe(face), await wasm.describe(face)];
    expect(distance(Float32Array.from(mine), theirs)).toBeLessThan(1e-4);
  });

  it('agree on SSD, which sees the faces of a group', async () => {
    const picture = await decodePicture(await groupPhoto());
    const input = sample(picture, paddedSquare(picture, 0), 512);
    const [a, b] = [await onnx.detectSsd(input), await wasm.detectSsd(input)];
    expect(a.scores.filter((score) => score > 0.7).length).toBeGreaterThanOrEqual(3);
    expect(b.scores).toHaveLength(a.scores.length);
    for (const [i, score] of a.scores.entries()) {
      if (score > 0.3) expect(b.scores[i]).toBeCloseTo(score, 4);
    }
  });

  it('say why a wanted engine cannot start', async () => {
    await expect(startEngine('/nowhere', 'onnxruntime-node')).rejects.toThrow('onnxruntime-node');
  });
});
