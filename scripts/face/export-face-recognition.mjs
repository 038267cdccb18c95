import { GraphBuilder, KEEP } from './onnx/graph.mjs';
import { kernel, readTfjsWeights, scaleOutputs, vector } from './weights.mjs';

const MEAN_RGB = [122.782, 117.001, 104.298];

/**
 * face-api's descriptor network (dlib's ResNet).
 * In: `face` [1, 3, 150, 150], RGB 0…255. Out: `descriptor` [1, 128].
 * @param {string} modelDir face-api's folder of weights
 */
export function exportFaceRecognition(modelDir) {
  const w = readTfjsWeights(modelDir, 'face_recognition_model');
  const g = new GraphBuilder('face_recognition');
  /**
   * Convolution, then a scale per channel, which is folded into the kernel.
   * @param {string} x @param {string} name @param {{ stride?: number, pads?: import('./onnx/graph.mjs').Pads }} options
   */
  const conv = (x, name, options) => {
    const scale = w(`${name}/scale/weights`).data;
    const shift = w(`${name}/scale/biases`).data;
    const bias = w(`${name}/conv/bias`).data.map((b, c) => b * (scale[c] ?? 1) + (shift[c] ?? 0));
    const weights = scaleOutputs(kernel(w(`${name}/conv/filters`)), scale);
    return g.conv(x, { weights, bias: vector(bias), ...options });
  };
  /** @param {string} x @param {string} name */
  const residual = (x, name) => {
    const y = g.relu(conv(x, `${name}/conv1`, { pads: KEEP }));
    return g.relu(g.add(conv(y, `${name}/conv2`, { pads: KEEP }), x));
  };
  /**
   * Halves the size; the shortcut gets zero channels, and the other way a zero row and column where the
   * size was even.
   * @param {string} x @param {string} name @param {number} newChannels @param {boolean} even
   */
  const down = (x, name, newChannels, even) => {
    const y = g.relu(conv(x, `${name}/conv1`, { stride: 2 }));
    const long = conv(y, `${name}/conv2`, { pads: KEEP });
    const short = g.averagePool(x, 2, 2);
    return g.relu(
      g.add(
        newChannels ? g.padEnd(short, newChannels, 0, 0) : short,
        even ? g.padEnd(long, 0, 1, 1) : long,
      ),
    );
  };

  let x = g.normalise(g.input('face', [1, 3, 150, 150]), MEAN_RGB, 255);
  x = g.maxPool(g.relu(conv(x, 'conv32_down', { stride: 2 })), 3, 2);
  for (const name of ['conv32_1', 'conv32_2', 'conv32_3']) x = residual(x, name);
  x = down(x, 'conv64_down', 32, false);
  for (const name of ['conv64_1', 'conv64_2', 'conv64_3']) x = residual(x, name);
  x = down(x, 'conv128_down', 64, false);
  for (const name of ['conv128_1', 'conv128_2']) x = residual(x, name);
  x = down(x, 'conv256_down', 128, true);
  for (const name of ['conv256_1', 'conv256_2']) x = residual(x, name);
  x = down(x, 'conv256_down_out', 0, true);
  x = g.op('Flatten', [g.op('GlobalAveragePool', [x])]);
  g.output(g.op('MatMul', [x, g.constant(w('fc'))]), 'descriptor', [1, 128]);
  return g.model();
}
