import ort from 'onnxruntime-node';
import { FACE_IN_DEMO, planarPixels } from './demo-picture.mjs';

const RUNS = 15;
/** Largest 1 − cos between the outputs of the original and of the rewritten network. */
const LIMIT = 1e-9;

/** @param {ArrayLike<number>} a @param {ArrayLike<number>} b */
function oneMinusCosine(a, b) {
  let dot = 0;
  let aa = 0;
  let bb = 0;
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i] ?? 0, b[i] ?? 0];
    dot += x * y;
    aa += x * x;
    bb += y * y;
  }
  return 1 - dot / Math.sqrt(aa * bb);
}

/** @param {number[]} values */
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

/**
 * What a network is fed with: the side of its input, and how it wants its pixels.
 * @typedef {{ size: number, pixel: (p: number) => number }} Feed
 * @type {Record<'embedder' | 'liveness', Feed>}
 */
export const FEEDS = {
  embedder: { size: 112, pixel: (p) => (p - 127) / 128 },
  liveness: { size: 128, pixel: (p) => p },
};

/** @param {import('onnxruntime-node').InferenceSession} session @param {import('onnxruntime-node').Tensor} input */
async function run(session, input) {
  const outputs = await session.run({ [session.inputNames[0] ?? '']: input });
  return /** @type {Float32Array} */ (outputs[session.outputNames[0] ?? '']?.data ?? []);
}

/**
 * Runs both files on a face, by turns.
 * @param {Buffer} original @param {Buffer} rewritten @param {Feed} feed
 * @returns {Promise<{ difference: number, originalMs: number, rewrittenMs: number }>} medians of one thread;
 * throws where the outputs differ
 */
export async function checkRewrite(original, rewritten, { size, pixel }) {
  const options = { intraOpNumThreads: 1, graphOptimizationLevel: /** @type {const} */ ('all') };
  const sessions = await Promise.all(
    [original, rewritten].map((file) => ort.InferenceSession.create(file, options)),
  );
  const pixels = await planarPixels(FACE_IN_DEMO, size);
  const input = new ort.Tensor('float32', pixels.map(pixel), [1, 3, size, size]);
  /** @type {number[][]} */
  const times = sessions.map(() => []);
  /** @type {ArrayLike<number>[]} */
  const outputs = [];
  for (let turn = 0; turn < RUNS; turn++) {
    for (const [i, session] of sessions.entries()) {
      const start = performance.now();
      outputs[i] = await run(session, input);
      times[i]?.push(performance.now() - start);
    }
  }
  await Promise.all(sessions.map((session) => session.release()));
  const difference = oneMinusCosine(outputs[0] ?? [], outputs[1] ?? []);
  if (!(difference <= LIMIT)) {
    throw new Error(`a rewritten network differs from the original by ${difference} (1 − cos)`);
  }
  const [originalMs = 0, rewrittenMs = 0] = times.map(median);
  return { difference: Math.max(0, difference), originalMs, rewrittenMs };
}
