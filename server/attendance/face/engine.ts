import type { EngineName } from './types.ts';

/**
 * A backend that runs the networks. Pictures come as planes R, G, B of 0…255, square; what a number means is
 * the caller's business, so that all engines share cutting out, decoding and thresholds.
 */
export interface FaceEngine {
  readonly name: EngineName;
  /**
   * TinyFaceDetector at a side that is a multiple of 32: 25 planes of cells. The image may lack rows at the bottom,
   * as long as its height is a multiple of 32 too; the grid then has rows for at least what is there.
   */
  detectTiny(image: Float32Array, size: number): Promise<Float32Array>;
  /** SSD MobileNet v1 at 512: boxes (top, left, bottom, right) in parts of the side, with scores. */
  detectSsd(image: Float32Array): Promise<{ boxes: Float32Array; scores: Float32Array }>;
  /** 68 points at 112, x and y by turns, in parts of the side. */
  landmarks(face: Float32Array): Promise<Float32Array>;
  /** face-api's 128 numbers at 150. */
  describe(face: Float32Array): Promise<Float32Array>;
  /** fr_feature's 512 numbers at 112, aligned; null where its file or a runtime for it is missing. */
  readonly embed: ((aligned: Float32Array) => Promise<Float32Array>) | null;
  /** fr_liveness's logits at 128, planes B, G, R; null as above. */
  readonly liveness: ((face: Float32Array) => Promise<Float32Array>) | null;
  close(): Promise<void>;
}

/**
 * Starts the wanted engine, or the first that works: onnxruntime-node, tfjs-node where installed, WASM.
 * @returns the engine, and why better ones were passed over
 * @throws Error with the reason of each when none works
 */
export async function startEngine(
  modelsDir: string,
  wanted: EngineName | 'auto',
): Promise<{ engine: FaceEngine; skipped: string[] }> {
  const skipped: string[] = [];
  for (const [name, start] of starters) {
    if (wanted !== 'auto' && wanted !== name) continue;
    try {
      return { engine: await start(modelsDir), skipped };
    } catch (error) {
      skipped.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  throw new Error(`No engine for face recognition works. ${skipped.join('; ')}`);
}

/** Imported only when tried: a runtime that cannot load on this machine must not keep the others from it. */
const starters: readonly [EngineName, (modelsDir: string) => Promise<FaceEngine>][] = [
  ['onnxruntime-node', async (dir) => (await import('./engine-onnx.ts')).startOnnxEngine(dir)],
  ['tfjs-node', async () => (await import('./engine-tfjs.ts')).startTfjsEngine()],
  ['wasm', async () => (await import('./engine-wasm.ts')).startWasmEngine()],
];
