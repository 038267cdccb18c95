import { tensorFloats } from './onnx/codec.mjs';

/**
 * @typedef {import('./onnx/schema.mjs').Graph} Graph
 * @typedef {import('./onnx/schema.mjs').Node} Node
 * @typedef {import('./onnx/schema.mjs').Tensor} Tensor
 * @typedef {{ expand: Node, first: Node, depthwise: Node, second: Node, project: Node }} Block
 */

/** The runtime computes channels in blocks of so many, and leaves its fast layout where a count does not fit. */
const BLOCK = 16;

/** @param {Graph} graph @param {string | undefined} name @returns {Tensor} */
function constant(graph, name) {
  const tensor = graph.initializer.find((t) => t.name === name);
  if (!tensor) throw new Error(`${name} is no constant`);
  return tensor;
}

/** @param {Tensor} tensor @param {number[]} dims @param {Float32Array} values */
export function setFloats(tensor, dims, values) {
  delete tensor.floatData;
  tensor.dims = dims;
  tensor.rawData = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}

/** @param {Node} node */
const groupOf = (node) => node.attribute?.find((a) => a.name === 'group')?.i ?? 1;

/** The only node that reads a value. @param {Graph} graph @param {Node | undefined} node @param {string} type */
function soleReader(graph, node, type) {
  const readers = graph.node.filter((n) => n.input.includes(node?.output[0] ?? ''));
  const [reader] = readers;
  return readers.length === 1 && reader?.opType === type ? reader : undefined;
}

/**
 * Convolution, PRelu, depthwise convolution, PRelu, 1×1 convolution, each read by the next alone: inside, channels
 * never meet, and none is seen from outside.
 * @param {Graph} graph @returns {Block[]}
 */
function findBlocks(graph) {
  return graph.node.flatMap((expand) => {
    if (expand.opType !== 'Conv' || groupOf(expand) !== 1 || !expand.input[2]) return [];
    const first = soleReader(graph, expand, 'PRelu');
    const depthwise = soleReader(graph, first, 'Conv');
    const second = soleReader(graph, depthwise, 'PRelu');
    const project = soleReader(graph, second, 'Conv');
    if (!first || !depthwise?.input[2] || !second || !project?.input[2]) return [];
    const channels = constant(graph, expand.input[1]).dims?.[0] ?? 0;
    const [outputs, inputs, height, width] = constant(graph, project.input[1]).dims ?? [];
    if (groupOf(depthwise) !== channels || inputs !== channels || !outputs) return [];
    return height === 1 && width === 1 ? [{ expand, first, depthwise, second, project }] : [];
  });
}

/** Row after row of a tensor whose first dimension is the channel. @param {Tensor} tensor */
function rowsOf(tensor) {
  const values = tensorFloats(tensor);
  const count = tensor.dims?.[0] ?? 1;
  const length = values.length / count;
  return Array.from({ length: count }, (_, i) => values.subarray(i * length, (i + 1) * length));
}

/** Keeps rows and adds rows of zeros. @param {Tensor} tensor @param {number[]} kept @param {number} count */
function keepRows(tensor, kept, count) {
  const rows = rowsOf(tensor);
  const length = rows[0]?.length ?? 0;
  const values = new Float32Array(count * length);
  for (const [i, channel] of kept.entries()) values.set(rows[channel] ?? [], i * length);
  setFloats(tensor, [count, ...(tensor.dims ?? []).slice(1)], values);
}

/** The same for the second dimension of a 1×1 kernel. @param {Tensor} tensor @param {number[]} kept @param {number} count */
function keepColumns(tensor, kept, count) {
  const rows = rowsOf(tensor);
  const values = new Float32Array(rows.length * count);
  for (const [o, row] of rows.entries()) {
    for (const [i, channel] of kept.entries()) values[o * count + i] = row[channel] ?? 0;
  }
  setFloats(tensor, [rows.length, count, 1, 1], values);
}

/**
 * What a channel without weights before it adds to the outcome is a constant: its bias after PRelu.
 * @param {Graph} graph @param {Block} block @param {number} channel
 */
function addConstant(graph, { depthwise, second, project }, channel) {
  const bias = tensorFloats(constant(graph, depthwise.input[2]))[channel] ?? 0;
  const slope = tensorFloats(constant(graph, second.input[1]))[channel] ?? 0;
  const outcome = bias > 0 ? bias : bias * slope;
  const target = constant(graph, project.input[2]);
  const weights = rowsOf(constant(graph, project.input[1]));
  const values = tensorFloats(target).map((b, o) => b + outcome * (weights[o]?.[channel] ?? 0));
  setFloats(target, target.dims ?? [], values);
}

/** @param {Graph} graph @param {Block} block @returns {number} how many channels were removed */
function trimBlock(graph, block) {
  const { expand, first, depthwise, second, project } = block;
  const kernels = rowsOf(constant(graph, depthwise.input[1]));
  const readers = rowsOf(constant(graph, project.input[1]));
  /** @param {number} channel */
  const isUnread = (channel) => readers.every((row) => row[channel] === 0);
  /** @param {number} channel */
  const isConstant = (channel) => kernels[channel]?.every((w) => w === 0) ?? false;
  const channels = kernels.map((_, channel) => channel);
  const unread = channels.filter(isUnread);
  const fixed = channels.filter((channel) => !isUnread(channel) && isConstant(channel));
  for (const channel of fixed) addConstant(graph, block, channel);
  const gone = new Set([...unread, ...fixed]);
  const kept = channels.filter((channel) => !gone.has(channel));
  const count = Math.max(1, Math.ceil(kept.length / BLOCK)) * BLOCK;
  for (const name of [...expand.input.slice(1), ...depthwise.input.slice(1)]) {
    keepRows(constant(graph, name), kept, count);
  }
  for (const { input } of [first, second]) keepRows(constant(graph, input[1]), kept, count);
  keepColumns(constant(graph, project.input[1]), kept, count);
  const group = depthwise.attribute?.find((a) => a.name === 'group');
  if (group) group.i = count;
  return gone.size;
}

/**
 * Takes out channels that contribute nothing but a constant, which a network pruned in training is full of, and
 * fills each block up with empty channels to a count that suits the runtime. The function stays the same.
 * @param {Graph} graph @returns {number} how many channels were removed
 */
export function trimChannels(graph) {
  return findBlocks(graph).reduce((sum, block) => sum + trimBlock(graph, block), 0);
}
