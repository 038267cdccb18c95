/** Oldest Node that every library accepts; package.json's `engines` says the same. */
export const OLDEST_NODE = [20, 19];

/** @param {string} version as `process.versions.node` */
export function isNodeNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
}

/** Ends the process with a plain sentence on a Node that is too old. Uses nothing that an old Node lacks. */
export function requireNode() {
  if (isNodeNewEnough(process.versions.node)) return;
  const wanted = OLDEST_NODE.join('.');
  console.error(
    `Nghị Trường cần Node.js ${wanted} trở lên; máy này có ${process.versions.node}. Hãy cài bản mới từ nodejs.org.`,
  );
  console.error(
    `Nghị Trường needs Node.js ${wanted} or newer; this machine has ${process.versions.node}. Install a newer one from nodejs.org.`,
  );
  process.exit(1);
}
