import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { archiveOf } from './archive.ts';

test('[RA1] an archive unpacks to the very files, and is as long as it said', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'nghi-truong-archive-'));
  const from = join(folder, 'from');
  mkdirSync(join(from, 'parts', '1'), { recursive: true });
  const files = {
    'parts/1/picture.mkv': Buffer.alloc(100_000, 'hình'),
    'parts/1/sound-1.mkv': Buffer.alloc(512, 1),
    'turns.jsonl': Buffer.from('{}\n'),
    'empty.txt': Buffer.alloc(0),
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(from, name), content);
  writeFileSync(join(from, 'unfinished.webm'), 'x');

  const archive = await archiveOf(from, (name) => !name.includes('unfinished'));
  const bytes = await buffer(archive.open());
  expect(bytes.length).toBe(archive.bytes);
  writeFileSync(join(folder, 'a.tar'), bytes);
  const into = join(folder, 'into');
  mkdirSync(into);
  execFileSync('tar', ['-xf', join(folder, 'a.tar'), '-C', into]);
  const listed = execFileSync('tar', ['-tf', join(folder, 'a.tar')], { encoding: 'utf8' });
  expect(listed.trim().split('\n').toSorted()).toEqual(Object.keys(files).toSorted());
  for (const [name, content] of Object.entries(files))
    expect(readFileSync(join(into, name))).toEqual(content);
  rmSync(folder, { recursive: true });
});
