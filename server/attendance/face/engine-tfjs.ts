import { createFaceApiEngine } from './engine-face-api.ts';
import { loadFaceApiNode } from './load-face-api.mjs';

/** face-api on `@tensorflow/tfjs-node`, for machines where that was installed by hand. */
export async function startTfjsEngine() {
  return createFaceApiEngine(await loadFaceApiNode(), 'tfjs-node');
}
