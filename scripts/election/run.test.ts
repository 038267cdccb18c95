import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { verifyArchive } from '../../models/belenios/archive/verify.ts';
import { openssl } from '../../server/platform/power.ts';
import { inPackage, root } from '../setup/paths.mjs';
import { hasTool } from './testing/tool.ts';

let out: string;
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'election-run-'));
});
afterEach(() => rmSync(out, { recursive: true, force: true }));

function run(...args: string[]) {
  const script = [inPackage('tsx', 'dist', 'cli.mjs'), 'scripts/election/run.ts'];
  return spawnSync(process.execPath, [...script, ...args], { cwd: root, encoding: 'utf8' });
}

describe('npm run election:run', () => {
  test.each<[string, string[], { voters: number; ballots: number; widths: number[] }]>([
    ['one of three, all trustees', ['--voters', '3'], { voters: 3, ballots: 3, widths: [3] }],
    [
      'up to two of five or none, second votes, any two of three trustees',
      ['--voters', '4', '--options', '5', '--most', '2', '--revotes', '2', '--threshold', '2/3'],
      { voters: 4, ballots: 6, widths: [6] },
    ],
    [
      'confidence in three people, a second vote, all trustees',
      ['--voters', '3', '--questions', '3', '--revotes', '1'],
      { voters: 3, ballots: 4, widths: [3, 3, 3] },
    ],
    [
      'confidence in two people, all of a threshold',
      ['--voters', '2', '--questions', '2', '--threshold', '3/3'],
      { voters: 2, ballots: 2, widths: [3, 3] },
    ],
  ])('[election] %s', async (_name, args, { widths, ...figures }) => {
    const { status, stdout, stderr } = run(...args, '--out', out, '--json');
    expect([status, stderr]).toEqual([0, '']);
    const told = JSON.parse(stdout);
    expect(told).toMatchObject({ dir: out, ...figures });
    expect(told.result.map((row: number[]) => row.length)).toEqual(widths);
    const bel = readFileSync(told.bel);
    expect(await verifyArchive(bel, openssl)).toEqual({ ok: true, errors: [] });
    if (!hasTool()) return;
    const tool = spawnSync('belenios-tool', ['election', 'verify', '--dir', out]);
    expect(tool.status).toBe(0);
  });

  test('says how it is called, and keeps a record that is there', () => {
    expect(run('--voters', '0', '--out', out).status).toBe(2);
    expect(run('--voters', '2').status).toBe(2);
    expect(run('--voters', '2', '--out', out, '--threshold', '3/2').status).toBe(2);
  });
});
