import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** @param {string} path @returns {string[]} files at or below path, sorted; none when it is missing */
function filesBelow(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .toSorted()
    .flatMap((name) => filesBelow(join(path, name)));
}

/**
 * One hash over the names and contents of files and folders: it changes when a file is edited, added, renamed or removed.
 * @param {string} base paths are taken relative to it
 * @param {string[]} paths
 * @param {(file: string) => boolean} [keep] relative path, with forward slashes
 * @returns {string}
 */
export function fingerprint(base, paths, keep = () => true) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap((path) => filesBelow(join(base, path)))) {
    const name = relative(base, file).split(sep).join('/');
    if (!keep(name)) continue;
    const content = readFileSync(file);
    // Lengths keep two neighbouring fields from running into each other.
    hash.update(`${name.length} ${name} ${content.length} `).update(content);
  }
  return hash.digest('hex').slice(0, 16);
}

/**
 * Is the thing that `stampFile` speaks of made from exactly this fingerprint?
 * @param {string} stampFile @param {string} print
 */
export function isStamped(stampFile, print) {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8').trim() === print;
}

/** @param {string} stampFile @param {string} print */
export function writeStamp(stampFile, print) {
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, `${print}\n`);
}
