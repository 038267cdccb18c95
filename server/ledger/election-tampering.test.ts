import { join } from 'node:path';
import type Sqlite from 'better-sqlite3';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LedgerDifference } from '../../models/contracts/ledger.ts';
import { loadKeys } from '../platform/keys.ts';
import { type ElectionHall, openElectionHall } from '../testing/election-hall.ts';
import { checkDatabase } from './check.ts';
import { type Tamper, copyOf, readTampered, running } from './testing/tampered-store.ts';

let hall: ElectionHall;
let file: Buffer;
let ids: Record<'decided' | 'plain', string>;

const yes = { kind: 'motion', choice: 'for' } as const;
const no = { kind: 'motion', choice: 'against' } as const;

/** Two of four vote, the first of them twice. */
async function voted(needed: number | null): Promise<string> {
  const pollId = await hall.drafted({ of: 2, needed });
  await hall.trusteesWork(pollId);
  await hall.registerAll(pollId, [0, 1, 2, 3]);
  await hall.openIt(pollId);
  await hall.vote(pollId, 0, no);
  await hall.vote(pollId, 1, yes);
  await hall.vote(pollId, 0, yes);
  return pollId;
}

beforeAll(async () => {
  hall = await openElectionHall(4);
  await hall.checkIn([0, 1, 2, 3]);
  const decided = await voted(2);
  await hall.closeIt(decided);
  await hall.trusteesWork(decided);
  const plain = await hall.newPoll({ secrecy: 'secret' });
  await hall.openIt(plain);
  await hall.closeIt(plain);
  ids = { decided, plain };
  file = copyOf(hall.dataDir);
});
afterAll(() => hall.close());

async function found(tamper: Tamper, from = file): Promise<LedgerDifference[]> {
  const { signingKeys } = loadKeys(join(hall.dataDir, 'master.key'));
  const knownKeys = signingKeys.map(({ publicKey }) => publicKey);
  const { isOwnBallot } = hall.ledger;
  return readTampered(from, tamper, async (db) => {
    const { differences } = await checkDatabase({ db, now: '', knownKeys, isOwnBallot });
    return differences;
  });
}

type Row = Record<string, unknown>;
/** The key that a copy gets another value in. */
const copies: Record<string, Row> = {
  elections: { poll_id: 'copy' },
  election_trustees: { place: 7 },
  election_registrations: { person_id: 'copy' },
  election_credentials: { credential: '12345' },
  election_ballots: { round: 9, tracker: 'A'.repeat(43) },
  election_events: { height: 99 },
};

interface Tampering {
  table: string;
  act: 'change' | 'remove' | 'copy';
  row: number;
  column: number;
}

/** Parts of these messages are sealed for one trustee, whose program alone finds them changed. */
const sealed: ReadonlySet<string> = new Set(['polynomial', 'share']);

/** Does it. @returns false where the table has no row */
function tamperWith(raw: Sqlite.Database, { table, act, row: which, column }: Tampering): boolean {
  const rows = raw
    .prepare<[], Row>(`select * from ${table}`)
    .all()
    .filter((row) => act !== 'remove' || !isLastAgain(row));
  const row = rows[which % rows.length];
  if (row === undefined) return false;
  const insert = (changed: Row) =>
    raw
      .prepare(
        `insert into ${table} values (${Object.keys(changed)
          .map(() => '?')
          .join()})`,
      )
      .run(...Object.values(changed));
  if (act === 'copy') return insert({ ...row, ...copies[table] }).changes === 1;
  const names = Object.keys(row);
  const changeable = names.filter((name) => !sealed.has(name));
  const where = names.map((name) => `${name} is ?`).join(' and ');
  expect(
    raw.prepare(`delete from ${table} where ${where}`).run(...Object.values(row)).changes,
  ).toBe(1);
  const chosen = changeable[column % changeable.length] ?? '';
  if (act === 'change') insert({ ...row, [chosen]: otherThan(row[chosen]) });
  return true;
}

/** That a ballot was replaced by a second one leaves no trace but the second: it would name the credential. */
const isLastAgain = ({ round }: Row): boolean => typeof round === 'number' && round > 0;

function otherThan(value: unknown): unknown {
  if (value === null) return 'x';
  if (typeof value === 'number') return value + 1000;
  const text = String(value);
  const middle = Math.floor(text.length / 2);
  return `${text.slice(0, middle)}${text.charAt(middle) === '1' ? '2' : '1'}${text.slice(middle + 1)}`;
}

const tampering = fc.record({
  table: fc.constantFrom(...Object.keys(copies)),
  act: fc.constantFrom('change' as const, 'remove' as const, 'copy' as const),
  row: fc.nat(),
  column: fc.nat(),
});

