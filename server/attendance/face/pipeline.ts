import { alignFace } from './align.ts';
import { decodePicture } from './decode.ts';
import { detectFaces, PRESENT } from './detector.ts';
import type { Embedder } from './embedder.ts';
import type { FaceEngine } from './engine.ts';
import { findLandmarks, headPose, marksOf } from './landmarks.ts';
import { livenessScore } from './liveness.ts';
import { advice, measureQuality, refusals } from './quality.ts';
import type { FrameAnalysis, Picture, Point, Purpose } from './types.ts';

/** Milliseconds by stage, for benchmarks. */
export type Timings = Partial<
  Record<'decode' | 'detect' | 'landmarks' | 'align' | 'liveness' | 'embed', number>
>;

export interface Pipeline {
  /**
   * From the bytes of a picture to what can be said about it.
   * @throws AppError `face_image_invalid`, `face_image_too_large`
   */
  analyse(upload: Uint8Array, purpose: Purpose, timings?: Timings): Promise<FrameAnalysis>;
  /** The largest face's vector whatever its quality, for measuring accuracy; null when none is found. */
  measure(upload: Uint8Array): Promise<{ embedding: Float32Array; refused: boolean } | null>;
}

export function createPipeline(engine: FaceEngine, embedder: Embedder): Pipeline {
  return {
    async analyse(upload, purpose, timings = {}) {
      const time = stopwatch(timings);
      const picture = await time('decode', () => decodePicture(upload));
      const faces = await time('detect', () => detectFaces(engine, picture));
      const result = nothingFound(picture, faces.filter(({ score }) => score >= PRESENT).length);
      const [face] = faces;
      if (!face) return result;
      const points = await time('landmarks', () => findLandmarks(engine, picture, face.box));
      const pose = headPose(points);
      Object.assign(result, { box: face.box, score: face.score, pose, marks: marksOf(points) });
      result.hints = refusals(faces, points, pose, purpose);
      if (result.hints.length > 0) return result;
      const { aligned, quality } = await time('align', async () => lookClosely(picture, points));
      result.quality = quality;
      const { hints, refused } = advice(result.quality, purpose);
      result.hints = hints;
      if (refused) return result;
      // Asked at doors alone; elsewhere someone stands beside, or the turn itself is the proof.
      if (purpose === 'check-in')
        result.liveness = await time('liveness', () => livenessScore(engine, picture, face.box));
      result.embedding = await time('embed', () => embedder.embed(picture, points, aligned));
      return result;
    },
    async measure(upload) {
      const picture = await decodePicture(upload);
      const faces = await detectFaces(engine, picture);
      const [face] = faces;
      if (!face) return null;
      const points = await findLandmarks(engine, picture, face.box);
      const refused = refusals(faces, points, headPose(points), 'check-in').length > 0;
      return { embedding: await embedder.embed(picture, points), refused };
    },
  };
}

function lookClosely(picture: Picture, points: Point[]) {
  const aligned = alignFace(picture, points);
  return { aligned, quality: measureQuality(aligned, points) };
}

function nothingFound({ width, height }: Picture, faces: number): FrameAnalysis {
  return {
    faces,
    width,
    height,
    box: null,
    score: 0,
    pose: null,
    marks: null,
    quality: null,
    hints: ['no_face'],
    liveness: null,
    embedding: null,
  };
}

function stopwatch(timings: Timings) {
  return async <T>(stage: keyof Timings, work: () => Promise<T>): Promise<T> => {
    const start = performance.now();
    const result = await work();
    timings[stage] = performance.now() - start;
    return result;
  };
}
