import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { inPackage } from '../setup/paths.mjs';
import { PATCHES, applyPatch, prepareSources, standIns, wrapDirectory } from './recipe.mjs';

const sources = inPackage('mediasoup', 'worker');
const read = (...parts: string[]) => readFileSync(join(sources, ...parts), 'utf8');
const patch = { file: 'a.txt', find: 'one', replace: '$& two', why: '' };

describe('media worker recipe', () => {
  const folders: string[] = [];
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });

  test.each(PATCHES)(
    '[MW1] the patch of $file matches the installed mediasoup exactly once',
    (each) => {
      const patched = applyPatch(read(each.file), each);
      expect(patched).toContain(each.replace);
      expect(patched).not.toBe(read(each.file));
    },
  );

  test('[MW1] a patch that matches nothing, or twice, stops the build', () => {
    expect(() => applyPatch('nothing', patch)).toThrow('found 0');
    expect(() => applyPatch('one and one', patch)).toThrow('found 2');
    expect(applyPatch('just one', patch)).toBe('just $& two');
  });

  test('[MW2] every library that meson would download has a stand-in or is switched off', () => {
    const wraps = readdirSync(join(sources, 'subprojects')).map((file) =>
      file.replace(/\.wrap$/, ''),
    );
    // liburing by -Dms_disable_liburing, wingetopt outside Windows.
    const switchedOff = new Set(['liburing', 'wingetopt']);
    expect(standIns().toSorted()).toEqual(
      wraps.filter((wrap) => !switchedOff.has(wrap)).toSorted(),
    );
  });

  test('[MW2] the stand-ins answer every variable that the worker asks of its libraries', () => {
    const asked = [
      ...`${read('meson.build')}${read('deps', 'libwebrtc', 'meson.build')}`.matchAll(
        /get_variable\('(\w+)'\)/g,
      ),
    ]
      .map(([, name = '']) => name)
      .filter((name) => !['uring', 'liburing', 'wingetopt_dep', 'wingetopt_lib'].includes(name));
    const folder = join(import.meta.dirname, 'subprojects');
    const answered = standIns().flatMap((name) =>
      [...readFileSync(join(folder, name, 'meson.build'), 'utf8').matchAll(/^(\w+) = /gm)].map(
        (match) => match[1],
      ),
    );
    expect(asked.length).toBeGreaterThan(10);
    expect(answered).toEqual(expect.arrayContaining(asked));
  });

  test('[MW3] the sources in the package stay as they are; the copy holds each library in its place', () => {
    const folder = mkdtempSync(join(tmpdir(), 'media-worker-'));
    folders.push(folder);
    const before = read('src', 'RTC', 'DtlsTransport.cpp');
    cpSync(sources, folder, { recursive: true });
    prepareSources(folder);

    expect(read('src', 'RTC', 'DtlsTransport.cpp')).toBe(before);
    for (const name of standIns()) {
      const place = wrapDirectory(read('subprojects', `${name}.wrap`));
      expect(existsSync(join(folder, 'subprojects', place, 'meson.build'))).toBe(true);
    }
  });
});
