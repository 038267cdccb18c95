import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newId } from '../ids.ts';
import { inWords } from './faults.ts';
import { checkLedgerFile, readLedgerFile, rowsOf } from './ledger-file.ts';
import {
  fileOf,
  keyOf,
  ledgerOf,
  openPollActs,
  opened,
  secretPollActs,
} from './testing/sample-ledgers.ts';

const file = fileOf(openPollActs());
const errorsOf = (...args: Parameters<typeof checkLedgerFile>) =>
  checkLedgerFile(...args).errors.map(inWords);

describe('the file of a record', () => {
  it('[L15] holds all that a check needs', () => {
    const { keyId, publicKey } = keyOf(1);
    expect(checkLedgerFile(file)).toEqual({
      ok: true,
      entries: 6,
      errors: [],
      keys: [{ keyId, publicKey }],
      receiptAt: null,
      isOld: false,
    });
    expect(checkLedgerFile(fileOf(secretPollActs())).ok).toBe(true);
    expect(readLedgerFile(JSON.stringify(file))).toEqual(file);
    expect(rowsOf(file)).toEqual(ledgerOf(openPollActs()));
  });

  it('[L16] says whether it was signed with the key that one knows', () => {
    expect(errorsOf(file, { keys: [keyOf(1).publicKey] })).toEqual([]);
    expect(errorsOf(file, { keys: [keyOf(2).publicKey] })).toEqual([
      '4: signed with a key that is not the given one',
      '5: signed with a key that is not the given one',
    ]);
  });

  it('[L16] shows a signature that is missing, forged, or moved to another entry', () => {
    const [first, second] = file.signatures;
    if (first === undefined || second === undefined) throw new Error('not signed');
    const withSignatures = (...signatures: typeof file.signatures) =>
      errorsOf({ ...file, signatures });
    expect(withSignatures(second)).toEqual(['4: is not signed, and should be']);
    expect(withSignatures(first, { ...second, signature: first.signature })).toEqual([
      '5: the signature is not good',
    ]);
    expect(withSignatures(first, { ...second, signedAt: '2026-03-03T02:00:00.000Z' })).toEqual([
      '5: the signature is not good',
    ]);
    expect(withSignatures(first, { ...second, keyId: keyOf(2).keyId })).toEqual([
      '5: the signature is not good',
    ]);
    expect(withSignatures(first, { ...second, signature: 'x' })).toHaveLength(1);
    expect(withSignatures(first, second, { ...first, sequence: 99 })).toEqual([
      '99: a signature under an entry that is not there',
    ]);
    expect(errorsOf({ ...file, ledgerId: newId() })).toContain('0: belongs to another ledger');
  });

  it('[L17] finds the entry of a receipt', () => {
    const receipt = file.entries[2]?.hash ?? '';
    expect(checkLedgerFile(file, { receipt }).receiptAt).toBe(2);
    expect(checkLedgerFile(file, { receipt: ` ${receipt.toUpperCase()}\n` }).ok).toBe(true);
    expect(errorsOf(file, { receipt: 'f'.repeat(64) })).toEqual([
      'no entry with the hash of the receipt',
    ]);
  });

  it('[L18] garbage is no record, and never more than that', () => {
    for (const text of ['', 'null', '[]', '{}', 'x', '['.repeat(1_000_000), '{"format":1}'])
      expect(errorsOf(readLedgerFile(text))).toEqual(['not the file of a record']);
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(checkLedgerFile(readLedgerFile(text)).ok).toBe(false);
      }),
    );
    const entry = fc.record({ hash: fc.constant('0'.repeat(64)), entry: fc.string() });
    fc.assert(
      fc.property(fc.array(entry), (entries) => {
        expect(checkLedgerFile({ ...file, entries }).ok).toBe(false);
      }),
    );
  });

  it('[L18] numbers out of all bounds do not stop the check', () => {
    const opening = opened({ members: Number.MAX_SAFE_INTEGER });
    expect(checkLedgerFile(fileOf([opening])).ok).toBe(false);
  });

  it('[L19] any one letter of the file changed shows', () => {
    const text = JSON.stringify(file);
    fc.assert(
      fc.property(
        fc.nat({ max: text.length - 1 }),
        fc.constantFrom('0', 'a', 'Z', '}'),
        (at, to) => {
          fc.pre(text[at] !== to);
          const changed = readLedgerFile(text.slice(0, at) + to + text.slice(at + 1));
          expect(checkLedgerFile(changed, { keys: [keyOf(1).publicKey] }).ok).toBe(false);
        },
      ),
      { numRuns: 300 },
    );
  });
});
