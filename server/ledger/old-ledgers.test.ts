import { expect, it } from 'vitest';
import { newId } from '../../models/ids.ts';
import { canonicalJson } from '../../models/voting/canonical-json.ts';
import { type LedgerRow, genesis, hashOf } from '../../models/voting/ledger.ts';
import { compareOld, isOldLedger } from './old-ledgers.ts';

const pollId = newId();
const personId = newId();
const acts: Record<string, string>[] = [
  { type: 'opened', pollId },
  { type: 'cast', pollId, personId, choice: 'for' },
  { type: 'closed', pollId },
];
const rows = acts.reduce<LedgerRow[]>((all, act, sequence) => {
  const previousHash = all.at(-1)?.hash ?? genesis;
  const entry = canonicalJson({ ...act, sequence, previousHash });
  return [...all, { sequence, previousHash, hash: hashOf(entry), entry }];
}, []);
const marks = '{"kind":"motion","choice":"for"}';
const ballot = { person_id: personId, marks, entry_hash: rows[1]?.hash };

it('[L29] ledgers from before are checked by their chain and their ballots', () => {
  expect(isOldLedger(rows)).toBe(true);
  expect(compareOld(rows, [ballot])).toEqual([]);
  expect(compareOld(rows, [])).toMatchObject([{ table: 'ballots', kind: 'removed' }]);
  const other = { ...ballot, marks: marks.replace('for', 'against') };
  expect(compareOld(rows, [other])).toMatchObject([{ table: 'ballots', personId }]);
  const forged = rows.map((row) => ({ ...row, entry: row.entry.replace('"for"', '"against"') }));
  expect(compareOld(forged, [])[0]).toMatchObject({ table: 'ledger_entries', row: '1' });
});
