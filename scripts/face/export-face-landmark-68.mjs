import { GraphBuilder, HALVE, KEEP } from './onnx/graph.mjs';
import { depthwiseKernel, kernel, readTfjsWeights } from './weights.mjs';

const MEAN_RGB = [122.782, 117.001, 104.298];

/**
 * face-api's 68-point landmark network.
 * In: `face` [1, 3, 112, 112], RGB 0…255. Out: `points` [1, 136], x and y by turns, in parts of the side.
 * @param {string} modelDir face-api's folder of weights
 */
export function exportFaceLandmark68(modelDir) {
  const w = readTfjsWeights(modelDir, 'face_landmark_68_model');
  const g = new GraphBuilder('face_landmark_68');
  /** @param {string} x @param {string} name @param {boolean} halve */
  const separable = (x, name, halve = false) => {
    const depthwise = depthwiseKernel(w(`${name}/depthwise_filter`));
    const y = g.conv(x, {
      weights: depthwise,
      group: depthwise.shape[0],
      stride: halve ? 2 : 1,
      pads: halve ? HALVE : KEEP,
    });
    return g.conv(y, { weights: kernel(w(`${name}/pointwise_filter`)), bias: w(`${name}/bias`) });
  };
  /** The first convolution of a block, plain in the first block. @param {string} x @param {string} name */
  const entry = (x, name) =>
    name === 'dense0'
      ? g.conv(x, {
          weights: kernel(w('dense0/conv0/filters')),
          bias: w('dense0/conv0/bias'),
          stride: 2,
          pads: HALVE,
        })
      : separable(x, `${name}/conv0`, true);
  /** Each step reads the sum of all before it. @param {string} x @param {string} name */
  const dense = (x, name) => {
    const first = g.relu(entry(x, name));
    let sum = first;
    let active = first;
    for (const step of ['conv1', 'conv2', 'conv3']) {
      sum = g.add(sum, separable(active, `${name}/${step}`));
      active = g.relu(sum);
    }
    return active;
  };

  let x = g.normalise(g.input('face', [1, 3, 112, 112]), MEAN_RGB, 255);
  for (const name of ['dense0', 'dense1', 'dense2', 'dense3']) x = dense(x, name);
  x = g.op('Flatten', [g.averagePool(x, 7, 2)]);
  const weights = g.constant(w('fc/weights'));
  x = g.op('Gemm', [x, weights, g.constant(w('fc/bias'))]);
  g.output(x, 'points', [1, 136]);
  return g.model();
}
