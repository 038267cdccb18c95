import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openElection } from '../../models/belenios/ballot.ts';
import { createCredential } from '../../models/belenios/credentials.ts';
import { createUuid, makeElection } from '../../models/belenios/election.ts';
import { createGroup } from '../../models/belenios/group.ts';
import { jsonHash } from '../../models/belenios/hash.ts';
import { trialFile } from '../../models/belenios/trial-file.ts';
import { seal } from '../../models/belenios/voter.ts';
import { openssl } from '../../server/platform/power.ts';
import { inPackage, root } from '../setup/paths.mjs';

const group = createGroup('BELENIOS-2048', openssl);
const question = 'Chọn phương án';
const questions = [
  { answers: ['Phương án A', 'Phương án Đ'], blank: true, min: 1, max: 1, question },
];
const plan = { name: question, description: '', questions };
const election = makeElection(plan, createUuid(), group.name, group.powerOfG(12345n));
const sealed = seal(openElection(election, openssl), createCredential(), [[0, 0, 1]]);
const whole = { election, sealed, opened: null };

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'election-trial-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function open(text: string) {
  const file = join(folder, 'trial.json');
  writeFileSync(file, text);
  const script = [inPackage('tsx', 'dist', 'cli.mjs'), 'scripts/election/trial.ts', file];
  return spawnSync(process.execPath, script, { cwd: root, encoding: 'utf8' });
}

describe('npm run election:trial', () => {
  it('[VE80] opens a trial ballot away from the browser that made it', () => {
    const { status, stdout } = open(trialFile(whole));
    expect(status).toBe(0);
    expect(stdout).toContain(sealed.commitment);
    expect(stdout).toContain(`${question}: Phương án Đ`);
  });

  it('[VE81] does not believe what the file says it holds', () => {
    const lie = trialFile({ ...whole, opened: { choices: [[0, 1, 0]] } });
    expect(open(lie).stdout).toContain(`${question}: Phương án Đ`);
  });

  it('[VE82] refuses another ballot, numbers that do not open it, and what is no such file', () => {
    const other = { ...sealed, commitment: jsonHash('khác') };
    expect(open(trialFile({ ...whole, sealed: other })).stderr).toContain('mã niêm phong');
    const wrong = { ...sealed, randomness: sealed.randomness.map((row) => row.toReversed()) };
    expect(open(trialFile({ ...whole, sealed: wrong })).stderr).toContain('không mở được');
    for (const text of ['', '{}', '[]', 'rác', '{"format":"khác"}']) {
      const { status, stderr } = open(text);
      expect(status).toBe(1);
      expect(stderr).toContain('không phải tệp phiếu thử');
    }
  });
});
