import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { readFromTgz } from './untar.mjs';

/**
 * The package that carries the default embedder and the liveness model. It stands in no package.json,
 * because it would drag old build tools into every install; two files of its tarball are all we use.
 */
export const FACE_PLUGIN = { name: 'faceplugin-face-recognition-js', version: '0.0.1' };
export const FACE_PLUGIN_TARBALL = `${FACE_PLUGIN.name}-${FACE_PLUGIN.version}.tgz`;

const FILES = [
  {
    name: 'fr_feature.onnx',
    bytes: 4_884_269,
    sha256: '87aacdfe57510db2af90c0251df680e8eec88f122ee94712121d09bcaaaf3581',
  },
  {
    name: 'fr_liveness.onnx',
    bytes: 1_886_811,
    sha256: 'afa783b7e902fdfcf323a7240cac2a1c580c25314ea4161129dc1b0d100dc32d',
  },
];
const LICENCE = 'package/LICENSE';

/** @param {Buffer} file */
export const sha256 = (file) => createHash('sha256').update(file).digest('hex');

/** npm's own client asks the registry that this machine is set up for. @param {string} dir @returns {Promise<Buffer>} */
async function downloadTarball(dir) {
  const spec = `${FACE_PLUGIN.name}@${FACE_PLUGIN.version}`;
  // One quick second try: without this package the service still starts, so nobody need wait for long.
  const patience = ['--fetch-retries=1', '--fetch-retry-mintimeout=1000', '--fetch-timeout=120000'];
  const args = ['pack', spec, '--pack-destination', dir, '--loglevel=error', ...patience];
  const windows = process.platform === 'win32';
  const options = { cwd: dir, shell: windows, timeout: 10 * 60_000 };
  await promisify(execFile)(windows ? 'npm.cmd' : 'npm', args, options).catch((error) => {
    // npm says what went wrong in lines of its own; the rest is the command itself.
    const reasons = String(error.stderr).match(/(?<=^npm error )(?!A complete log).+/gm) ?? [];
    throw new Error(`npm: ${reasons.join(' ') || error.message}`, { cause: error });
  });
  return readFile(path.join(dir, FACE_PLUGIN_TARBALL));
}

/**
 * @param {string} modelsDir a tarball laid here by hand is used without asking the registry
 * @returns {Promise<Buffer>}
 */
async function getTarball(modelsDir) {
  const local = path.join(modelsDir, FACE_PLUGIN_TARBALL);
  if (existsSync(local)) return readFile(local);
  const dir = await mkdtemp(path.join(tmpdir(), 'nghi-truong-face-'));
  try {
    return await downloadTarball(dir);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/**
 * Gets the two models with their licence, each checked by size and hash.
 * @param {string} modelsDir
 * @returns {Promise<{ feature: Buffer, liveness: Buffer, licence: Buffer }>}
 */
export async function getFacePluginModels(modelsDir) {
  const tarball = await getTarball(modelsDir);
  const names = FILES.map(({ name }) => `package/model/${name}`);
  const found = readFromTgz(tarball, [...names, LICENCE]);
  const [feature, liveness] = FILES.map(({ name, bytes, sha256: wanted }) => {
    const file = found.get(`package/model/${name}`);
    if (!file) throw new Error(`${name} is not in the package`);
    if (file.length !== bytes || sha256(file) !== wanted) {
      throw new Error(`${name} is not the file that was measured and reviewed`);
    }
    return file;
  });
  const licence = found.get(LICENCE);
  if (!feature || !liveness || !licence) throw new Error('the package lacks its licence');
  return { feature, liveness, licence };
}
