import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this checkout. */
export const root = fileURLToPath(new URL('../../', import.meta.url)).replace(/[\\/]$/, '');

/**
 * The folder for what is costly to make and can be made again: the media worker, face models, logs of set-up.
 * `NGHI_TRUONG_CACHE`, else `$XDG_CACHE_HOME/nghi-truong`, else `~/.cache/nghi-truong`.
 * @param {NodeJS.ProcessEnv} [env]
 */
export function cacheDir(env = process.env) {
  if (env.NGHI_TRUONG_CACHE) return env.NGHI_TRUONG_CACHE;
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'nghi-truong');
}

/** A file inside an installed package. @param {string[]} parts */
export function inPackage(...parts) {
  return join(root, 'node_modules', ...parts);
}

/** The system whose libraries a binary is linked with, e.g. `debian-12`. */
export function systemName() {
  if (!existsSync('/etc/os-release')) return process.platform;
  const release = readFileSync('/etc/os-release', 'utf8');
  const field = (/** @type {string} */ name) =>
    new RegExp(`^${name}="?([^"\n]*)"?$`, 'm').exec(release)?.[1] ?? '';
  return `${field('ID')}-${field('VERSION_ID')}`.replaceAll(/[^\w.-]/g, '_');
}
