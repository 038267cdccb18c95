import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fingerprint } from '../setup/fingerprint.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
/** Stand-ins for the worker's libraries; see the README there. */
const standInDir = join(here, 'subprojects');
const pchDir = join(here, 'pch');

/** Debian's names of what the build needs. */
export const BUILD_PACKAGES = [
  'g++',
  'meson',
  'ninja-build',
  'pkg-config',
  'libssl-dev',
  'libuv1-dev',
  'libsrtp2-dev',
  'libusrsctp-dev',
  'libabsl-dev',
  'libflatbuffers-dev',
  'flatbuffers-compiler',
];

/** As mediasoup builds its own releases; liburing is off, since Debian 12's lacks calls that the worker makes. */
export const MESON_OPTIONS = [
  '--wrap-mode=nodownload',
  '--buildtype=release',
  '-Db_ndebug=true',
  '-Dms_disable_liburing=true',
];

/**
 * A change to the copy of the worker's sources. `find` must occur exactly once, or the build stops: a new mediasoup needs a look.
 * @typedef {{ file: string, find: string, replace: string, why: string }} Patch
 */

/** @type {Patch[]} */
export const PATCHES = [
  {
    file: 'meson.build',
    find: "meson_version: '>= 1.1.0'",
    replace: "meson_version: '>= 1.0.0'",
    why: 'Debian 12 has meson 1.0.1, and nothing of 1.1 is used.',
  },
  {
    file: 'meson.build',
    find: "  'mediasoup-worker',\n  build_by_default: true,\n",
    replace: "  'mediasoup-worker',\n  build_by_default: true,\n  cpp_pch: 'pch/worker.hpp',\n",
    why: 'Precompiled headers halve the build; see pch/worker.hpp.',
  },
  {
    file: 'src/RTC/DtlsTransport.cpp',
    find: '(operationType == BIO_CB_RETURN)',
    replace: '((operationType & BIO_CB_RETURN) != 0)',
    why:
      'BIO_CB_RETURN is a flag beside the operation. Compared for equality, the callback answers 1 to every control call; ' +
      "an OpenSSL built with kernel TLS, as Debian's is, takes that for a yes to BIO_get_ktls_send(), keeps no write " +
      'buffer, and crashes at the first DTLS handshake.',
  },
];

/**
 * @param {string} text @param {Patch} patch
 * @throws {Error} unless the text to replace occurs exactly once
 */
export function applyPatch(text, patch) {
  const count = text.split(patch.find).length - 1;
  if (count !== 1) {
    throw new Error(`${patch.file}: expected one occurrence of "${patch.find}", found ${count}`);
  }
  return text.replace(patch.find, () => patch.replace);
}

/** The folder that a `.wrap` file wants its library in. @param {string} wrap its text */
export function wrapDirectory(wrap) {
  const directory = /^directory\s*=\s*(\S+)\s*$/m.exec(wrap)?.[1];
  if (!directory) throw new Error('a .wrap file without a directory line');
  return directory;
}

/** Names of the libraries that have a stand-in. */
export function standIns() {
  return readdirSync(standInDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}

/** Changes when the recipe would build something else, not when only its wording changes. @returns {string} */
export function recipeFingerprint() {
  const changes = PATCHES.map(({ file, find, replace }) => [file, find, replace]);
  const files = fingerprint(here, ['pch', 'subprojects'], (name) => !name.endsWith('.md'));
  return createHash('sha256')
    .update(JSON.stringify([MESON_OPTIONS, changes, files]))
    .digest('hex')
    .slice(0, 12);
}

/** Makes a copy of mediasoup's `worker/` folder buildable without a download. @param {string} worker */
export function prepareSources(worker) {
  for (const patch of PATCHES) {
    const path = join(worker, patch.file);
    writeFileSync(path, applyPatch(readFileSync(path, 'utf8'), patch));
  }
  cpSync(pchDir, join(worker, 'pch'), { recursive: true });
  for (const name of standIns()) {
    const wrap = join(worker, 'subprojects', `${name}.wrap`);
    if (!existsSync(wrap)) throw new Error(`mediasoup has no ${name}.wrap any more`);
    const target = join(worker, 'subprojects', wrapDirectory(readFileSync(wrap, 'utf8')));
    cpSync(join(standInDir, name), target, { recursive: true });
    cpSync(join(standInDir, 'empty.c'), join(target, 'empty.c'));
  }
}
