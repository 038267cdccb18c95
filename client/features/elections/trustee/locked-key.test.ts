import { describe, expect, it } from 'vitest';
import { createTrusteeSecret, trusteeGroup } from '../../../../models/belenios/trustee.ts';
import {
  type LockedKey,
  fileProblem,
  keyFileName,
  lockKey,
  readKeyFile,
  unlockKey,
} from './locked-key.ts';
import { strengthOf } from './passphrase.ts';

const secret = createTrusteeSecret(trusteeGroup());
const place = { uuid: 'abcdefghijkmno', place: 2, pollId: 'p1', question: 'Có đồng ý?' };
const locked = lockKey(secret, 'bốn từ không liên quan', place);

describe('a locked share of a key', () => {
  it('[TK1] opens with its passphrase, however the keyboard composes it, and with no other', () => {
    expect(unlockKey(locked, 'bốn từ không liên quan'.normalize('NFD'))).toEqual(secret);
    expect(unlockKey(locked, 'bon tu khong lien quan')).toBeNull();
  });

  it('[TK2] holds nothing of the secret in clear, and differs each time', () => {
    const text = JSON.stringify(locked);
    for (const part of [secret.seed, String(secret.key)]) expect(text).not.toContain(part);
    const again = lockKey(secret, 'bốn từ không liên quan', place);
    for (const part of ['salt', 'nonce', 'sealed'] as const)
      expect(again[part]).not.toBe(locked[part]);
  });

  it('[TK3] opens no more after anything of it was changed', () => {
    const changes: Partial<LockedKey>[] = [
      { uuid: 'abcdefghijkmnp' },
      { place: 1 },
      { salt: locked.salt.replace(/^./, (sign) => (sign === '0' ? '1' : '0')) },
      { nonce: locked.nonce.replace(/^./, (sign) => (sign === '0' ? '1' : '0')) },
      { sealed: locked.sealed.replace(/^./, (sign) => (sign === '0' ? '1' : '0')) },
      { sealed: locked.sealed.slice(0, -2) },
    ];
    for (const change of changes)
      expect(unlockKey({ ...locked, ...change }, 'bốn từ không liên quan')).toBeNull();
  });

  it('[TK4] comes back from its file; other files are told apart', () => {
    const read = readKeyFile(JSON.stringify(locked));
    expect(read).toEqual(locked);
    for (const text of ['', '{}', 'khoa', JSON.stringify({ ...locked, version: 2 })])
      expect(readKeyFile(text)).toBeNull();
    expect(fileProblem(locked, place)).toBeNull();
    expect(fileProblem(locked, { ...place, pollId: 'p2', uuid: 'other' })).toBe('election');
    expect(fileProblem(locked, { ...place, uuid: 'other' })).toBe('old');
    expect(fileProblem(locked, { ...place, place: 3 })).toBe('person');
    expect(keyFileName(locked)).toBe('khoa-2-abcdefghijkmno.json');
  });
});

it('[TK5] long passphrases of several words are called good, short or repeated ones are not', () => {
  expect(strengthOf('matkhau1')).toBe('weak');
  expect(strengthOf('aaaaaaaaaaaaaaaaaaaaaaaa')).toBe('weak');
  expect(strengthOf('mat-khau-12')).toBe('fair');
  expect(strengthOf('sông lúa đèn ghế')).toBe('strong');
});
