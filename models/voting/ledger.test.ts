import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newId } from '../ids.ts';
import type { PollAct, Voter } from './acts.ts';
import { inWords } from './faults.ts';
import { checkLedger } from './ledger-check.ts';
import { type LedgerRow, genesis, hashOf } from './ledger.ts';
import {
  announced,
  cast,
  closed,
  later,
  ledgerId,
  ledgerOf,
  marksOf,
  openPollActs,
  opened,
  people,
  rules,
  secretPollActs,
  secretary,
  voided,
  voted,
} from './testing/sample-ledgers.ts';

const [chair, second, third, absent] = people;
const story = openPollActs();
const rows = ledgerOf(story);
const faultsOf = (all: readonly LedgerRow[]) => checkLedger(all).faults.map(inWords);
const errorsOf = (acts: readonly PollAct[]) => faultsOf(ledgerOf(acts));
/** The honest ledger with one row changed. */
const withRow = (place: number, change: (row: LedgerRow) => Partial<LedgerRow>) =>
  faultsOf(rows.map((row, index) => (index === place ? { ...row, ...change(row) } : row)));

const forged = ({ entry }: LedgerRow) => entry.replace('"against"', '"for"');

describe('ledger', () => {
  it('[L3] hashes as every SHA-256 does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(hashOf(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
      }),
    );
  });

  it('[L4] each entry names the hash of the one before; the first names none', () => {
    expect(rows.map(({ sequence }) => sequence)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(rows.map(({ previousHash }) => previousHash)).toEqual([
      genesis,
      ...rows.slice(0, -1).map(({ hash }) => hash),
    ]);
    expect(rows.every(({ hash, entry }) => hash === hashOf(entry))).toBe(true);
    expect(checkLedger(rows)).toEqual({ faults: [], ledgerId, signed: [4, 5], isOld: false });
    expect(errorsOf(secretPollActs())).toEqual([]);
  });

  it('[L5] a changed vote shows, with or without a new hash', () => {
    expect(withRow(2, (row) => ({ entry: forged(row) }))).toEqual([
      '2: the hash is not that of the entry',
    ]);
    expect(withRow(2, (row) => ({ entry: forged(row), hash: hashOf(forged(row)) }))).toEqual([
      '3: does not follow from the entry before',
    ]);
  });

  it('[L6] an entry left out, put in or moved shows', () => {
    expect(faultsOf(rows.toSpliced(2, 1))).not.toEqual([]);
    expect(faultsOf(rows.slice(1))).not.toEqual([]);
    expect(faultsOf(rows.toSpliced(2, 0, ...rows.slice(2, 3)))).not.toEqual([]);
    const [first, one, two, ...rest] = rows;
    const moved = [first, two, one, ...rest].filter((row) => row !== undefined);
    expect(faultsOf(moved)).not.toEqual([]);
  });

  it('[L7] entries that are no entries, or are written otherwise, show', () => {
    const spaced = withRow(1, ({ entry }) => ({ entry: `${entry} `, hash: hashOf(`${entry} `) }));
    expect(spaced[0]).toBe('1: not in canonical form');
    for (const text of ['{}', 'x', '{"type":"cast"}', '['.repeat(100_000)])
      expect(withRow(1, () => ({ entry: text, hash: hashOf(text) }))[0]).toBe(
        '1: not an entry of a ledger',
      );
    const broken = rows[0]?.entry.replace('Thông qua?', String.raw`\ud800`) ?? '';
    expect(withRow(0, () => ({ entry: broken, hash: hashOf(broken) }))[0]).toBe(
      '0: not in canonical form',
    );
  });

  it('[L7] any one bit changed in any entry shows', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.integer({ min: 0, max: 6 }), (row, letter, bit) => {
        const place = row % rows.length;
        const errors = withRow(place, ({ entry }) => {
          const at = letter % entry.length;
          const other = String.fromCharCode(entry.charCodeAt(at) ^ (1 << bit));
          return { entry: entry.slice(0, at) + other + entry.slice(at + 1) };
        });
        expect(errors).toEqual([`${place}: the hash is not that of the entry`]);
      }),
    );
  });
});

