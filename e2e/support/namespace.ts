import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const ip = async (...args: string[]) => void (await run('ip', args));

/** A network of its own, joined to this machine by one cable that can be pulled. */
export interface Namespace {
  /** The address of this machine at its end of the cable. */
  hostAddress: string;
  /** A program that runs `program` inside, with the same arguments. */
  wrap(program: string): Promise<string>;
  cut(): Promise<void>;
  mend(): Promise<void>;
  remove(): Promise<void>;
}

/**
 * Makes a network namespace with a pair of virtual cards.
 * @returns null where that is not possible: another system, no `ip`, or no rights
 */
export async function makeNamespace(): Promise<Namespace | null> {
  const name = `nt-e2e-${process.pid}`;
  const [outer, inner] = [`nte${process.pid}o`, `nte${process.pid}i`];
  // RFC 2544 sets these addresses aside for tests.
  const subnet = `198.18.${process.pid % 256}`;
  const inside = (...args: string[]) => ip('-n', name, ...args);
  const folder = await mkdtemp(join(tmpdir(), 'nghi-truong-namespace-'));
  const remove = async () => {
    // With the namespace goes the inner card, and with that the outer one.
    await ip('netns', 'delete', name).catch(() => undefined);
    await ip('link', 'delete', outer).catch(() => undefined);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await ip('netns', 'add', name);
    await ip('link', 'add', outer, 'type', 'veth', 'peer', 'name', inner, 'netns', name);
    await ip('address', 'add', `${subnet}.1/30`, 'dev', outer);
    await inside('address', 'add', `${subnet}.2/30`, 'dev', inner);
    await ip('link', 'set', outer, 'up');
    await inside('link', 'set', 'lo', 'up');
    await inside('link', 'set', inner, 'up');
  } catch {
    await remove();
    return null;
  }
  return {
    hostAddress: `${subnet}.1`,
    async wrap(program) {
      const script = join(folder, 'inside');
      await writeFile(script, `#!/bin/sh\nexec ip netns exec ${name} ${program} "$@"\n`);
      await chmod(script, 0o755);
      return script;
    },
    // At the inner end: the server's own address must stay.
    cut: () => inside('link', 'set', inner, 'down'),
    mend: () => inside('link', 'set', inner, 'up'),
    remove,
  };
}
