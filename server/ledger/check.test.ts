import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LedgerDifference } from '../../models/contracts/ledger.ts';
import { peoplesCommitteeRules } from '../../models/contracts/rules.ts';
import * as tables from '../../models/tables/index.ts';
import { loadKeys } from '../platform/keys.ts';
import { type VotingHall, openVotingHall } from '../testing/voting-hall.ts';
import { checkDatabase } from './check.ts';

let hall: VotingHall;
let file: Buffer;
let knownKeys: string[];
const ids = { open: '', secret: '', voided: '', running: '', runningSecret: '' };

/** Polls of every state, with every kind of row that the record knows. */
beforeAll(async () => {
  const ruleSet = { ...peoplesCommitteeRules, changeable: true, delegationsEach: 1 };
  hall = await openVotingHall(8, ruleSet);
  await hall.checkIn([0, 1, 2, 3, 4, 5]);
  const { voting, meetingId } = hall;
  const [secretary, chair] = [hall.secretary, hall.chair];
  const [, , second = '', third = '', , , , absent = ''] = hall.memberIds;
  const delegation = { fromPersonId: absent, toPersonId: second, basis: 'Giấy ủy quyền 01' };
  await voting.delegate(secretary(), meetingId, delegation);

  ids.open = await hall.openedPoll({ reveal: 'announcing' });
  await hall.cast(ids.open, 0, 'for');
  await hall.cast(ids.open, 1, 'against');
  await hall.cast(ids.open, 1, 'for');
  await hall.give(ids.open, 2, { kind: 'motion', choice: 'for' }, { for: 7 });
  await voting.enter(secretary(), meetingId, ids.open, third, {
    kind: 'motion',
    choice: 'abstain',
  });
  const { entries } = await voting.turnout(secretary(), meetingId, ids.open);
  await voting.decide(chair(), meetingId, ids.open, entries[0]?.id ?? '', true);
  await hall.checkIn([6]);
  await voting.addVoter(chair(), meetingId, ids.open, hall.memberIds[6] ?? '', 'Đến muộn');
  await voting.setEnd(chair(), meetingId, ids.open, 600);
  await voting.close(chair(), meetingId, ids.open);
  await voting.announce(chair(), meetingId, ids.open);

  const changes = { secrecy: 'secret', ownRules: null } as const;
  ids.secret = await secretPoll(changes);
  await hall.cast(ids.secret, 0, 'for');
  await hall.cast(ids.secret, 1, 'against');
  await voting.close(chair(), meetingId, ids.secret);
  ids.voided = await hall.openedPoll();
  await hall.cast(ids.voided, 4, 'for');
  await voting.void(chair(), meetingId, ids.voided, 'Sai câu hỏi');
  ids.runningSecret = await secretPoll(changes);
  await hall.cast(ids.runningSecret, 5, 'for');
  await voting.void(chair(), meetingId, ids.runningSecret, 'Thử');
  ids.running = await hall.openedPoll();
  await hall.cast(ids.running, 0, 'for');
  await hall.cast(ids.running, 1, 'for');
  await hall.newPoll();

  const connection = new Sqlite(join(hall.dataDir, 'nghi-truong.sqlite'), { readonly: true });
  file = connection.serialize();
  // As a file without a journal beside it, so that it can be opened in memory (bytes 18 and 19 of its head).
  file.fill(1, 18, 20);
  connection.close();
  knownKeys = loadKeys(join(hall.dataDir, 'master.key')).signingKeys.map((key) => key.publicKey);
});
afterAll(() => hall.close());

/** Secret polls do not ask for the chair's side. */
async function secretPoll(draft: { secrecy: 'secret' }): Promise<string> {
  const ruleSet = { ...peoplesCommitteeRules, delegationsEach: 1, tie: 'not_carried' as const };
  return hall.openedPoll({ ...draft, ownRules: { ruleSet, reason: 'Bỏ phiếu kín' } });
}

/** What is found after someone had the file in their hands. */
async function after(tamper: (raw: Sqlite.Database) => void): Promise<LedgerDifference[]> {
  const raw = new Sqlite(file);
  raw.pragma('foreign_keys = OFF');
  const triggers = raw.prepare(`select name from sqlite_master where type = 'trigger'`).pluck();
  for (const name of triggers.all()) raw.exec(`drop trigger "${String(name)}"`);
  tamper(raw);
  const db = drizzle(raw, { schema: tables });
  const { differences, ok } = await checkDatabase({ db, now: '', knownKeys });
  raw.close();
  expect(ok).toBe(differences.length === 0);
  return differences;
}
const run = (sql: string, ...values: unknown[]) =>
  after((raw) => expect(raw.prepare(sql).run(...values).changes).toBeGreaterThan(0));
const member = (index: number): string => hall.memberIds[index] ?? '';

