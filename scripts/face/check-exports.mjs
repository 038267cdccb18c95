import ort from 'onnxruntime-node';
import { faceApiModelDir, loadFaceApiWasm } from '../../server/attendance/face/load-face-api.mjs';
import { demoPixels, FACE_IN_DEMO, planarPixels } from './demo-picture.mjs';

/**
 * @typedef {import('../../server/attendance/face/load-face-api.mjs').FaceApi} FaceApi
 * @typedef {ReturnType<FaceApi['tf']['tensor3d']>} Image
 * @typedef {{ model: string, size: number, limit: number, what: string, run: (api: FaceApi, image: Image) => Promise<Float32Array[]> }} Check
 */

/** @param {{ dataSync(): ArrayLike<number> }} tensor */
const floats = (tensor) => Float32Array.from(tensor.dataSync());

/** Limits are absolute, on the scale of what the output means. @type {Check[]} */
const CHECKS = [
  {
    model: 'tiny_face_detector',
    size: 320,
    limit: 1e-3,
    what: 'logits',
    run: async (api, image) => {
      const net = api.nets.tinyFaceDetector;
      await net.loadFromDisk(faceApiModelDir);
      const grid = await net.forward(image, 320);
      return [floats(api.tf.transpose(grid, [0, 3, 1, 2]))];
    },
  },
  {
    model: 'face_landmark_68',
    size: 112,
    limit: 1e-5,
    what: 'parts of the side',
    run: async (api, image) => {
      const net = api.nets.faceLandmark68Net;
      await net.loadFromDisk(faceApiModelDir);
      return [floats(await net.forward(image))];
    },
  },
  {
    model: 'face_recognition',
    size: 150,
    limit: 1e-5,
    what: 'descriptor',
    run: async (api, image) => {
      const net = api.nets.faceRecognitionNet;
      await net.loadFromDisk(faceApiModelDir);
      return [floats(await net.forward(image))];
    },
  },
  {
    model: 'ssd_mobilenetv1',
    size: 512,
    limit: 1e-4,
    what: 'parts of the side, scores',
    run: async (api, image) => {
      const net = api.nets.ssdMobilenetv1;
      await net.loadFromDisk(faceApiModelDir);
      const { boxes, scores } = await net.forward(image);
      return [...boxes, ...scores].map(floats);
    },
  },
];

/** @param {Float32Array} a @param {Float32Array} b */
function largestDifference(a, b) {
  if (a.length !== b.length) return Infinity;
  return a.reduce((max, value, i) => Math.max(max, Math.abs(value - (b[i] ?? NaN))), 0);
}

/** @param {FaceApi} api @param {Check} check @param {Buffer} file */
async function runCheck(api, check, file) {
  const region = check.size < 200 ? FACE_IN_DEMO : null;
  const rgb = await demoPixels(region, check.size);
  const image = api.tf.tensor3d(rgb, [check.size, check.size, 3], 'int32');
  const wanted = await check.run(api, image);
  image.dispose();
  const session = await ort.InferenceSession.create(file, { intraOpNumThreads: 1 });
  const dims = [1, 3, check.size, check.size];
  const input = new ort.Tensor('float32', await planarPixels(region, check.size), dims);
  const outputs = await session.run({ [session.inputNames[0] ?? '']: input });
  const found = session.outputNames.map((name) =>
    Float32Array.from(/** @type {Float32Array} */ (outputs[name]?.data ?? [])),
  );
  await session.release();
  return Math.max(
    ...wanted.map((values, i) => largestDifference(values, found[i] ?? Float32Array.of())),
  );
}

/**
 * Runs each exported model and its original in face-api on the same picture.
 * @param {Map<string, Buffer>} files name → .onnx file
 * @returns {Promise<Record<string, number>>} the largest difference by model; throws where it is too large
 */
export async function checkExports(files) {
  const api = await loadFaceApiWasm();
  /** @type {Record<string, number>} */
  const differences = {};
  for (const check of CHECKS) {
    const file = files.get(check.model);
    if (!file) continue;
    const difference = await runCheck(api, check, file);
    if (!(difference <= check.limit)) {
      throw new Error(`${check.model} differs from the original by ${difference} (${check.what})`);
    }
    differences[check.model] = difference;
  }
  return differences;
}
