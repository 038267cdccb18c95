import type { FaceEngine } from './engine.ts';
import { type FaceApi, faceApiModelDir } from './load-face-api.mjs';
import type { EngineName } from './types.ts';

type Tensor = ReturnType<FaceApi['tf']['tensor4d']>;

/**
 * face-api itself as an engine, on whichever tfjs backend it was loaded with. fr_feature and fr_liveness are
 * ONNX files that tfjs cannot read, so the descriptor of face-api decides here, at its stricter thresholds.
 */
export async function createFaceApiEngine(api: FaceApi, name: EngineName): Promise<FaceEngine> {
  const { tinyFaceDetector, ssdMobilenetv1, faceLandmark68Net, faceRecognitionNet } = api.nets;
  for (const net of [tinyFaceDetector, ssdMobilenetv1, faceLandmark68Net, faceRecognitionNet]) {
    await net.loadFromDisk(faceApiModelDir);
  }
  /** Planes to pixels, the network, and its outputs read; no tensor is left behind. */
  const run = async (
    image: Float32Array,
    size: number,
    net: (input: Tensor) => Promise<{ outputs: Disposable[]; read: () => Float32Array[] }>,
  ) => {
    const planes = api.tf.tensor4d(image, [1, 3, size, size]);
    const input = api.tf.transpose(planes, [0, 2, 3, 1]);
    planes.dispose();
    const { outputs, read } = await net(input);
    const values = read();
    for (const tensor of [input, ...outputs]) tensor.dispose();
    return values;
  };
  const simple =
    (size: number, net: { forward(input: Tensor): Promise<Readable> }) =>
    async (image: Float32Array) => {
      const [values] = await run(image, size, async (input) => {
        const output = await net.forward(input);
        return { outputs: [output], read: () => [floats(output)] };
      });
      return values!;
    };
  return {
    name,
    detectTiny: async (image, size) => {
      const [values] = await run(squared(image, size), size, async (input) => {
        const grid = await tinyFaceDetector.forward(input, size);
        const planes = api.tf.transpose(grid, [0, 3, 1, 2]);
        return { outputs: [grid, planes], read: () => [floats(planes)] };
      });
      return values!;
    },
    detectSsd: async (image) => {
      const [boxes, scores] = await run(image, 512, async (input) => {
        const output = await ssdMobilenetv1.forward(input);
        const outputs = [...output.boxes, ...output.scores];
        return { outputs, read: () => outputs.map(floats) };
      });
      return { boxes: boxes!, scores: scores! };
    },
    landmarks: simple(112, faceLandmark68Net),
    describe: simple(150, faceRecognitionNet),
    embed: null,
    liveness: null,
    close: async () => {
      for (const net of [tinyFaceDetector, ssdMobilenetv1, faceLandmark68Net, faceRecognitionNet]) {
        net.dispose(false);
      }
    },
  };
}

/** face-api takes squares only: black fills what is missing below. */
function squared(image: Float32Array, size: number): Float32Array {
  const area = image.length / 3;
  if (area === size * size) return image;
  const out = new Float32Array(3 * size * size);
  for (let k = 0; k < 3; k++) out.set(image.subarray(k * area, (k + 1) * area), k * size * size);
  return out;
}

interface Disposable {
  dispose(): void;
}
interface Readable extends Disposable {
  dataSync(): ArrayLike<number>;
}

const floats = (tensor: Readable) => Float32Array.from(tensor.dataSync());