describe('the database beside its ledgers', () => {
  it('[L20] holds what they tell, as long as nobody touches it', async () => {
    expect(await after(() => {})).toEqual([]);
  });

  it('[L21] a changed, removed or added ballot is named with its voter', async () => {
    const marks = '{"kind":"motion","choice":"against"}';
    const ballot = { ledgerId: ids.open, table: 'ballots' };
    const own = { row: member(0), personId: member(0) };
    expect(
      await run(
        'update ballots set marks = ? where poll_id = ? and person_id = ?',
        marks,
        ids.open,
        member(0),
      ),
    ).toEqual([{ ...ballot, ...own, kind: 'changed', fields: ['marks'] }]);
    expect(
      await run('delete from ballots where poll_id = ? and person_id = ?', ids.open, member(0)),
    ).toEqual([{ ...ballot, ...own, kind: 'removed', fields: [] }]);
    expect(
      await run(
        `insert into ballots select poll_id, ?, 0, marks, cast_at, ?, null, null, 99, 'x' from ballots
         where poll_id = ? and person_id = ?`,
        ...[member(5), member(5), ids.open, member(0)],
      ),
    ).toEqual([{ ...ballot, row: member(5), personId: member(5), kind: 'added', fields: [] }]);
  });

  it('[L21] the change of a vote, a vote by delegation and one entered by hand are kept too', async () => {
    const of = (row: string, personId: string, kind: string, fields: string[]) => [
      { ledgerId: ids.open, table: 'ballots', row, personId, kind, fields },
    ];
    expect(await run('delete from ballots where poll_id = ? and change = 1', ids.open)).toEqual(
      of(`${member(1)} (1)`, member(1), 'removed', []),
    );
    expect(
      await run(
        'update ballots set cast_by = person_id where poll_id = ? and person_id = ?',
        ids.open,
        member(7),
      ),
    ).toEqual(of(member(7), member(7), 'changed', ['cast_by']));
    expect(await run('update ballots set entered_by = null where entered_by is not null')).toEqual(
      of(member(3), member(3), 'changed', ['entered_by']),
    );
  });

  it('[L22] secret ballots and who gave one are named each for itself', async () => {
    const [removed] = await run(
      'delete from participations where poll_id = ? and person_id = ?',
      ...[ids.secret, member(0)],
    );
    expect(removed).toMatchObject({
      table: 'participations',
      personId: member(0),
      kind: 'removed',
    });
    const changed = await run(
      `update secret_ballots set marks = replace(marks, 'against', 'for') where poll_id = ? and marks like '%against%'`,
      ids.secret,
    );
    expect(changed).toMatchObject([
      {
        ledgerId: ids.secret,
        table: 'secret_ballots',
        kind: 'changed',
        personId: null,
        fields: ['marks'],
      },
    ]);
    const stuffed = await run(
      `insert into secret_ballots select poll_id, 'zz', marks, 1 from secret_ballots where poll_id = ? limit 1`,
      ids.runningSecret,
    );
    expect(stuffed).toMatchObject([{ table: 'secret_ballots', kind: 'added' }]);
  });

  it('[L23] roll, wording, rules, result and number of a poll are those of the ledger', async () => {
    const fields = {
      question: `'Khác'`,
      number: '77',
      members: '3',
      state: `'void'`,
      closed_at: 'null',
      announced_at: `'2026-03-02T09:00:00.000Z'`,
      verdict: `json_set(verdict, '$.outcome', 'recorded')`,
      rule_set: `json_set(rule_set, '$.tie', 'not_carried')`,
      secrecy: `'secret'`,
    };
    for (const [field, value] of Object.entries(fields))
      expect(await run(`update polls set ${field} = ${value} where id = ?`, ids.open)).toEqual([
        {
          ledgerId: ids.open,
          table: 'polls',
          row: null,
          personId: null,
          kind: 'changed',
          fields: [field],
        },
      ]);
    expect(
      await run(
        'update poll_voters set weight = 5 where poll_id = ? and person_id = ?',
        ids.open,
        member(2),
      ),
    ).toEqual([
      {
        ledgerId: ids.open,
        table: 'poll_voters',
        row: member(2),
        personId: member(2),
        kind: 'changed',
        fields: ['weight'],
      },
    ]);
  });

  it('[L24] an entry of a ledger changed, removed, moved or cut off is named', async () => {
    const of = (kind: string, row: number) =>
      expect.objectContaining({
        ledgerId: ids.open,
        table: 'ledger_entries',
        kind,
        row: String(row),
      });
    const where = `where ledger_id = '${ids.open}' and sequence`;
    expect(
      await run(`update ledger_entries set entry = replace(entry, 'against', 'for') ${where} = 2`),
    ).toEqual([of('changed', 2)]);
    expect(await run(`delete from ledger_entries ${where} = 3`)).toEqual([of('removed', 3)]);
    const moved = await after((raw) => {
      for (const [from, to] of [
        [2, 999],
        [3, 2],
        [999, 3],
      ])
        raw.exec(`update ledger_entries set sequence = ${to} ${where} = ${from}`);
    });
    expect(moved).toEqual(expect.arrayContaining([of('reordered', 2), of('reordered', 3)]));
    expect(await run(`delete from ledger_entries ${where} > 7`)).toEqual(
      expect.arrayContaining([of('removed', 8), of('removed', 9)]),
    );
    expect(await run(`delete from ledger_entries where ledger_id = ?`, ids.open)).toEqual(
      expect.arrayContaining([of('removed', 0)]),
    );
  });

  it('[L25] a signature removed or by another key is named', async () => {
    const signature = { ledgerId: ids.open, table: 'ledger_signatures', personId: null };
    const [row] = await run('delete from ledger_signatures where ledger_id = ?', ids.open);
    expect(row).toMatchObject({ ...signature, kind: 'removed' });
    const [other] = await run(
      `update ledger_signatures set public_key = 'x' where ledger_id = ?`,
      ids.open,
    );
    expect(other).toMatchObject({ ...signature, kind: 'changed', fields: ['signature'] });
    knownKeys = ['another'];
    const strange = await after(() => {});
    expect(strange).toContainEqual(
      expect.objectContaining({ ...signature, kind: 'changed', fields: ['public_key'] }),
    );
    knownKeys = loadKeys(join(hall.dataDir, 'master.key')).signingKeys.map((key) => key.publicKey);
  });

  it('[L26] a poll removed with all that is its own is named by the trace of its opening', async () => {
    const found = await after((raw) => {
      raw.exec(`delete from polls where id = '${ids.running}'`);
      for (const table of ['poll_voters', 'ballots'])
        raw.exec(`delete from ${table} where poll_id = '${ids.running}'`);
      raw.exec(`delete from ledger_entries where ledger_id = '${ids.running}'`);
    });
    expect(found).toEqual([
      {
        ledgerId: ids.running,
        table: 'polls',
        row: null,
        personId: null,
        kind: 'removed',
        fields: [],
      },
    ]);
  });
});