const late = (voter: Voter): PollAct => ({
  type: 'voter_added',
  ledgerId,
  at: later,
  by: chair,
  voter,
  reason: 'Đến muộn',
});

describe('the story of a ledger', () => {
  const opening = opened();

  it('[L8] a chain forged as a whole shows when its story cannot be', () => {
    expect(errorsOf([])).toEqual(['has no entries']);
    expect(errorsOf([opening, cast(newId(), 'for')])).toEqual(['1: the voter is not on the roll']);
    expect(errorsOf([opening, cast(third, 'for'), cast(third, 'for')])).toEqual([
      '2: the voter has voted before',
    ]);
    expect(errorsOf([cast(third, 'for')])).toEqual(['0: comes before the poll was opened']);
    expect(errorsOf([opening, opening])).toEqual(['1: opens the poll a second time']);
    expect(errorsOf([...story, cast(third, 'for')])).toEqual([
      '6: comes after the poll was closed',
    ]);
    expect(errorsOf([opening, { ...cast(third, 'for'), ledgerId: newId() }])).toEqual([
      '1: belongs to another ledger',
    ]);
    expect(errorsOf([opening, announced])).toEqual([
      '1: announces a result before the poll was closed',
    ]);
    expect(errorsOf([...story, announced])).toEqual(['6: announces the result a second time']);
  });

  it('[L9] the verdict must be what the ballots and the frozen rules give', () => {
    const end = closed(opening, []);
    const wrong = { ...end, verdict: { ...end.verdict, outcome: 'carried' as const } };
    expect(errorsOf([opening, wrong])).toEqual(['1: the verdict is not what the ballots give']);
    expect(errorsOf(story.toSpliced(1, 1))).toEqual([
      '3: the verdict is not what the ballots give',
    ]);
  });

  it('[L10] a poll may be declared void at any time, and then nothing follows', () => {
    for (const acts of [[voided], [opening, voided], [...story, voided]])
      expect(errorsOf(acts)).toEqual([]);
    expect(errorsOf([opening, voided, announced])).toEqual([
      '2: comes after the poll was declared void',
    ]);
  });

  it('[L11] votes are given by the voter, by whom they gave it to, or entered by one and confirmed by another', () => {
    expect(errorsOf([opening, cast(absent, 'for', { by: second })])).toEqual([]);
    for (const by of [third, secretary, null])
      expect(errorsOf([opening, cast(absent, 'for', { by })])).toEqual([
        '1: cast by someone who may not vote for the voter',
      ]);
    const entered = (confirmedBy: string) =>
      errorsOf([opening, cast(third, 'for', { by: secretary, confirmedBy })]);
    expect(entered(chair)).toEqual([]);
    expect(entered(secretary)).toEqual(['1: entered and confirmed by the same person']);
  });

  it('[L11] a vote changes only where the rules allow it, and the last one counts', () => {
    const free = opened({ ruleSet: { ...rules, changeable: true } });
    const votes = [cast(chair, 'for'), cast(third, 'for'), cast(chair, 'against')];
    expect(errorsOf([free, ...votes, closed(free, votes)])).toEqual([]);
    expect(closed(free, votes).verdict).toMatchObject({ counts: { for: 1, against: 1 } });
  });

  it('[L11] marks fit the paper', () => {
    const strange = cast(chair, 'for', { marks: { kind: 'choose', chosen: [1] } });
    expect(errorsOf([opening, strange])).toEqual(['1: the marks do not fit the paper']);
    const two = opened({ ruleSet: { ...rules, choices: { abstain: false, words: null } } });
    expect(errorsOf([two, cast(chair, 'abstain')])).toEqual(['1: the marks do not fit the paper']);
  });

  it('[L12] the roll and the quorum can be', () => {
    const voters = opening.voters;
    const [one, ...others] = voters;
    const twice = opened({ voters: [...voters, ...voters.slice(0, 1)] });
    expect(errorsOf([twice])[0]).toMatch(/the roll cannot be/);
    const chairs = opened({ voters: voters.map((voter) => ({ ...voter, isChair: true })) });
    expect(errorsOf([chairs])[0]).toMatch(/the roll cannot be/);
    const nobody = opened({ voters: others.filter(({ personId }) => personId !== second) });
    expect(errorsOf([nobody])[0]).toMatch(/the roll cannot be/);
    expect(errorsOf([opened({ quorum: { needed: 2, present: 3 } })])[0]).toMatch(/the quorum/);
    expect(errorsOf([opened({ quorum: { needed: 3, present: 4 } })])[0]).toMatch(/the quorum/);
    if (one === undefined) throw new Error('no voters');
    const newcomer = { ...one, personId: newId(), isChair: false };
    expect(errorsOf([opening, late(newcomer), cast(newcomer.personId, 'for')])).toEqual([]);
    expect(errorsOf([opening, late(one)])[0]).toMatch(/the roll cannot be/);
  });

  it('[L13] nothing is cast after the end that was set, and the server closes not before it', () => {
    const ending = opened({ endsAt: '2026-03-02T02:05:00.000Z' });
    expect(errorsOf([ending, cast(chair, 'for', { at: later })])).toEqual([
      '1: comes after the end that was set',
    ]);
    const set = { type: 'end_set', ledgerId, at: later, by: chair } as const;
    expect(errorsOf([ending, { ...set, endsAt: null }, cast(chair, 'for', { at: later })])).toEqual(
      [],
    );
    const byItself = (begin: typeof ending, at: string) =>
      errorsOf([begin, { ...closed(begin, []), by: null, at }]);
    expect(byItself(ending, later)).toEqual([]);
    expect(byItself(ending, '2026-03-02T02:04:59.000Z')[0]).toMatch(/before the end/);
    expect(byItself(opening, later)[0]).toMatch(/before the end/);
  });
});

