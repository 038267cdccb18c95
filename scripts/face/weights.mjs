import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * @typedef {import('./onnx/graph.mjs').Weights} Weights
 * @typedef {{ name: string, shape: number[], dtype: string, quantization?: { dtype: string, scale: number, min: number } }} Entry
 * @typedef {(name: string) => Weights} WeightMap
 */

/** @param {Entry} entry @param {Buffer} file @param {number} offset @returns {{ data: Float32Array, bytes: number }} */
function readEntry({ name, shape, quantization }, file, offset) {
  const count = shape.reduce((a, b) => a * b, 1);
  if (!quantization) {
    const bytes = Uint8Array.from(file.subarray(offset, offset + count * 4));
    return { data: new Float32Array(bytes.buffer), bytes: count * 4 };
  }
  if (quantization.dtype !== 'uint8')
    throw new Error(`${name}: ${quantization.dtype} is not known`);
  const { scale, min } = quantization;
  const data = Float32Array.from(file.subarray(offset, offset + count), (q) => q * scale + min);
  return { data, bytes: count };
}

/**
 * Reads weights in the format of TensorFlow.js as face-api ships them (one binary beside a manifest, most of
 * it one byte per weight).
 * @param {string} dir
 * @param {string} name for example `tiny_face_detector_model`
 * @returns {WeightMap} throws for a name that the file does not have
 */
export function readTfjsWeights(dir, name) {
  const manifest = path.join(dir, `${name}-weights_manifest.json`);
  const [group] = JSON.parse(readFileSync(manifest, 'utf8'));
  const file = readFileSync(path.join(dir, `${name}.bin`));
  /** @type {Map<string, Weights>} */
  const weights = new Map();
  let offset = 0;
  for (const entry of /** @type {Entry[]} */ (group.weights)) {
    const { data, bytes } = readEntry(entry, file, offset);
    weights.set(entry.name, { shape: entry.shape, data });
    offset += bytes;
  }
  if (offset !== file.length) throw new Error(`${name}.bin is ${file.length} bytes, not ${offset}`);
  return (key) => {
    const found = weights.get(key);
    if (!found) throw new Error(`${name} has no weights called ${key}`);
    return found;
  };
}

/** @param {Weights} weights @param {number[]} order new axis → old axis @returns {Weights} */
export function transpose({ shape, data }, order) {
  const strides = shape.map((_, axis) => shape.slice(axis + 1).reduce((a, b) => a * b, 1));
  const newShape = order.map((axis) => shape[axis] ?? 0);
  const newStrides = order.map((axis) => strides[axis] ?? 0);
  const out = new Float32Array(data.length);
  const index = newShape.map(() => 0);
  let from = 0;
  for (let i = 0; i < out.length; i++) {
    out[i] = data[from] ?? 0;
    // Counts the index up like an odometer, and `from` with it.
    for (let axis = index.length - 1; axis >= 0; axis--) {
      const [n = 0, size = 0, stride = 0] = [index[axis], newShape[axis], newStrides[axis]];
      from += stride;
      index[axis] = n + 1;
      if (n + 1 < size) break;
      from -= size * stride;
      index[axis] = 0;
    }
  }
  return { shape: newShape, data: out };
}

/** TensorFlow's kernel [h, w, in, out] as ONNX's [out, in, h, w]. @param {Weights} weights */
export const kernel = (weights) => transpose(weights, [3, 2, 0, 1]);

/** TensorFlow's depthwise kernel [h, w, channels, 1] as ONNX's [channels, 1, h, w]. @param {Weights} weights */
export const depthwiseKernel = (weights) => transpose(weights, [2, 3, 0, 1]);

/**
 * Multiplies each output channel of an ONNX kernel by its own factor.
 * @param {Weights} weights @param {ArrayLike<number>} factors @returns {Weights}
 */
export function scaleOutputs({ shape, data }, factors) {
  const perChannel = data.length / (shape[0] ?? 1);
  return { shape, data: data.map((w, i) => w * (factors[Math.floor(i / perChannel)] ?? 1)) };
}

/** @param {ArrayLike<number>} values @returns {Weights} a vector, as biases are */
export function vector(values) {
  return { shape: [values.length], data: Float32Array.from(values) };
}

/**
 * A first convolution without padding that takes pixels as they are, instead of (pixel − mean) ÷ scale.
 * @param {{ weights: Weights, bias: Weights }} convolution @param {number[]} mean by channel @param {number} scale
 */
export function ofPixels({ weights: { shape, data }, bias }, mean, scale) {
  const perOutput = data.length / (shape[0] ?? 1);
  const perInput = perOutput / mean.length;
  const shifted = Float64Array.from(bias.data);
  for (const [i, w] of data.entries()) {
    const output = Math.floor(i / perOutput);
    const channel = Math.floor(i / perInput) % mean.length;
    shifted[output] = (shifted[output] ?? 0) - (w * (mean[channel] ?? 0)) / scale;
  }
  return { weights: { shape, data: data.map((w) => w / scale) }, bias: vector(shifted) };
}
