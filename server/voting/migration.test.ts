import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { peoplesCommitteeRules } from '../../models/contracts/rules.ts';
import { Verdict } from '../../models/contracts/verdict.ts';
import { newId } from '../../models/ids.ts';
import { type Database, openDatabase } from '../platform/database.ts';
import { readRolls } from './roll/roll-store.ts';
import { findPoll } from './store.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'migration-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const Journal = z.looseObject({ entries: z.array(z.looseObject({ tag: z.string() })) });

/** The migrations up to and with this one. */
function migrationsUntil(last: string): string {
  const dir = join(folder, 'migrations');
  mkdirSync(join(dir, 'meta'), { recursive: true });
  const journal = Journal.parse(JSON.parse(readFileSync('migrations/meta/_journal.json', 'utf8')));
  const at = journal.entries.findIndex(({ tag }) => tag === last);
  const entries = journal.entries.slice(0, at + 1);
  for (const { tag } of entries) cpSync(`migrations/${tag}.sql`, join(dir, `${tag}.sql`));
  writeFileSync(join(dir, 'meta/_journal.json'), JSON.stringify({ ...journal, entries }));
  return dir;
}

const [meetingId, bodyId, chairId, memberId, closedId, draftId] = Array.from({ length: 6 }, newId);
const at = '2026-03-02T01:00:00.000Z';
const oldRules = {
  quorum: { numerator: 2, denominator: 3 },
  quorumGatesOpening: true,
  denominator: 'all',
  threshold: { kind: 'more_than', fraction: { numerator: 1, denominator: 2 } },
  tie: 'chair',
};
const oldVerdict = {
  carried: true,
  counts: { for: 1, against: 1, abstain: 0 },
  notVoted: 0,
  members: 2,
  present: 2,
  quorum: { needed: 2, reached: true },
  denominator: { kind: 'all', size: 2 },
  needed: 2,
  tie: { rule: 'chair', chairChoice: 'for' },
  decidedBy: 'tie_rule',
  ruleSet: { ...oldRules, version: 1 },
};

