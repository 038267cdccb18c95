import { alignFace } from './align.ts';
import type { FaceEngine } from './engine.ts';
import { landmarkBox } from './landmarks.ts';
import { faceSquare, sample } from './sampling.ts';
import {
  type EmbedderInfo,
  embedderId,
  type Picture,
  type Point,
  type Thresholds,
} from './types.ts';
import { normalise } from './vectors.ts';

/** Turns a face into a vector. Vectors of different embedders have nothing to do with each other. */
export interface Embedder extends EmbedderInfo {
  thresholds: Thresholds;
  /** @param aligned of the same face, where the caller has it already */
  embed(picture: Picture, landmarks: Point[], aligned?: Float32Array): Promise<Float32Array>;
}

/** The best embedder that the engine can run. Start values as measured; see docs/decisions/0003-face-models.md. */
export function chooseEmbedder(engine: FaceEngine): Embedder {
  return engine.embed ? frFeature(engine.embed) : faceApiDescriptor(engine);
}

/** The version counts alignment and preprocessing too: a change of either makes old templates useless. */
function frFeature(embed: (aligned: Float32Array) => Promise<Float32Array>): Embedder {
  const info = { name: 'fr_feature', version: '0.0.1-1', dimensions: 512 };
  return {
    ...info,
    thresholds: {
      embedder: embedderId(info),
      verify: 1,
      identify: 0.95,
      identifyLarge: 0.9,
      largeRoll: 1000,
      margin: 0.08,
      doubt: 0.1,
      confirm: false,
    },
    async embed(picture, landmarks, aligned = alignFace(picture, landmarks)) {
      return normalise(await embed(centred(aligned)));
    },
  };
}

/** As the network was trained. */
function centred(aligned: Float32Array): Float32Array {
  const out = new Float32Array(aligned.length);
  for (let i = 0; i < out.length; i++) out[i] = (aligned[i]! - 127) / 128;
  return out;
}

/**
 * The fallback. At its usual threshold of 0.6 it takes a third of different Asian people for the same, so it
 * runs at strict ones and a person confirms what it finds.
 */
function faceApiDescriptor(engine: FaceEngine): Embedder {
  const info = { name: 'face-api', version: '1.7.15-1', dimensions: 128 };
  return {
    ...info,
    thresholds: {
      embedder: embedderId(info),
      verify: 0.45,
      identify: 0.4,
      identifyLarge: 0.4,
      largeRoll: 1000,
      margin: 0.03,
      doubt: 0.05,
      confirm: true,
    },
    async embed(picture, landmarks) {
      const cut = faceSquare(picture, landmarkBox(landmarks));
      return Float32Array.from(await engine.describe(sample(picture, cut, 150)));
    },
  };
}
