/**
 * The part of the ONNX format (onnx.proto3, IR version 8) that these scripts read and write: for each
 * message, field number → [name, kind, repeated]. Kinds are scalars or the name of another message.
 * @typedef {readonly [name: string, kind: string, repeated?: boolean]} Field
 * @type {Readonly<Record<string, Readonly<Record<number, Field>>>>}
 */
export const schema = {
  Model: {
    1: ['irVersion', 'int'],
    2: ['producerName', 'string'],
    3: ['producerVersion', 'string'],
    7: ['graph', 'Graph'],
    8: ['opsetImport', 'Opset', true],
  },
  Opset: { 1: ['domain', 'string'], 2: ['version', 'int'] },
  Graph: {
    1: ['node', 'Node', true],
    2: ['name', 'string'],
    5: ['initializer', 'Tensor', true],
    11: ['input', 'ValueInfo', true],
    12: ['output', 'ValueInfo', true],
  },
  Node: {
    1: ['input', 'string', true],
    2: ['output', 'string', true],
    3: ['name', 'string'],
    4: ['opType', 'string'],
    5: ['attribute', 'Attribute', true],
    7: ['domain', 'string'],
  },
  Attribute: {
    1: ['name', 'string'],
    2: ['f', 'float'],
    3: ['i', 'int'],
    4: ['s', 'string'],
    5: ['t', 'Tensor'],
    7: ['floats', 'float', true],
    8: ['ints', 'int', true],
    20: ['type', 'int'],
  },
  Tensor: {
    1: ['dims', 'int', true],
    2: ['dataType', 'int'],
    4: ['floatData', 'float', true],
    7: ['int64Data', 'int', true],
    8: ['name', 'string'],
    9: ['rawData', 'bytes'],
  },
  ValueInfo: { 1: ['name', 'string'], 2: ['type', 'Type'] },
  Type: { 1: ['tensorType', 'TensorType'] },
  TensorType: { 1: ['elemType', 'int'], 2: ['shape', 'Shape'] },
  Shape: { 1: ['dim', 'Dimension', true] },
  Dimension: { 1: ['dimValue', 'int'], 2: ['dimParam', 'string'] },
};

/** `Tensor.dataType` values in use. */
export const FLOAT = 1;
export const INT64 = 7;

/** `Attribute.type` values in use. */
export const attributeTypes = { f: 1, i: 2, s: 3, t: 4, floats: 6, ints: 7 };

/**
 * The messages as objects; absent fields are absent.
 * @typedef {{ dims?: number[], dataType?: number, floatData?: number[], int64Data?: number[], name?: string, rawData?: Uint8Array }} Tensor
 * @typedef {{ name: string, f?: number, i?: number, s?: string, t?: Tensor, floats?: number[], ints?: number[], type?: number }} Attribute
 * @typedef {{ input: string[], output: string[], name?: string, opType: string, attribute?: Attribute[], domain?: string }} Node
 * @typedef {{ dimValue?: number, dimParam?: string }} Dimension
 * @typedef {{ name: string, type: { tensorType: { elemType: number, shape: { dim: Dimension[] } } } }} ValueInfo
 * @typedef {{ node: Node[], name: string, initializer: Tensor[], input: ValueInfo[], output: ValueInfo[] }} Graph
 * @typedef {{ irVersion: number, producerName?: string, producerVersion?: string, graph: Graph, opsetImport: { domain?: string, version: number }[] }} Model
 */