/** Any one row of these tables changed, removed or copied shows, and its table is named. */
async function expectNamed(from: Buffer, numRuns: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(tampering, async (act) => {
      let isDone = false;
      const differences = await found((raw) => {
        isDone = tamperWith(raw, act);
      }, from);
      if (isDone) expect(differences.map(({ table }) => table)).toContain(act.table);
      else expect(differences).toEqual([]);
    }),
    { numRuns },
  );
}

/** What is found when something of the second trustee's messages is replaced. */
const afterReplacing = (column: string, from: string, to: string) =>
  found(
    running(
      `update election_trustees set ${column} = replace(${column}, ?, ?) where place = 2`,
      from,
      to,
    ),
  );

describe('the election of a poll that was changed by hand', () => {
  it('[VE53] shows in every row once there is a result, and nothing where nothing was done', async () => {
    expect(await found(() => {})).toEqual([]);
    await expectNamed(file, 120);
  });

  it('[VE54] shows in every row while people vote and while the trustees decrypt', async () => {
    const voting = await voted(null);
    const whileVoting = copyOf(hall.dataDir);
    expect(await found(() => {}, whileVoting)).toEqual([]);
    await expectNamed(whileVoting, 120);
    await hall.closeIt(voting);
    await hall.trusteesWork(voting, [0]);
    const whileDecrypting = copyOf(hall.dataDir);
    expect(await found(() => {}, whileDecrypting)).toEqual([]);
    await expectNamed(whileDecrypting, 25);
    await hall.trusteesWork(voting);
    expect(await found(() => {}, copyOf(hall.dataDir))).toEqual([]);
  });

  it('[VE55] names the event of the record, also where its order was changed', async () => {
    const of = `poll_id = '${ids.decided}'`;
    const change = running(
      `update election_events set data = replace(data, 'Tán', 'Tan') where ${of} and height = 0`,
    );
    expect(await found(change)).toMatchObject([{ table: 'election_events', row: '0' }]);
    const removed = await found(running(`delete from election_events where ${of} and height = 2`));
    expect(removed).toMatchObject([{ table: 'election_events', kind: 'removed', row: '2' }]);
    const swapped = await found((raw) => {
      const move = raw.prepare(`update election_events set height = ? where ${of} and height = ?`);
      for (const [to, at] of [
        [77, 1],
        [1, 2],
        [2, 77],
      ])
        move.run(to, at);
    });
    expect(swapped).toMatchObject([{ table: 'election_events', fields: ['record'] }]);
  });

  it('[VE59] shows in an event that has nothing to say, and where only a blank was put in', async () => {
    for (const [type, data] of [
      ['EndBallots', `'[1'`],
      ['EndBallots', `'[ ]'`],
      ['Result', 'data || char(10)'],
    ] as const) {
      const where = `poll_id = '${ids.decided}' and type = '${type}'`;
      const change = running(`update election_events set data = ${data} where ${where}`);
      expect(await found(change)).toMatchObject([{ table: 'election_events', fields: ['data'] }]);
    }
  });

  it('[VE58] names the trustee whose published messages were changed', async () => {
    for (const [column, from] of [
      ['polynomial', '"coefexps":{"message":"{'],
      ['share', '"public_key":"'],
      ['certificate', '"signature":{"challenge":"'],
      ['decryption', '"response":"'],
    ] as const)
      expect(await afterReplacing(column, from, `${from}9`)).toMatchObject([
        { table: 'election_trustees', row: '2', personId: hall.memberIds[1], fields: [column] },
      ]);
  });

  it('[VE56] shows a result that is not that of the record, in whichever of the two it was changed', async () => {
    const result = `poll_id = '${ids.decided}' and type = 'Result'`;
    const changed = running(
      `update election_events set data = replace(data, '[2,0', '[1,1') where ${result}`,
    );
    expect((await found(changed)).map(({ table }) => table)).toContain('election_events');
    const verdict = running(
      `update polls set verdict = json_set(verdict, '$.outcome', 'carried', '$.cast', 3) where id = ?`,
      ids.decided,
    );
    expect(await found(verdict)).toMatchObject([{ table: 'polls', fields: ['verdict'] }]);
  });

  it('[VE57] shows where a poll without trustees has one', async () => {
    const added = running(
      `insert into election_registrations values (?, ?)`,
      ids.plain,
      hall.memberIds[0],
    );
    expect(await found(added)).toMatchObject([
      { ledgerId: ids.plain, table: 'election_registrations', kind: 'added' },
    ]);
  });
});
