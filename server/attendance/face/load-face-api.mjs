import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { compileFunction } from 'node:vm';

/**
 * @typedef {typeof import('@vladmandic/face-api')} FaceApi
 */

const require = createRequire(import.meta.url);

/** Folder of face-api's own weights. */
export const faceApiModelDir = path.join(
  path.dirname(require.resolve('@vladmandic/face-api/package.json')),
  'model',
);

/**
 * face-api calls these as methods of a tensor. The full `@tensorflow/tfjs` adds them; tfjs-core alone, a
 * tenth of its size, has them as functions only.
 * @param {typeof import('@tensorflow/tfjs-core')} tf
 */
function addChainedOps(tf) {
  const proto = tf.Tensor.prototype;
  /** @param {string} name @param {(this: import('@tensorflow/tfjs-core').Tensor, ...args: never[]) => unknown} method */
  const add = (name, method) => {
    if (!(name in proto)) Object.defineProperty(proto, name, { value: method, configurable: true });
  };
  add('div', function (/** @type {never} */ x) {
    return tf.div(this, x);
  });
  add('mul', function (/** @type {never} */ x) {
    return tf.mul(this, x);
  });
  add('sub', function (/** @type {never} */ x) {
    return tf.sub(this, x);
  });
  add('mean', function (/** @type {never} */ axis) {
    return tf.mean(this, axis);
  });
  for (const rank of [1, 2, 3, 4]) {
    add(`as${rank}D`, function (...shape) {
      return tf.reshape(this, rank === 1 ? [this.size] : shape);
    });
  }
  for (const name of ['slice', 'reshape', 'expandDims']) {
    const fn = /** @type {Record<string, (...args: unknown[]) => unknown>} */ (
      /** @type {unknown} */ (tf)
    )[name];
    add(name, function (...args) {
      return fn?.(this, ...args);
    });
  }
}

/**
 * Loads face-api's WASM build over tfjs-core and the WASM backend, and starts that backend.
 * Throws when another backend would run: tfjs falls back to the plain CPU silently, at 20 s a frame.
 * @returns {Promise<FaceApi>}
 */
export async function loadFaceApiWasm() {
  const file = require.resolve('@vladmandic/face-api/dist/face-api.node-wasm.js');
  const tf = require('@tensorflow/tfjs-core');
  const wasm = require('@tensorflow/tfjs-backend-wasm');
  addChainedOps(tf);
  const module = { exports: {} };
  // The build asks for the whole of @tensorflow/tfjs (100 MB with WebGL and layers); the core is enough.
  const wrapped = compileFunction(
    readFileSync(file, 'utf8'),
    ['require', 'module', 'exports', '__filename', '__dirname'],
    { filename: file },
  );
  wrapped(
    (/** @type {string} */ id) => (id === '@tensorflow/tfjs' ? tf : require(id)),
    module,
    module.exports,
    file,
    path.dirname(file),
  );
  wasm.setWasmPaths(
    `${path.dirname(require.resolve('@tensorflow/tfjs-backend-wasm/package.json'))}/dist/`,
  );
  await tf.setBackend('wasm');
  await tf.ready();
  if (tf.getBackend() !== 'wasm') {
    throw new Error(`tfjs runs on "${tf.getBackend()}" instead of WASM`);
  }
  return /** @type {FaceApi} */ (module.exports);
}

/**
 * Loads face-api over `@tensorflow/tfjs-node`, which is no dependency of this project: its install downloads
 * a library of TensorFlow, which closed networks cannot reach. Throws where it is not installed.
 * @returns {Promise<FaceApi>}
 */
export async function loadFaceApiNode() {
  /** @type {typeof import('@tensorflow/tfjs-core')} */
  const tf = require('@tensorflow/tfjs-node');
  /** @type {FaceApi} */
  const api = require('@vladmandic/face-api/dist/face-api.node.js');
  await tf.ready();
  const backend = tf.getBackend();
  if (backend !== 'tensorflow') throw new Error(`tfjs runs on "${backend}" instead of TensorFlow`);
  return api;
}
