import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type ort from 'onnxruntime-node';
import type { FaceEngine } from './engine.ts';

/** Threads of the pool share the cores, so each session keeps to one. */
const OPTIONS: ort.InferenceSession.SessionOptions = {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  executionMode: 'sequential',
  graphOptimizationLevel: 'all',
  logSeverityLevel: 3,
};

type Run = (image: Float32Array, size: number) => Promise<Float32Array[]>;

/**
 * face-api's weights as exported at set-up, and the better embedder where set-up could get it.
 * Six times faster than the WASM build of tfjs on the same weights.
 */
export async function startOnnxEngine(modelsDir: string): Promise<FaceEngine> {
  // An import would be hoisted by the bundler and keep the other engines from starting where it fails.
  const runtime: typeof ort = createRequire(import.meta.url)('onnxruntime-node');
  const sessions: ort.InferenceSession[] = [];
  const load = async (name: string): Promise<Run> => {
    const file = path.join(modelsDir, `${name}.onnx`);
    const session = await runtime.InferenceSession.create(file, OPTIONS);
    sessions.push(session);
    return (image, size) => {
      const height = image.length / (3 * size);
      const input = new runtime.Tensor('float32', image, [1, 3, height, size]);
      return run(session, input);
    };
  };
  const loadIfThere = async (name: string, size: number) => {
    if (!existsSync(path.join(modelsDir, `${name}.onnx`))) return null;
    return single(await load(name), size);
  };
  const tiny = await load('tiny_face_detector');
  const ssd = await load('ssd_mobilenetv1');
  return {
    name: 'onnxruntime-node',
    detectTiny: async (image, size) => first(await tiny(image, size)),
    detectSsd: async (image) => {
      const [boxes, scores] = await ssd(image, 512);
      return { boxes: boxes!, scores: scores! };
    },
    landmarks: single(await load('face_landmark_68'), 112),
    describe: single(await load('face_recognition'), 150),
    embed: await loadIfThere('fr_feature', 112),
    liveness: await loadIfThere('fr_liveness', 128),
    close: async () => {
      await Promise.all(sessions.map((session) => session.release()));
    },
  };
}

async function run(session: ort.InferenceSession, input: ort.Tensor) {
  const outputs = await session.run({ [session.inputNames[0]!]: input });
  return session.outputNames.map((name) => floats(outputs[name]));
}

function floats(tensor: ort.Tensor | undefined): Float32Array {
  if (!(tensor?.data instanceof Float32Array)) throw new Error('a model gave no floats');
  return tensor.data;
}

const single = (model: Run, size: number) => async (image: Float32Array) =>
  first(await model(image, size));

function first(outputs: Float32Array[]): Float32Array {
  if (!outputs[0]) throw new Error('a model gave no output');
  return outputs[0];
}
