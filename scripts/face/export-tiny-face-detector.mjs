import { GraphBuilder, KEEP, floatAttribute } from './onnx/graph.mjs';
import { depthwiseKernel, kernel, ofPixels, readTfjsWeights } from './weights.mjs';

/** As in face-api's `leaky.ts`. */
const LEAK = 0.10000000149011612;
const MEAN_RGB = [117.001, 114.697, 97.404];

/**
 * face-api's TinyFaceDetector: a small YOLOv2 of depthwise separable convolutions.
 * In: `image` [1, 3, height, width], RGB 0…255, multiples of 32. Out: `grid` [1, 25, height/32, width/32],
 * five anchors of (x, y, w, h, score) per cell, not yet decoded.
 * @param {string} modelDir face-api's folder of weights
 */
export function exportTinyFaceDetector(modelDir) {
  const w = readTfjsWeights(modelDir, 'tiny_face_detector_model');
  const g = new GraphBuilder('tiny_face_detector');
  /** @param {string} x */
  const leaky = (x) => g.op('LeakyRelu', [x], [floatAttribute('alpha', LEAK)]);
  /** @param {string} x @param {string} name */
  const separable = (x, name) => {
    const depthwise = depthwiseKernel(w(`${name}/depthwise_filter`));
    const channels = depthwise.shape[0];
    const y = g.conv(x, { weights: depthwise, group: channels, pads: KEEP });
    const weights = kernel(w(`${name}/pointwise_filter`));
    return leaky(g.conv(y, { weights, bias: w(`${name}/bias`) }));
  };

  const first = { weights: kernel(w('conv0/filters')), bias: w('conv0/bias') };
  const image = g.input('image', [1, 3, 'height', 'width']);
  let x = leaky(g.conv(image, ofPixels(first, MEAN_RGB, 255)));
  for (const name of ['conv1', 'conv2', 'conv3', 'conv4', 'conv5']) {
    x = separable(g.maxPoolSame(x, 2, 2), name);
  }
  x = g.maxPoolSame(x, 2, 1);
  x = g.conv(x, { weights: kernel(w('conv8/filters')), bias: w('conv8/bias') });
  g.output(x, 'grid', [1, 25, 'rows', 'columns']);
  return g.model();
}
