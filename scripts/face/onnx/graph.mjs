import { attributeTypes, FLOAT, INT64 } from './schema.mjs';

/**
 * Builds an ONNX graph line by line: every method adds one node and returns the name of its output, so
 * that an export script reads like the network that it describes. Layout is NCHW, precision float32.
 * @typedef {import('./schema.mjs').Attribute} Attribute
 * @typedef {{ shape: number[], data: Float32Array }} Weights
 * @typedef {[top: number, left: number, bottom: number, right: number]} Pads
 * @typedef {{ weights: Weights, bias?: Weights, stride?: number, pads?: Pads, group?: number }} ConvOptions
 */

/** Operators used here exist in this form since opset 13. */
const OPSET = 13;
const IR_VERSION = 7;

/** @type {Pads} the padding of a 3×3 kernel that keeps the size */
export const KEEP = [1, 1, 1, 1];

/**
 * What TensorFlow's 'same' means for a 3×3 kernel of stride 2 over an even size: one row and column at the
 * far end only.
 * @type {Pads}
 */
export const HALVE = [0, 0, 1, 1];

/** @param {string} name @param {number | string | number[]} value @returns {Attribute} */
export function attribute(name, value) {
  const key =
    typeof value === 'string'
      ? 's'
      : Array.isArray(value)
        ? 'ints'
        : Number.isInteger(value)
          ? 'i'
          : 'f';
  return { name, [key]: value, type: attributeTypes[key] };
}

/** @param {string} name @param {number} value @returns {Attribute} */
export function floatAttribute(name, value) {
  return { name, f: value, type: attributeTypes.f };
}

/** @param {string} name @param {(number | string)[]} shape a string is a size known only when the model runs */
function valueInfo(name, shape) {
  const dim = shape.map((d) => (typeof d === 'string' ? { dimParam: d } : { dimValue: d }));
  return { name, type: { tensorType: { elemType: FLOAT, shape: { dim } } } };
}

export class GraphBuilder {
  /** @param {string} name */
  constructor(name) {
    /** @type {import('./schema.mjs').Graph} */
    this.graph = { name, node: [], initializer: [], input: [], output: [] };
    this.counter = 0;
  }

  /** @param {string} name @param {(number | string)[]} shape */
  input(name, shape) {
    this.graph.input.push(valueInfo(name, shape));
    return name;
  }

  /** Renames a value to become an output of the model. @param {string} value @param {string} name @param {(number | string)[]} shape */
  output(value, name, shape) {
    for (const node of this.graph.node) {
      node.output = node.output.map((o) => (o === value ? name : o));
      node.input = node.input.map((i) => (i === value ? name : i));
    }
    this.graph.output.push(valueInfo(name, shape));
  }

  /** @param {Weights} weights @returns {string} */
  constant({ shape, data }) {
    const name = `w${this.graph.initializer.length}`;
    const rawData = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    this.graph.initializer.push({ name, dims: shape, dataType: FLOAT, rawData });
    return name;
  }

  /** @param {number[]} values @returns {string} */
  integers(values) {
    const name = `w${this.graph.initializer.length}`;
    const rawData = new Uint8Array(BigInt64Array.from(values, BigInt).buffer);
    this.graph.initializer.push({ name, dims: [values.length], dataType: INT64, rawData });
    return name;
  }

  /** @param {string} opType @param {string[]} input @param {Attribute[]} [attributes] @returns {string} */
  op(opType, input, attributes = []) {
    const output = `x${this.counter++}`;
    this.graph.node.push({ opType, name: output, input, output: [output], attribute: attributes });
    return output;
  }

  /** @param {string} x @param {ConvOptions} options */
  conv(x, { weights, bias, stride = 1, pads = [0, 0, 0, 0], group = 1 }) {
    const inputs = [x, this.constant(weights), ...(bias ? [this.constant(bias)] : [])];
    return this.op('Conv', inputs, [
      attribute('kernel_shape', weights.shape.slice(2)),
      attribute('strides', [stride, stride]),
      attribute('pads', pads),
      attribute('group', group),
    ]);
  }

  /** @param {string} a @param {string} b */
  add(a, b) {
    return this.op('Add', [a, b]);
  }

  /** @param {string} x */
  relu(x) {
    return this.op('Relu', [x]);
  }

  /** Pixels 0…255 to (x − mean) ÷ scale; for a first kernel with padding, which is zero after it; else see `ofPixels`. @param {string} x @param {number[]} mean @param {number} scale */
  normalise(x, mean, scale) {
    const means = this.constant({ shape: [1, mean.length, 1, 1], data: Float32Array.from(mean) });
    const scales = this.constant({ shape: [1], data: Float32Array.of(scale) });
    return this.op('Div', [this.op('Sub', [x, means]), scales]);
  }

  /** @param {string} x @param {number} size @param {number} stride */
  maxPool(x, size, stride) {
    return this.op(
      'MaxPool',
      [x],
      [attribute('kernel_shape', [size, size]), attribute('strides', [stride, stride])],
    );
  }

  /** TensorFlow's 'same': the padding depends on the size and lies at the far end. @param {string} x @param {number} size @param {number} stride */
  maxPoolSame(x, size, stride) {
    return this.op(
      'MaxPool',
      [x],
      [
        attribute('kernel_shape', [size, size]),
        attribute('strides', [stride, stride]),
        attribute('auto_pad', 'SAME_UPPER'),
      ],
    );
  }

  /** @param {string} x @param {number} size @param {number} stride */
  averagePool(x, size, stride) {
    return this.op(
      'AveragePool',
      [x],
      [attribute('kernel_shape', [size, size]), attribute('strides', [stride, stride])],
    );
  }

  /** Zeros after the end of channels, rows and columns. @param {string} x @param {number} channels @param {number} rows @param {number} columns */
  padEnd(x, channels, rows, columns) {
    return this.op('Pad', [x, this.integers([0, 0, 0, 0, 0, channels, rows, columns])]);
  }

  /** @returns {import('./schema.mjs').Model} */
  model() {
    return {
      irVersion: IR_VERSION,
      producerName: 'nghi-truong',
      graph: this.graph,
      opsetImport: [{ domain: '', version: OPSET }],
    };
  }
}
