import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isInstalled } from './dependencies.mjs';
import { fingerprint, isStamped, writeStamp } from './fingerprint.mjs';
import { withLock } from './lock.mjs';
import { OLDEST_NODE, isNodeNewEnough } from './node-version.mjs';
import { cacheDir, root } from './paths.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'setup-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, text: string) => writeFileSync(join(folder, 'src', name), text);
const isNoTest = (file: string) => !file.endsWith('.test.ts');

describe('stamps', () => {
  beforeEach(() => {
    mkdirSync(join(folder, 'src'));
    write('a.ts', 'a');
    write('b.ts', 'b');
  });

  test('[SU1] nothing is built twice: the same sources have the same fingerprint', () => {
    const print = fingerprint(folder, ['src', 'missing.json']);
    writeStamp(join(folder, 'dist', '.stamp'), print);
    write('a.ts', 'a');
    expect(
      isStamped(join(folder, 'dist', '.stamp'), fingerprint(folder, ['src', 'missing.json'])),
    ).toBe(true);
  });

  test.each([
    ['edited', () => write('a.ts', 'A')],
    ['added', () => write('c.ts', '')],
    ['removed', () => rmSync(join(folder, 'src', 'b.ts'))],
    ['renamed', () => renameSync(join(folder, 'src', 'b.ts'), join(folder, 'src', 'c.ts'))],
    ['moved from one file to the next', () => (write('a.ts', ''), write('b.ts', 'ab'))],
  ])('[SU1] a source that is %s asks for a build', (_name, change) => {
    const print = fingerprint(folder, ['src']);
    change();
    expect(fingerprint(folder, ['src'])).not.toBe(print);
  });

  test('[SU1] tests are no sources of the product', () => {
    const print = fingerprint(folder, ['src'], isNoTest);
    write('a.test.ts', 'anything');
    expect(fingerprint(folder, ['src'], isNoTest)).toBe(print);
  });
});

describe('npm packages', () => {
  const lock = { '': {}, 'node_modules/a': { version: '1.0.0', integrity: 'x' } };
  const a = lock['node_modules/a'];

  test('[SU2] what is installed as locked is kept', () => {
    expect(isInstalled(lock, { 'node_modules/a': a })).toBe(true);
    const other = { 'node_modules/other-system': { version: '1.0.0', optional: true } };
    expect(isInstalled({ ...lock, ...other }, { 'node_modules/a': a })).toBe(true);
  });

  test('[SU2] a missing, different or superfluous package asks for npm ci', () => {
    expect(isInstalled(lock, {})).toBe(false);
    expect(isInstalled(lock, { 'node_modules/a': { ...a, version: '1.0.1' } })).toBe(false);
    expect(isInstalled(lock, { 'node_modules/a': { ...a, integrity: 'y' } })).toBe(false);
    expect(isInstalled(lock, { 'node_modules/a': a, 'node_modules/b': a })).toBe(false);
  });
});

test('[SU2] the lock file holds the optional packages of every system, or npm ci refuses it', () => {
  type Locked = { optionalDependencies?: Record<string, string> };
  const lock: { packages: Record<string, Locked> } = JSON.parse(
    readFileSync(join(root, 'package-lock.json'), 'utf8'),
  );
  const names = new Set(
    Object.keys(lock.packages).map((path) => path.slice(path.lastIndexOf('node_modules/') + 13)),
  );
  const missing = Object.values(lock.packages)
    .flatMap((locked) => Object.keys(locked.optionalDependencies ?? {}))
    .filter((name) => !names.has(name));
  expect(missing).toEqual([]);
});

describe('lock', () => {
  test('[SU3] two starts at a time take turns, in one process and between processes', async () => {
    const path = join(folder, 'turn.lock');
    const journal = join(folder, 'journal');
    const script = `
      import { appendFileSync } from 'node:fs';
      import { withLock } from ${JSON.stringify(join(root, 'scripts/setup/lock.mjs'))};
      for (let i = 0; i < 3; i++) await withLock(${JSON.stringify(path)}, async () => {
        appendFileSync(${JSON.stringify(journal)}, 'in ');
        await new Promise((done) => setTimeout(done, 20));
        appendFileSync(${JSON.stringify(journal)}, 'out ');
      });`;
    const start = () =>
      promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]);
    await Promise.all([start(), start()]);
    expect(readFileSync(journal, 'utf8')).toBe('in out '.repeat(6));
  });

  test('[SU3] the lock of a killed process is taken over', async () => {
    const path = join(folder, 'dead.lock');
    const child = promisify(execFile)(process.execPath, ['-e', '']);
    await child;
    writeFileSync(path, `${hostname()} ${child.child.pid} 0`);
    await expect(withLock(path, async () => 'mine')).resolves.toBe('mine');
  });

  test('[SU3] a living holder is waited for, and told of once', async () => {
    const path = join(folder, 'held.lock');
    const turns: string[] = [];
    const first = withLock(path, async () => {
      await sleep(400);
      turns.push('first');
    });
    const second = withLock(path, async () => turns.push('second'), {
      onWait: () => turns.push('waits'),
    });
    await Promise.all([first, second]);
    expect(turns).toEqual(['waits', 'first', 'second']);
  });
});

describe('Node', () => {
  test('[SU4] the oldest that is accepted is the one package.json names', () => {
    const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(engines.node).toBe(`>=${OLDEST_NODE.join('.')}`);
  });

  test.each([
    ['18.20.4', false],
    ['20.18.9', false],
    ['20.19.0', true],
    ['22.0.0', true],
  ])('[SU4] %s: %s', (version, expected) => {
    expect(isNodeNewEnough(version)).toBe(expected);
  });
});

test('[SU5] the cache is where NGHI_TRUONG_CACHE says, else below XDG_CACHE_HOME', () => {
  expect(cacheDir({ NGHI_TRUONG_CACHE: '/c', XDG_CACHE_HOME: '/x' })).toBe('/c');
  expect(cacheDir({ XDG_CACHE_HOME: '/x' })).toBe(join('/x', 'nghi-truong'));
});
