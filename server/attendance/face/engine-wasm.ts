import { createFaceApiEngine } from './engine-face-api.ts';
import { loadFaceApiWasm } from './load-face-api.mjs';

/** face-api on tfjs's WASM backend: slow, but it runs wherever Node does. */
export async function startWasmEngine() {
  return createFaceApiEngine(await loadFaceApiWasm(), 'wasm');
}
