import * as faceApi from '@vladmandic/face-api';
import landmarkManifest from '@vladmandic/face-api/model/face_landmark_68_model-weights_manifest.json';
import landmarkWeights from '@vladmandic/face-api/model/face_landmark_68_model.bin?url';
import detectorManifest from '@vladmandic/face-api/model/tiny_face_detector_model-weights_manifest.json';
import detectorWeights from '@vladmandic/face-api/model/tiny_face_detector_model.bin?url';
import wasm from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import wasmSimd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import wasmThreaded from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url';
import type { Box, Point } from './finder-protocol.ts';

/** What the typings of face-api leave out of the tfjs that it carries. */
interface TfControls {
  setBackend(name: string): Promise<boolean>;
  ready(): Promise<void>;
  getBackend(): string;
  memory(): { numTensors: number };
  setWasmPaths(paths: Record<string, string>): void;
}
const isTf = (lib: object): lib is TfControls =>
  ['setBackend', 'ready', 'getBackend', 'memory', 'setWasmPaths'].every((name) => name in lib);

export interface FaceModels {
  backend: string;
  /** Side of the square that the detector looks at. */
  detectorSize: number;
  /** @param picture square, of `detectorSize` @returns boxes in its pixels */
  detect(picture: ImageData): Promise<{ box: Box; score: number }[]>;
  /** @param face square, of `landmarkSize` @returns 68 points in its pixels */
  landmarks(face: ImageData): Promise<Point[]>;
  tensors(): number;
}

export const landmarkSize = 112;
const candidate = 0.5;

/**
 * face-api's small detector and its 68 landmarks, on the graphics card where there is one, else on WebAssembly.
 * @throws Error when a file cannot be had or only the plain CPU is left, which takes seconds for a picture
 */
export async function loadFaceModels(): Promise<FaceModels> {
  const { tf, nets } = faceApi;
  if (!isTf(tf)) throw new Error('this face-api carries another tfjs');
  const backend = await startBackend(tf);
  const detector = nets.tinyFaceDetector;
  const marks = nets.faceLandmark68Net;
  detector.loadFromWeightMap(await weightsOf(detectorManifest, detectorWeights));
  marks.loadFromWeightMap(await weightsOf(landmarkManifest, landmarkWeights));
  const detectorSize = backend === 'webgl' ? 320 : 224;
  const models: FaceModels = {
    backend,
    detectorSize,
    detect: (picture) =>
      withInput(picture, async (input) => {
        const found = await detector.locateFaces(input, {
          inputSize: detectorSize,
          scoreThreshold: candidate,
        });
        return found.map(({ box, score }) => ({ box: plain(box), score }));
      }),
    landmarks: (face) =>
      withInput(face, async (input) => {
        const found = await marks.detectLandmarks(input);
        const [one] = Array.isArray(found) ? found : [found];
        return (one?.positions ?? []).map(({ x, y }) => ({ x, y }));
      }),
    tensors: () => tf.memory().numTensors,
  };
  // The first run builds shaders and fills caches: nobody shall wait for it at the door.
  await models.detect(new ImageData(detectorSize, detectorSize));
  await models.landmarks(new ImageData(landmarkSize, landmarkSize));
  return models;
}

const plain = ({ x, y, width, height }: Box): Box => ({ x, y, width, height });

/** Hands a picture over as a tensor and lets go of it. */
async function withInput<T>(
  picture: ImageData,
  use: (input: faceApi.NetInput) => Promise<T>,
): Promise<T> {
  const pixels = faceApi.tf.browser.fromPixels(picture);
  const batch = faceApi.tf.expandDims<faceApi.tf.Tensor4D>(pixels);
  try {
    return await use(new faceApi.NetInput([batch]));
  } finally {
    pixels.dispose();
    batch.dispose();
  }
}

async function startBackend(tf: TfControls): Promise<string> {
  tf.setWasmPaths({
    'tfjs-backend-wasm.wasm': wasm,
    'tfjs-backend-wasm-simd.wasm': wasmSimd,
    'tfjs-backend-wasm-threaded-simd.wasm': wasmThreaded,
  });
  for (const name of hasGraphicsCard() ? ['webgl', 'wasm'] : ['wasm']) {
    const started = await tf.setBackend(name).catch(() => false);
    await tf.ready();
    if (started && tf.getBackend() === name) return name;
  }
  throw new Error('neither the graphics card nor WebAssembly can be used');
}

/** WebGL that is worked out by the processor is slower than WebAssembly, and takes it from the page. */
function hasGraphicsCard(): boolean {
  const context = new OffscreenCanvas(1, 1).getContext('webgl2');
  if (context === null) return false;
  const facts = context.getExtension('WEBGL_debug_renderer_info');
  const renderer = context.getParameter(facts?.UNMASKED_RENDERER_WEBGL ?? context.RENDERER);
  context.getExtension('WEBGL_lose_context')?.loseContext();
  return !/swiftshader|llvmpipe|software|basic render/i.test(String(renderer));
}

type Manifest = readonly { weights: readonly object[] }[];

/** The weights of a network, from the files of the npm package that our server serves. */
async function weightsOf(manifest: Manifest, url: string): Promise<faceApi.tf.NamedTensorMap> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  const specs = manifest.flatMap(({ weights }) => weights);
  return faceApi.tf.io.decodeWeights(await answer.arrayBuffer(), specs.filter(isSpec));
}

type Specs = Parameters<typeof faceApi.tf.io.decodeWeights>[1];
const isSpec = (spec: object): spec is Specs[number] => 'name' in spec && 'shape' in spec;
