import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RecordedHall, openRecordedHall } from './testing/recorded-hall.ts';

let at: RecordedHall;
beforeAll(async () => {
  at = await openRecordedHall();
});
afterAll(() => at.hall.close());

describe('the database beside its ledgers', () => {
  it('[L20] holds what they tell, as long as nobody touches it', async () => {
    expect(await at.after(() => {})).toEqual([]);
  });

  it('[L21] a changed, removed or added ballot is named with its voter', async () => {
    const marks = '{"kind":"motion","choice":"against"}';
    const ballot = { ledgerId: at.ids.open, table: 'ballots' };
    const own = { row: at.member(0), personId: at.member(0) };
    expect(
      await at.afterRunning(
        'update ballots set marks = ? where poll_id = ? and person_id = ?',
        marks,
        at.ids.open,
        at.member(0),
      ),
    ).toEqual([{ ...ballot, ...own, kind: 'changed', fields: ['marks'] }]);
    expect(
      await at.afterRunning(
        'delete from ballots where poll_id = ? and person_id = ?',
        at.ids.open,
        at.member(0),
      ),
    ).toEqual([{ ...ballot, ...own, kind: 'removed', fields: [] }]);
    expect(
      await at.afterRunning(
        `insert into ballots select poll_id, ?, 0, marks, cast_at, ?, null, null, 99, 'x' from ballots
         where poll_id = ? and person_id = ?`,
        at.member(5),
        at.member(5),
        at.ids.open,
        at.member(0),
      ),
    ).toEqual([
      { ...ballot, row: at.member(5), personId: at.member(5), kind: 'added', fields: [] },
    ]);
  });

  it('[L21] the change of a vote, a vote by delegation and one entered by hand are kept too', async () => {
    const of = (row: string, personId: string, kind: string, fields: string[]) => [
      { ledgerId: at.ids.open, table: 'ballots', row, personId, kind, fields },
    ];
    expect(
      await at.afterRunning('delete from ballots where poll_id = ? and change = 1', at.ids.open),
    ).toEqual(of(`${at.member(1)} (1)`, at.member(1), 'removed', []));
    expect(
      await at.afterRunning(
        'update ballots set cast_by = person_id where poll_id = ? and person_id = ?',
        at.ids.open,
        at.member(7),
      ),
    ).toEqual(of(at.member(7), at.member(7), 'changed', ['cast_by']));
    expect(
      await at.afterRunning('update ballots set entered_by = null where entered_by is not null'),
    ).toEqual(of(at.member(3), at.member(3), 'changed', ['entered_by']));
  });

  it('[L22] secret ballots and who gave one are named each for itself', async () => {
    const [removed] = await at.afterRunning(
      'delete from participations where poll_id = ? and person_id = ?',
      at.ids.secret,
      at.member(0),
    );
    expect(removed).toMatchObject({
      table: 'participations',
      personId: at.member(0),
      kind: 'removed',
    });
    const changed = await at.afterRunning(
      `update secret_ballots set marks = replace(marks, 'against', 'for') where poll_id = ? and marks like '%against%'`,
      at.ids.secret,
    );
    expect(changed).toMatchObject([
      {
        ledgerId: at.ids.secret,
        table: 'secret_ballots',
        kind: 'changed',
        personId: null,
        fields: ['marks'],
      },
    ]);
    const stuffed = await at.afterRunning(
      `insert into secret_ballots select poll_id, 'zz', marks, 1 from secret_ballots where poll_id = ? limit 1`,
      at.ids.runningSecret,
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
      expect(
        await at.afterRunning(`update polls set ${field} = ${value} where id = ?`, at.ids.open),
      ).toEqual([
        {
          ledgerId: at.ids.open,
          table: 'polls',
          row: null,
          personId: null,
          kind: 'changed',
          fields: [field],
        },
      ]);
    expect(
      await at.afterRunning(
        'update poll_voters set weight = 5 where poll_id = ? and person_id = ?',
        at.ids.open,
        at.member(2),
      ),
    ).toEqual([
      {
        ledgerId: at.ids.open,
        table: 'poll_voters',
        row: at.member(2),
        personId: at.member(2),
        kind: 'changed',
        fields: ['weight'],
      },
    ]);
  });

  it('[L24] an entry of a ledger changed, removed, moved or cut off is named', async () => {
    const of = (kind: string, row: number) =>
      expect.objectContaining({
        ledgerId: at.ids.open,
        table: 'ledger_entries',
        kind,
        row: String(row),
      });
    const where = `where ledger_id = '${at.ids.open}' and sequence`;
    expect(
      await at.afterRunning(
        `update ledger_entries set entry = replace(entry, 'against', 'for') ${where} = 2`,
      ),
    ).toEqual([of('changed', 2)]);
    expect(await at.afterRunning(`delete from ledger_entries ${where} = 3`)).toEqual([
      of('removed', 3),
    ]);
    const moved = await at.after((raw) => {
      for (const [from, to] of [
        [2, 999],
        [3, 2],
        [999, 3],
      ])
        raw.exec(`update ledger_entries set sequence = ${to} ${where} = ${from}`);
    });
    expect(moved).toEqual(expect.arrayContaining([of('reordered', 2), of('reordered', 3)]));
    expect(await at.afterRunning(`delete from ledger_entries ${where} > 7`)).toEqual(
      expect.arrayContaining([of('removed', 8), of('removed', 9)]),
    );
    expect(
      await at.afterRunning(`delete from ledger_entries where ledger_id = ?`, at.ids.open),
    ).toEqual(expect.arrayContaining([of('removed', 0)]));
  });

  it('[L25] a signature removed or by another key is named', async () => {
    const signature = { ledgerId: at.ids.open, table: 'ledger_signatures', personId: null };
    const [row] = await at.afterRunning(
      'delete from ledger_signatures where ledger_id = ?',
      at.ids.open,
    );
    expect(row).toMatchObject({ ...signature, kind: 'removed' });
    const [other] = await at.afterRunning(
      `update ledger_signatures set public_key = 'x' where ledger_id = ?`,
      at.ids.open,
    );
    expect(other).toMatchObject({ ...signature, kind: 'changed', fields: ['signature'] });
    const strange = await at.after(() => {}, ['another']);
    expect(strange).toContainEqual(
      expect.objectContaining({ ...signature, kind: 'changed', fields: ['public_key'] }),
    );
  });

  it('[L26] a poll removed with all that is its own is named by the trace of its opening', async () => {
    const found = await at.after((raw) => {
      raw.exec(`delete from polls where id = '${at.ids.running}'`);
      for (const table of ['poll_voters', 'ballots'])
        raw.exec(`delete from ${table} where poll_id = '${at.ids.running}'`);
      raw.exec(`delete from ledger_entries where ledger_id = '${at.ids.running}'`);
    });
    expect(found).toEqual([
      {
        ledgerId: at.ids.running,
        table: 'polls',
        row: null,
        personId: null,
        kind: 'removed',
        fields: [],
      },
    ]);
  });
});
