import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { faceApiModelDir } from '../../server/attendance/face/load-face-api.mjs';
import { checkExports } from '../face/check-exports.mjs';
import { checkRewrite, FEEDS } from '../face/check-rewrite.mjs';
import { exportFaceLandmark68 } from '../face/export-face-landmark-68.mjs';
import { exportFaceRecognition } from '../face/export-face-recognition.mjs';
import { exportSsdMobilenetv1 } from '../face/export-ssd-mobilenetv1.mjs';
import { exportTinyFaceDetector } from '../face/export-tiny-face-detector.mjs';
import {
  FACE_PLUGIN,
  FACE_PLUGIN_TARBALL,
  getFacePluginModels,
  sha256,
} from '../face/face-plugin.mjs';
import { encodeModel } from '../face/onnx/codec.mjs';
import { rewriteNetwork } from '../face/rewrite-network.mjs';
import { withLock } from './lock.mjs';

/**
 * @typedef {(line: string) => void} Log
 * @typedef {{ name: string, file: string, bytes: number, sha256: string, from: string, check?: string }} ModelEntry
 * @typedef {{ revision: string, models: ModelEntry[], missing: string | null, triedAt: string }} Manifest
 */

/** How long to leave the registry alone after it could not be reached. */
const RETRY_AFTER_MS = 60 * 60_000;

const faceApi = createRequire(import.meta.url)('@vladmandic/face-api/package.json');
const scriptsDir = path.dirname(fileURLToPath(import.meta.url));

/** Changes with the packages and with the scripts that make the models, so stale models are never used. */
async function revision() {
  const hash = createHash('sha256');
  hash.update(`${faceApi.version} ${FACE_PLUGIN.name} ${FACE_PLUGIN.version}`);
  const dir = path.join(scriptsDir, '..', 'face');
  const files = await readdir(dir, { recursive: true });
  for (const file of files.filter((name) => name.endsWith('.mjs')).toSorted()) {
    hash.update(await readFile(path.join(dir, file)));
  }
  return hash.digest('hex').slice(0, 12);
}