describe('the story of a secret ledger', () => {
  const [opening, ...rest] = secretPollActs();
  const secretly = opened({ secrecy: 'secret' });

  it('[L14] shows who voted and what was voted, and nothing that ties them', () => {
    const text = ledgerOf(secretPollActs()).map(({ entry }) => entry);
    for (const entry of text.slice(1, -1)) expect(entry).not.toMatch(/"at"|marks|choice/);
    for (const personId of people) expect(text.at(-1)).not.toContain(personId);
  });

  it('[L14] everyone votes once, and as many ballots lie in the box', () => {
    if (opening === undefined) throw new Error('no opening');
    const doubled = [opening, voted(chair), ...rest];
    expect(errorsOf(doubled)[0]).toBe('2: the voter has voted before');
    const end = rest.at(-1);
    if (end?.type !== 'closed') throw new Error('no end');
    expect(errorsOf([opening, voted(chair), end])[0]).toMatch(/not as many/);
    const turned = { ...end, ballots: end.ballots?.toReversed() ?? null };
    expect(errorsOf([opening, voted(chair), voted(third), turned])[0]).toMatch(/out of order/);
    expect(errorsOf([secretly, voted(third, secretary)])[0]).toMatch(/cast by someone/);
    expect(errorsOf([secretly, voted(newId())])[0]).toMatch(/not on the roll/);
  });

  it('[L14] ballots weigh what their voters weigh', () => {
    const end = rest.at(-1);
    if (opening === undefined || end?.type !== 'closed') throw new Error('no end');
    const heavy = { ...end, ballots: end.ballots?.map((one) => ({ ...one, weight: 2 })) ?? null };
    expect(errorsOf([opening, ...rest.slice(0, -1), heavy])[0]).toMatch(/do not weigh/);
  });

  it('[L14] open votes do not come into a secret poll, nor secret ones into an open poll', () => {
    expect(errorsOf([secretly, cast(chair, 'for')])[0]).toMatch(/an open vote in a secret poll/);
    expect(errorsOf([opened(), voted(chair)])[0]).toMatch(/an open vote in a secret poll/);
    const ballots = [{ ballotId: newId(), marks: marksOf('for'), weight: 1 }];
    expect(errorsOf([opened(), closed(opened(), [], ballots)])[0]).toMatch(/secret/);
  });
});
