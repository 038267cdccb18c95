import { attribute, GraphBuilder, HALVE, KEEP } from './onnx/graph.mjs';
import { depthwiseKernel, kernel, readTfjsWeights, scaleOutputs, vector } from './weights.mjs';

/** As in face-api's `mobileNetV1.ts`. */
const EPSILON = 0.0010000000474974513;
const DOWNSAMPLING_LAYERS = new Set([2, 4, 6, 12]);

/**
 * face-api's SSD detector over MobileNet v1.
 * In: `image` [1, 3, 512, 512], RGB 0…255. Out: `boxes` [1, n, 4] as (top, left, bottom, right) in parts of
 * the side, and `scores` [1, n]; overlapping boxes are not yet suppressed.
 * @param {string} modelDir face-api's folder of weights
 */
export function exportSsdMobilenetv1(modelDir) {
  const w = readTfjsWeights(modelDir, 'ssd_mobilenetv1_model');
  const g = new GraphBuilder('ssd_mobilenetv1');
  const six = [0, 6].map((n) => g.constant({ shape: [], data: Float32Array.of(n) }));
  /** @param {string} x */
  const relu6 = (x) => g.op('Clip', [x, ...six]);
  /** @param {string} x @param {string} name @param {boolean} halve */
  const conv = (x, name, halve = false) => {
    const weights = kernel(w(`${name}/weights`));
    const keep = weights.shape[2] === 3 ? KEEP : undefined;
    const options = halve ? { stride: 2, pads: HALVE } : { pads: keep };
    return relu6(g.conv(x, { weights, bias: w(`${name}/convolution_bn_offset`), ...options }));
  };
  /** Depthwise kernel with its batch normalisation folded in. @param {string} x @param {number} i */
  const depthwise = (x, i) => {
    const at = `MobilenetV1/Conv2d_${i}_depthwise`;
    const [gamma, beta, mean, variance] = ['gamma', 'beta', 'moving_mean', 'moving_variance'].map(
      (part) => w(`${at}/BatchNorm/${part}`).data,
    );
    if (!gamma || !beta || !mean || !variance) throw new Error(`${at} lacks its normalisation`);
    const factor = gamma.map((value, c) => value / Math.sqrt((variance[c] ?? 0) + EPSILON));
    const bias = beta.map((value, c) => value - (mean[c] ?? 0) * (factor[c] ?? 0));
    const halve = DOWNSAMPLING_LAYERS.has(i);
    const weights = scaleOutputs(depthwiseKernel(w(`${at}/depthwise_weights`)), factor);
    const options = { stride: halve ? 2 : 1, pads: halve ? HALVE : KEEP, group: weights.shape[0] };
    return relu6(g.conv(x, { weights, bias: vector(bias), ...options }));
  };
  /** @param {string} x @param {string} name @param {number} size of one prediction */
  const predict = (x, name, size) => {
    const y = g.conv(x, { weights: kernel(w(`${name}/weights`)), bias: w(`${name}/biases`) });
    const byPixel = g.op('Transpose', [y], [attribute('perm', [0, 2, 3, 1])]);
    return g.op('Reshape', [byPixel, g.integers([1, -1, size])]);
  };
  /** @param {string[]} parts @param {number} axis */
  const concat = (parts, axis) => g.op('Concat', parts, [attribute('axis', axis)]);

  const image = g.input('image', [1, 3, 512, 512]);
  let x = conv(
    g.normalise(image, [127.5, 127.5, 127.5], 127.5),
    'MobilenetV1/Conv2d_0_pointwise',
    true,
  );
  const levels = [];
  for (let i = 1; i <= 13; i++) {
    x = conv(depthwise(x, i), `MobilenetV1/Conv2d_${i}_pointwise`);
    if (i === 11 || i === 13) levels.push(x);
  }
  for (let i = 0; i < 8; i += 2) {
    x = conv(x, `Prediction/Conv2d_${i}_pointwise`);
    x = conv(x, `Prediction/Conv2d_${i + 1}_pointwise`, true);
    levels.push(x);
  }
  const at = 'Prediction/BoxPredictor_';
  const encoded = levels.map((level, i) => predict(level, `${at}${i}/BoxEncodingPredictor`, 4));
  const classes = levels.map((level, i) => predict(level, `${at}${i}/ClassPredictor`, 3));

  const priors = w('Output/extra_dim');
  g.output(decodeBoxes(g, concat(encoded, 1), priors), 'boxes', [1, 'boxes', 4]);
  const face = g.op('Gather', [concat(classes, 1), g.integers([1])], [attribute('axis', 2)]);
  const score = g.op('Sigmoid', [g.op('Reshape', [face, g.integers([1, -1])])]);
  g.output(score, 'scores', [1, 'boxes']);
  return g.model();
}

/**
 * (ty, tx, th, tw) relative to each prior box → corners, as face-api's `outputLayer.ts`.
 * @param {GraphBuilder} g @param {string} encoded @param {import('./onnx/graph.mjs').Weights} priors
 */
function decodeBoxes(g, encoded, priors) {
  const count = priors.data.length / 4;
  const centres = new Float32Array(count * 2);
  const sizes = new Float32Array(count * 2);
  for (let i = 0; i < count; i++) {
    for (let axis = 0; axis < 2; axis++) {
      const low = priors.data[i * 4 + axis] ?? 0;
      const size = (priors.data[i * 4 + axis + 2] ?? 0) - low;
      sizes[i * 2 + axis] = size;
      centres[i * 2 + axis] = low + size / 2;
    }
  }
  const size = g.constant({ shape: [1, count, 2], data: sizes });
  const centre = g.constant({ shape: [1, count, 2], data: centres });
  const number = (/** @type {number} */ n) => g.constant({ shape: [1], data: Float32Array.of(n) });
  /** @param {number} from @param {number} to */
  const columns = (from, to) =>
    g.op('Slice', [encoded, g.integers([from]), g.integers([to]), g.integers([2])]);
  const middle = g.add(g.op('Mul', [g.op('Div', [columns(0, 2), number(10)]), size]), centre);
  const grown = g.op('Mul', [g.op('Exp', [g.op('Div', [columns(2, 4), number(5)])]), size]);
  const half = g.op('Div', [grown, number(2)]);
  return g.op('Concat', [g.op('Sub', [middle, half]), g.add(middle, half)], [attribute('axis', 2)]);
}