/** Columns that the ledger says nothing about: what everyone is free to change. */
const free: Record<string, string[]> = {
  polls: ['position', 'reveal', 'own_rules'],
  ballot_entries: ['id', 'entered_at', 'decided_at'],
};
const pollColumn = (table: string): string =>
  table === 'polls' ? 'id' : table.startsWith('ledger') ? 'ledger_id' : 'poll_id';

describe('any one row', () => {
  const names = [
    'polls',
    'poll_voters',
    'ballots',
    'secret_ballots',
    'participations',
    'ballot_entries',
    'ledger_entries',
    'ledger_signatures',
  ];
  const other = (value: unknown): unknown => {
    if (value === null) return 'x';
    if (typeof value === 'number') return value + 1000;
    return `${String(value).slice(0, -1)}~`;
  };

  it('[L27] changed, removed or copied in any table shows, and poll and table are named', async () => {
    const tampering = fc.record({
      table: fc.constantFrom(...names),
      act: fc.constantFrom('change', 'remove', 'copy'),
      at: fc.nat(),
      column: fc.nat(),
    });
    await fc.assert(
      fc.asyncProperty(tampering, async ({ table, act, at, column }) => {
        let pollId = '';
        const found = await after((raw) => {
          // Of what lies in the box before the close, only the number and the weights are on record.
          const where =
            table === 'polls'
              ? `where state <> 'draft'`
              : table === 'secret_ballots'
                ? `where poll_id <> '${ids.runningSecret}'`
                : '';
          const rows = raw.prepare(`select * from ${table} ${where}`).all() as Record<
            string,
            unknown
          >[];
          const row = rows[at % rows.length] ?? {};
          pollId = String(row[pollColumn(table)]);
          const columns = Object.keys(row).filter((name) => !free[table]?.includes(name));
          const chosen = columns[column % columns.length] ?? '';
          const conditions = Object.keys(row)
            .map((name) => `${name} is ?`)
            .join(' and ');
          const values = Object.values(row);
          const kept = raw.prepare(`delete from ${table} where ${conditions}`);
          expect(kept.run(...values).changes).toBe(1);
          const insert = (cells: Record<string, unknown>) =>
            raw
              .prepare(
                `insert into ${table} values (${Object.keys(cells)
                  .map(() => '?')
                  .join()})`,
              )
              .run(...Object.values(cells));
          if (act === 'change') insert({ ...row, [chosen]: other(row[chosen]) });
          if (act === 'copy') {
            insert(row);
            const key =
              {
                polls: 'id',
                secret_ballots: 'ballot_id',
                ledger_entries: 'sequence',
                ledger_signatures: 'sequence',
                ballot_entries: 'person_id',
              }[table] ?? 'person_id';
            const unique =
              table === 'ledger_entries'
                ? { hash: 'f'.repeat(64) }
                : table === 'polls'
                  ? { number: 1000 }
                  : table === 'ballot_entries'
                    ? { id: 'copy' }
                    : {};
            if (table === 'polls') pollId = 'copy';
            insert({ ...row, [key]: typeof row[key] === 'number' ? 50 : 'copy', ...unique });
          }
        });
        // The last entry of an open poll that is cut off shows only by the ballot that it leaves behind.
        const isNamed = (one: LedgerDifference) =>
          one.table === table || table === 'ledger_entries';
        expect(found.filter((one) => one.ledgerId === pollId && isNamed(one))).not.toEqual([]);
      }),
      { numRuns: 250 },
    );
  });
});
