// Run as a child process: node suite.mjs [options of jest]. mediasoup's own tests, which its npm package carries compiled,
// with the media worker that this machine uses; all of them, whether the worker was downloaded or built here.
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv, env, execPath } from 'node:process';
import { fileURLToPath } from 'node:url';
import { generate } from 'selfsigned';
import { inPackage } from '../setup/paths.mjs';
import { mediaWorkerBin } from './index.mjs';

/**
 * The tests want to lie in mediasoup's folder, with jest's configuration and a key pair beside them, and jest passes over
 * whatever lies in node_modules: so they are run in a copy.
 * @param {string} folder
 */
function copyPackage(folder) {
  cpSync(inPackage('mediasoup', 'node', 'lib'), join(folder, 'node', 'lib'), { recursive: true });
  cpSync(inPackage('mediasoup', 'package.json'), join(folder, 'package.json'));
}

/** The key pair that the tests start a worker with; the npm package leaves it out. @param {string} folder */
async function makeKeyPair(folder) {
  const data = join(folder, 'node', 'lib', 'test', 'data');
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'mediasoup' }], {
    keySize: 2048,
    algorithm: 'sha256',
  });
  mkdirSync(data);
  writeFileSync(join(data, 'dtls-cert.pem'), cert);
  writeFileSync(join(data, 'dtls-key.pem'), key, { mode: 0o600 });
}

/** @param {string} folder @returns {string} path of the configuration */
function configure(folder) {
  const file = join(folder, 'jest.config.json');
  const config = {
    testMatch: ['<rootDir>/node/lib/test/test-*.js'],
    modulePaths: [inPackage('mediasoup', 'node_modules'), inPackage()],
    setupFilesAfterEnv: [fileURLToPath(new URL('suite-patience.cjs', import.meta.url))],
    transform: {},
    // Only against a test that hangs.
    testTimeout: 120_000,
    // Each test starts workers of its own; more side by side would only slow each other down.
    maxWorkers: 2,
  };
  writeFileSync(file, JSON.stringify(config));
  return file;
}

/** @param {string} config @returns {Promise<number>} exit status */
function runJest(config) {
  const jest = inPackage('jest', 'bin', 'jest.js');
  return new Promise((resolve, reject) => {
    const child = spawn(execPath, [jest, `--config=${config}`, ...argv.slice(2)], {
      env: { ...env, MEDIASOUP_WORKER_BIN: mediaWorkerBin() },
      stdio: 'inherit',
    });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

const folder = mkdtempSync(join(tmpdir(), 'nghi-truong-mediasoup-'));
try {
  copyPackage(folder);
  await makeKeyPair(folder);
  process.exitCode = await runJest(configure(folder));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
