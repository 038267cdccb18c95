import { expect, test } from 'vitest';
import { newId } from '../ids.ts';
import { canonicalJson } from './canonical-json.ts';
import { checkLedgerFile, ledgerFile } from './ledger-file.ts';
import { type LedgerRow, genesis, hashOf } from './ledger.ts';

const pollId = newId();
const acts: Record<string, string>[] = [
  { type: 'opened', pollId },
  { type: 'cast', pollId, personId: newId(), choice: 'for' },
  { type: 'closed', pollId },
];
const rows = acts.reduce<LedgerRow[]>((all, act, sequence) => {
  const previousHash = all.at(-1)?.hash ?? genesis;
  const entry = canonicalJson({ ...act, sequence, previousHash });
  return [...all, { sequence, previousHash, hash: hashOf(entry), entry }];
}, []);

test('[L39] a record of an older form is told as such, and its chain and receipts are checked', () => {
  const file = ledgerFile(pollId, rows, []);
  const receipt = rows[1]?.hash ?? '';
  expect(checkLedgerFile(file, { receipt })).toMatchObject({
    ok: true,
    isOld: true,
    entries: 3,
    receiptAt: 1,
  });
  const forged = rows.map((row) => ({ ...row, entry: row.entry.replace('"for"', '"against"') }));
  expect(checkLedgerFile(ledgerFile(pollId, forged, []))).toMatchObject({
    ok: false,
    errors: [{ sequence: 1, code: 'hash' }],
  });
  const shortened = ledgerFile(pollId, rows.toSpliced(1, 1), []);
  expect(checkLedgerFile(shortened).ok).toBe(false);
  expect(checkLedgerFile(ledgerFile(newId(), rows, [])).errors).toEqual([
    { sequence: 0, code: 'other_ledger' },
  ]);
});