/** A database as it was before there were other polls than motions, with one that is closed and one prepared. */
async function anOldDatabase() {
  const migrationsDir = migrationsUntil('0007_face_records');
  await openDatabase({ dataDir: folder, migrationsDir }).close();
  const old = new Sqlite(join(folder, 'nghi-truong.sqlite'));
  const add = (table: string, row: Record<string, unknown>) => {
    const names = Object.keys(row);
    const places = names.map((name) => `@${name}`).join(', ');
    old.prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${places})`).run(row);
  };
  for (const [id, name] of [
    [chairId, 'Chủ tịch'],
    [memberId, 'Ủy viên'],
  ] as const)
    add('people', {
      id,
      full_name: name,
      office: '',
      username: id,
      system_role: 'member',
      email: '',
      phone: '',
      password_hash: '',
      must_change_password: 0,
      revision: 0,
    });
  add('bodies', { id: bodyId, revision: 0, name: 'UBND' });
  add('body_members', { body_id: bodyId, person_id: chairId, role: 'chair', position: 0 });
  add('rule_sets', {
    body_id: bodyId,
    version: 1,
    rules: JSON.stringify(oldRules),
    created_at: at,
  });
  add('meetings', {
    id: meetingId,
    body_id: bodyId,
    title: 'Phiên họp',
    kind: 'regular',
    starts_at: at,
    ends_at: at,
    state: 'open',
  });
  const poll = { meeting_id: meetingId, question: 'Thông qua?', secrecy: 'open' };
  const rules = JSON.stringify({ ...oldRules, version: 1 });
  add('polls', {
    ...poll,
    id: closedId,
    number: 1,
    state: 'closed',
    rule_set: rules,
    members: 2,
    opened_at: at,
    closed_at: at,
    verdict: JSON.stringify(oldVerdict),
  });
  add('polls', { ...poll, id: draftId, number: 2, state: 'draft' });
  for (const [position, personId, choice] of [
    [0, chairId, 'for'],
    [1, memberId, 'against'],
  ] as const) {
    const hash = `${position}`.repeat(64);
    const own = { poll_id: closedId, person_id: personId };
    add('poll_voters', {
      ...own,
      full_name: 'Đại biểu',
      office: '',
      is_chair: Number(position === 0),
      position,
    });
    add('ledger_entries', {
      poll_id: closedId,
      sequence: position + 1,
      previous_hash: '',
      hash,
      entry: '{}',
    });
    add('ballots', { ...own, choice, cast_at: at, entry_hash: hash });
  }
  old.close();
}

describe('a database of before', () => {
  let database: Database;
  beforeEach(async () => {
    await anOldDatabase();
    database = openDatabase({ dataDir: folder, migrationsDir: 'migrations' });
  });
  afterEach(() => database.close());

  it('[V80] keeps its polls, as motions in their order, with rules that decide as they did', async () => {
    const ruleSet = { ...peoplesCommitteeRules, version: 1 };
    const closed = await findPoll(database.read, closedId ?? '');
    expect(closed).toMatchObject({
      paper: { kind: 'motion' },
      position: 1,
      binding: true,
      reveal: 'closing',
      ruleSet,
      members: 2,
      membersWeight: 2,
      present: 2,
    });
    expect(Verdict.parse(closed?.verdict)).toEqual({
      kind: 'motion',
      outcome: 'carried',
      decidedBy: 'tie_rule',
      members: 2,
      voters: 2,
      cast: 2,
      notVoted: 0,
      deemed: 0,
      quorum: { needed: 2, present: 2, reached: true },
      denominator: { kind: 'all', size: 2 },
      needed: 2,
      ruleSet,
      counts: { for: 1, against: 1, abstain: 0 },
      tie: { rule: 'chair', chairChoice: 'for' },
    });
    const draft = await findPoll(database.read, draftId ?? '');
    expect(draft).toMatchObject({ paper: { kind: 'motion' }, position: 2, ruleSet: null });
  });

  it('[V81] keeps its ballots and their places in the ledger', async () => {
    expect(await readRolls(database.read, [closedId ?? ''])).toMatchObject([
      { personId: chairId, weight: 1, castBy: null, marks: { kind: 'motion', choice: 'for' } },
      { personId: memberId, marks: { kind: 'motion', choice: 'against' }, addedReason: null },
    ]);
  });

  it('[V82] is whole, and what is a record cannot be changed, removed or added to', async () => {
    await database.close();
    const file = new Sqlite(join(folder, 'nghi-truong.sqlite'));
    expect(file.pragma('foreign_key_check')).toEqual([]);
    const refuses = (sql: string) => expect(() => file.exec(sql)).toThrow(/never|not open/);
    for (const table of ['ballots', 'ledger_entries', 'poll_voters', 'rule_sets'])
      refuses(`DELETE FROM ${table}`);
    refuses(`UPDATE ballots SET marks = '{}'`);
    refuses(`UPDATE ledger_entries SET entry = '{}'`);
    refuses(`UPDATE rule_sets SET rules = '{}'`);
    refuses(`INSERT INTO ballots SELECT poll_id, person_id, 1, marks, cast_at, cast_by, NULL, NULL, 9, ''
      FROM ballots`);
    refuses(`INSERT INTO secret_ballots VALUES ('${closedId}', 'x', '{}', 1)`);
    file.close();
  });

  it('[V83] secret ballots and who gave them lie in tables without row numbers', async () => {
    await database.close();
    const file = new Sqlite(join(folder, 'nghi-truong.sqlite'));
    for (const table of ['secret_ballots', 'participations'])
      expect(() => file.prepare(`SELECT rowid FROM ${table}`)).toThrow(/no such column/);
    file.close();
  });
});
