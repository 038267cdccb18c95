import { describe, expect, it } from 'vitest';
import { peoplesCommitteeRules } from '../../models/contracts/rules.ts';
import type { Choice } from '../../models/contracts/voting.ts';
import { type Id, newId } from '../../models/ids.ts';
import { verifyLedger } from './ledger-check.ts';
import { type Act, type LedgerRow, genesis, hashOf, sealed } from './ledger.ts';
import { verdictOf } from './rules.ts';

const pollId = newId();
const at = '2026-03-02T02:00:00.000Z';
const people = [newId(), newId(), newId()];
const [chair = '', second = '', third = ''] = people;
const ruleSet = { ...peoplesCommitteeRules, version: 1 };

const opened: Act = {
  type: 'opened',
  pollId,
  at,
  meetingId: newId(),
  agendaItemId: null,
  number: 1,
  question: 'Thông qua?',
  secrecy: 'open',
  ruleSet,
  members: 3,
  quorum: { needed: 2, present: 3 },
  voters: people.map((personId, position) => ({
    personId,
    fullName: `Đại biểu ${position}`,
    office: '',
    isChair: position === 0,
    position,
  })),
};
const cast = (personId: Id, choice: Choice): Act => ({
  type: 'cast',
  pollId,
  at,
  personId,
  choice,
});
const verdict = verdictOf({
  counts: { for: 2, against: 1, abstain: 0 },
  voters: 3,
  members: 3,
  ruleSet,
  chairChoice: 'for',
});
const closed: Act = { type: 'closed', pollId, at, verdict };
const voided: Act = { type: 'voided', pollId, at, reason: 'Sai nội dung' };
const story = [opened, cast(chair, 'for'), cast(second, 'against'), cast(third, 'for'), closed];

/** Seals the acts one after the other, as whoever can write to the database could. */
const ledgerOf = (acts: readonly Act[]) =>
  acts.reduce<LedgerRow[]>((rows, act) => [...rows, sealed(rows.at(-1), act)], []);
const errorsOf = (acts: readonly Act[]) => verifyLedger(ledgerOf(acts)).errors;
/** The honest ledger with one row changed. */
function withRow(place: number, change: (row: LedgerRow) => Partial<LedgerRow>) {
  const rows = ledgerOf(story);
  return rows.map((row, index) => (index === place ? { ...row, ...change(row) } : row));
}

const forged = ({ entry }: LedgerRow) => entry.replace('"against"', '"for"');

describe('ledger', () => {
  it('[L4] each entry names the hash of the one before; the first names none', () => {
    const rows = ledgerOf(story);
    expect(rows.map(({ sequence }) => sequence)).toEqual([0, 1, 2, 3, 4]);
    expect(rows.map(({ previousHash }) => previousHash)).toEqual([
      genesis,
      ...rows.slice(0, -1).map(({ hash }) => hash),
    ]);
    expect(rows.every(({ hash, entry }) => hash === hashOf(entry))).toBe(true);
    expect(verifyLedger(rows)).toEqual({ ok: true, entries: 5, errors: [] });
  });

  it('[L5] a changed choice shows, with or without a new hash', () => {
    const plain = withRow(2, (row) => ({ entry: forged(row) }));
    expect(verifyLedger(plain).errors).toEqual(['2: the hash is not that of the entry']);
    const rehashed = withRow(2, (row) => ({ entry: forged(row), hash: hashOf(forged(row)) }));
    expect(verifyLedger(rehashed).errors).toEqual(['3: does not follow from the entry before']);
  });

  it('[L6] an entry left out, put in or moved shows', () => {
    const rows = ledgerOf(story);
    expect(verifyLedger(rows.toSpliced(2, 1)).ok).toBe(false);
    expect(verifyLedger(rows.slice(1)).ok).toBe(false);
    expect(verifyLedger(rows.toSpliced(2, 0, ...rows.slice(2, 3))).ok).toBe(false);
    const [first, one, two, ...rest] = rows;
    expect(verifyLedger([first, two, one, ...rest].filter((row) => row !== undefined)).ok).toBe(
      false,
    );
  });

  it('[L7] entries that are no entries, or are written otherwise, show', () => {
    const spaced = withRow(1, ({ entry }) => {
      const loose = `${entry} `;
      return { entry: loose, hash: hashOf(loose) };
    });
    expect(verifyLedger(spaced).errors[0]).toBe('1: not in canonical form');
    for (const text of ['{}', 'x', '{"type":"cast"}']) {
      const broken = withRow(1, () => ({ entry: text, hash: hashOf(text) }));
      expect(verifyLedger(broken).errors[0]).toBe('1: not an entry of a ledger');
    }
  });

  it('[L8] a chain forged as a whole shows when its story cannot be', () => {
    expect(errorsOf([opened, cast(newId(), 'for')])).toEqual(['1: the voter is not on the roll']);
    expect(errorsOf([opened, cast(third, 'for'), cast(third, 'for')])).toEqual([
      '2: the voter has voted before',
    ]);
    expect(errorsOf([cast(third, 'for')])).toEqual(['0: comes before the poll was opened']);
    expect(errorsOf([opened, opened])).toEqual(['1: opens the poll a second time']);
    expect(errorsOf([...story, cast(third, 'for')])).toEqual([
      '5: comes after the poll was closed',
    ]);
    expect(errorsOf([opened, voided, closed])).toEqual([
      '2: comes after the poll was declared void',
    ]);
    expect(errorsOf([opened, { ...cast(third, 'for'), pollId: newId() }])).toEqual([
      '1: belongs to another poll',
    ]);
  });

  it('[L9] the verdict must be what the ballots and the frozen rules give', () => {
    const wrong = { ...closed, verdict: { ...verdict, carried: false } };
    expect(errorsOf([...story.slice(0, -1), wrong])).toEqual([
      '4: the verdict is not what the ballots give',
    ]);
    expect(errorsOf(story.toSpliced(1, 1))).toEqual([
      '3: the verdict is not what the ballots give',
    ]);
  });

  it('[L10] a poll may be declared void at any time, and then nothing follows', () => {
    for (const acts of [[voided], [opened, voided], [...story, voided]])
      expect(errorsOf(acts)).toEqual([]);
  });
});
