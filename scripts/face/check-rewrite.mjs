import ort from 'onnxruntime-node';
import { FACE_IN_DEMO, planarPixels } from './demo-picture.mjs';

const RUNS = 15;
/** Largest 1 − cos between the original's embedding and the rewritten one's. */
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
 * Runs both files on a face, by turns.
 * @param {Buffer} original @param {Buffer} rewritten
 * @returns {Promise<{ difference: number, originalMs: number, rewrittenMs: number }>} medians of one thread;
 * throws where the embeddings differ
 */
export async function checkRewrite(original, rewritten) {
  const options = { intraOpNumThreads: 1, graphOptimizationLevel: /** @type {const} */ ('all') };
  const sessions = await Promise.all(
    [original, rewritten].map((file) => ort.InferenceSession.create(file, options)),
  );
  const pixels = await planarPixels(FACE_IN_DEMO, 112);
  const input = new ort.Tensor(
    'float32',
    pixels.map((p) => (p - 127) / 128),
    [1, 3, 112, 112],
  );
  /** @type {number[][]} */
  const times = sessions.map(() => []);
  /** @type {ArrayLike<number>[]} */
  const embeddings = [];
  for (let run = 0; run < RUNS; run++) {
    for (const [i, session] of sessions.entries()) {
      const start = performance.now();
      const { output } = await session.run({ input });
      times[i]?.push(performance.now() - start);
      embeddings[i] = /** @type {Float32Array} */ (output?.data);
    }
  }
  await Promise.all(sessions.map((session) => session.release()));
  const difference = oneMinusCosine(embeddings[0] ?? [], embeddings[1] ?? []);
  if (!(difference <= LIMIT)) {
    throw new Error(`the rewritten embedder differs from the original by ${difference} (1 − cos)`);
  }
  const [originalMs = 0, rewrittenMs = 0] = times.map(median);
  return { difference: Math.max(0, difference), originalMs, rewrittenMs };
}