/** @param {string} dir @returns {Manifest | null} */
function readManifest(dir) {
  const file = path.join(dir, 'manifest.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

/** @param {string} dir @param {string} root */
function isReady(dir, root) {
  const manifest = readManifest(dir);
  if (!manifest) return false;
  if (manifest.missing === null) return true;
  if (existsSync(path.join(root, FACE_PLUGIN_TARBALL))) return false;
  return Date.now() - Date.parse(manifest.triedAt) < RETRY_AFTER_MS;
}

/** @param {string} dir @param {string} name @param {Buffer} file @param {string} from @param {string} [check] @returns {Promise<ModelEntry>} */
async function saveModel(dir, name, file, from, check) {
  await writeFile(path.join(dir, `${name}.onnx`), file);
  const entry = { name, file: `${name}.onnx`, bytes: file.length, sha256: sha256(file), from };
  return check ? { ...entry, check } : entry;
}

/** @param {string} dir @param {Log} log */
async function addFaceApiModels(dir, log) {
  log('Face models: exporting the weights of face-api to ONNX');
  const files = new Map(
    Object.entries({
      tiny_face_detector: exportTinyFaceDetector(faceApiModelDir),
      face_landmark_68: exportFaceLandmark68(faceApiModelDir),
      face_recognition: exportFaceRecognition(faceApiModelDir),
      ssd_mobilenetv1: exportSsdMobilenetv1(faceApiModelDir),
    }).map(([name, model]) => [name, encodeModel(model)]),
  );
  log('Face models: comparing them with the originals on a picture');
  const differences = await checkExports(files);
  await copyFile(path.join(faceApiModelDir, '..', 'LICENSE'), path.join(dir, 'LICENSE-face-api'));
  const from = `@vladmandic/face-api@${faceApi.version}`;
  return Promise.all(
    [...files].map(([name, file]) => {
      const check = `largest difference from the original ${differences[name]?.toExponential(1)}`;
      return saveModel(dir, name, file, from, check);
    }),
  );
}

/** @param {string} dir @param {string} root @param {Log} log */
async function addEmbedder(dir, root, log) {
  log(
    `Face models: getting ${FACE_PLUGIN.name}@${FACE_PLUGIN.version} from the registry (41 MB, once)`,
  );
  const { feature, liveness, licence } = await getFacePluginModels(root);
  await writeFile(path.join(dir, 'LICENSE-faceplugin'), licence);
  return [
    await rewrite(dir, 'fr_feature', feature, 'embedder', log),
    await rewrite(dir, 'fr_liveness', liveness, 'liveness', log),
  ];
}

/** @param {string} dir @param {string} name @param {Buffer} original @param {keyof typeof FEEDS} use @param {Log} log */
async function rewrite(dir, name, original, use, log) {
  const { file } = rewriteNetwork(original);
  const { difference, originalMs, rewrittenMs } = await checkRewrite(original, file, FEEDS[use]);
  const [before, after] = [originalMs, rewrittenMs].map((ms) => ms.toFixed(1));
  log(`Face models: ${use} rewritten, ${before} → ${after} ms per face`);
  const check = `1 − cos to the original ${difference.toExponential(1)}`;
  return saveModel(dir, name, file, `${FACE_PLUGIN.name}@${FACE_PLUGIN.version}`, check);
}

/** @param {string} dir @param {string} root @param {string} name @param {Log} log */
async function build(dir, root, name, log) {
  await rm(dir, { recursive: true, force: true });
  await mkdir(dir, { recursive: true });
  const models = await addFaceApiModels(dir, log);
  /** @type {string | null} */
  let missing = null;
  try {
    models.push(...(await addEmbedder(dir, root, log)));
  } catch (error) {
    missing = String(error instanceof Error ? error.message.split('\n', 1)[0] : error);
    log(`Face models: the default embedder cannot be had (${missing}).`);
    log('Face models: going on with the descriptor of face-api, at stricter thresholds.');
    log(`Face models: to add it by hand, lay ${FACE_PLUGIN_TARBALL} into ${root}`);
  }
  /** @type {Manifest} */
  const manifest = { revision: name, models, missing, triedAt: new Date().toISOString() };
  await writeFile(path.join(dir, 'manifest.json'), JSON.stringify(manifest, null, 2));
}

/** Tells a server that is given only the cache folder which revision to load. @param {string} root @param {string} name */
async function pointTo(root, name) {
  const file = path.join(root, 'current');
  if (existsSync(file) && readFileSync(file, 'utf8') === name) return;
  await writeFile(`${file}.${process.pid}`, name);
  await rename(`${file}.${process.pid}`, file);
}

/**
 * Makes the models of face recognition ready, once: exported from the installed face-api and, where the
 * registry can be reached, the default embedder and the liveness model. Safe to call from several processes.
 * @param {{ cacheDir: string, log?: Log }} options `cacheDir` outlives builds
 * @returns {Promise<string>} the folder that holds the .onnx files and `manifest.json`; the recognition
 * service takes this folder or `cacheDir`
 */
export async function prepareFaceModels({ cacheDir, log = () => {} }) {
  const root = path.join(cacheDir, 'face-models');
  const name = await revision();
  const dir = path.join(root, name);
  if (!isReady(dir, root)) await buildOnce(dir, root, name, log);
  await pointTo(root, name);
  return dir;
}

/** @param {string} dir @param {string} root @param {string} name @param {Log} log */
async function buildOnce(dir, root, name, log) {
  await mkdir(root, { recursive: true });
  await withLock(path.join(root, 'lock'), async () => {
    if (isReady(dir, root)) return;
    const building = path.join(root, `building-${process.pid}`);
    try {
      await build(building, root, name, log);
      await rm(dir, { recursive: true, force: true });
      await rename(building, dir);
    } finally {
      await rm(building, { recursive: true, force: true });
    }
    log(`Face models: ready in ${dir}`);
  });
}
