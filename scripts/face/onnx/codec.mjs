import { schema } from './schema.mjs';

/**
 * Reads and writes the protobuf wire format of ONNX files. Ours is a hundred lines because the format is
 * small and the files are made once, at set-up; a protobuf library would be a dependency of every install.
 * @typedef {import('./schema.mjs').Model} Model
 * @typedef {Record<string, unknown>} Message
 */

const VARINT = 0;
const FIXED64 = 1;
const BYTES = 2;
const FIXED32 = 5;

const text = { encoder: new TextEncoder(), decoder: new TextDecoder() };

/** @param {number} value a whole number; negative ones take ten bytes, as protobuf wants. */
function varint(value) {
  const bytes = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  while (rest > 127n) {
    bytes.push(Number(rest & 127n) | 128);
    rest >>= 7n;
  }
  bytes.push(Number(rest));
  return Buffer.from(bytes);
}

/** @param {number} number @param {string} kind @param {unknown} value @returns {Buffer[]} */
function encodeField(number, kind, value) {
  if (kind === 'int') return [varint(number * 8 + VARINT), varint(Number(value))];
  if (kind === 'float') {
    const bytes = Buffer.alloc(4);
    bytes.writeFloatLE(Number(value));
    return [varint(number * 8 + FIXED32), bytes];
  }
  const payload = encodePayload(kind, value);
  return [varint(number * 8 + BYTES), varint(payload.length), payload];
}

/** @param {string} kind @param {unknown} value @returns {Buffer} */
function encodePayload(kind, value) {
  if (kind === 'string') return Buffer.from(text.encoder.encode(String(value)));
  if (kind === 'bytes') {
    const { buffer, byteOffset, byteLength } = /** @type {Uint8Array} */ (value);
    return Buffer.from(buffer, byteOffset, byteLength);
  }
  return encodeMessage(kind, /** @type {Message} */ (value));
}

/** @param {string} type @param {Message} message @returns {Buffer} */
function encodeMessage(type, message) {
  const parts = Object.entries(schema[type] ?? {}).flatMap(([number, [name, kind, repeated]]) => {
    const value = message[name];
    if (value === undefined) return [];
    const values = repeated ? /** @type {unknown[]} */ (value) : [value];
    return values.flatMap((item) => encodeField(Number(number), kind, item));
  });
  return Buffer.concat(parts);
}

class Reader {
  /** @param {Buffer} buffer */
  constructor(buffer) {
    this.buffer = buffer;
    this.at = 0;
  }

  varint() {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = this.buffer.readUInt8(this.at++);
      value |= BigInt(byte & 127) << shift;
      if (byte < 128) return Number(BigInt.asIntN(64, value));
    }
  }

  float() {
    this.at += 4;
    return this.buffer.readFloatLE(this.at - 4);
  }

  bytes() {
    const length = this.varint();
    this.at += length;
    if (this.at > this.buffer.length) throw new Error('the ONNX file is cut off');
    return this.buffer.subarray(this.at - length, this.at);
  }

  /** @param {number} wire */
  skip(wire) {
    if (wire === VARINT) this.varint();
    else if (wire === BYTES) this.bytes();
    else this.at += wire === FIXED64 ? 8 : 4;
  }
}

/** Numbers may stand one by one or packed; readers must take both. @param {Reader} reader @param {number} wire @param {string} kind */
function readNumbers(reader, wire, kind) {
  if (wire !== BYTES) return [kind === 'int' ? reader.varint() : reader.float()];
  const packed = new Reader(reader.bytes());
  const values = [];
  while (packed.at < packed.buffer.length) {
    values.push(kind === 'int' ? packed.varint() : packed.float());
  }
  return values;
}

/** @param {Reader} reader @param {number} wire @param {string} kind @returns {unknown[]} */
function readValues(reader, wire, kind) {
  if (kind === 'int' || kind === 'float') return readNumbers(reader, wire, kind);
  const payload = reader.bytes();
  if (kind === 'string') return [text.decoder.decode(payload)];
  return [kind === 'bytes' ? payload : decodeMessage(kind, payload)];
}

/** @param {string} type @param {Buffer} buffer @returns {Message} */
function decodeMessage(type, buffer) {
  /** @type {Message} */
  const message = {};
  const fields = schema[type] ?? {};
  for (const [name, , repeated] of Object.values(fields)) if (repeated) message[name] = [];
  const reader = new Reader(buffer);
  while (reader.at < buffer.length) {
    const tag = reader.varint();
    const field = fields[tag >> 3];
    if (!field) {
      reader.skip(tag & 7);
      continue;
    }
    const [name, kind, repeated] = field;
    const values = readValues(reader, tag & 7, kind);
    if (repeated) /** @type {unknown[]} */ (message[name]).push(...values);
    else message[name] = values.at(-1);
  }
  return message;
}

/** @param {Model} model @returns {Buffer} the bytes of an .onnx file */
export function encodeModel(model) {
  return encodeMessage('Model', { ...model });
}

/** @param {Buffer} file an .onnx file @returns {Model} */
export function decodeModel(file) {
  return /** @type {Model} */ (decodeMessage('Model', file));
}

/** @param {import('./schema.mjs').Tensor} tensor of floats @returns {Float32Array} a copy */
export function tensorFloats(tensor) {
  if (!tensor.rawData) return Float32Array.from(tensor.floatData ?? []);
  return new Float32Array(Uint8Array.from(tensor.rawData).buffer);
}
