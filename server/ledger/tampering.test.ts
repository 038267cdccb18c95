import type Sqlite from 'better-sqlite3';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LedgerDifference } from '../../models/contracts/ledger.ts';
import { type RecordedHall, openRecordedHall } from './testing/recorded-hall.ts';

let at: RecordedHall;
beforeAll(async () => {
  at = await openRecordedHall();
});
afterAll(() => at.hall.close());

type Row = Record<string, unknown>;
interface Kept {
  /** Which column names the poll. */
  poll: string;
  /** The key that a copy gets another value in, and what else must differ. */
  copied: Row;
  /** Columns that the ledger says nothing about. */
  free?: readonly string[];
}
const tables: Record<string, Kept> = {
  polls: {
    poll: 'id',
    copied: { id: 'copy', number: 1000 },
    // The last two are of the draft; what came of them is frozen at opening, and on record.
    free: ['position', 'reveal', 'own_rules', 'revision'],
  },
  poll_voters: { poll: 'poll_id', copied: { person_id: 'copy' } },
  ballots: { poll: 'poll_id', copied: { person_id: 'copy' } },
  secret_ballots: { poll: 'poll_id', copied: { ballot_id: 'copy' } },
  participations: { poll: 'poll_id', copied: { person_id: 'copy' } },
  ballot_entries: {
    poll: 'poll_id',
    copied: { id: 'copy', person_id: 'copy' },
    free: ['id', 'entered_at', 'decided_at'],
  },
  ledger_entries: { poll: 'ledger_id', copied: { sequence: 50, hash: 'f'.repeat(64) } },
  ledger_signatures: { poll: 'ledger_id', copied: { sequence: 50 } },
};

interface Tampering {
  table: string;
  act: 'change' | 'remove' | 'copy';
  row: number;
  column: number;
}

/** Does it. @returns the poll whose row it was */
function tamper(raw: Sqlite.Database, { table, act, row: which, column }: Tampering): string {
  const { poll, copied, free = [] } = tables[table] ?? { poll: '', copied: {} };
  const rows = raw.prepare<[], Row>(`select * from ${table} ${rowsOf(table)}`).all();
  const row = rows[which % rows.length] ?? {};
  if (act === 'copy') {
    insert(raw, table, { ...row, ...copied });
    return String({ ...row, ...copied }[poll]);
  }
  const columns = Object.keys(row).filter((name) => !free.includes(name));
  const chosen = columns[column % columns.length] ?? '';
  const conditions = Object.keys(row).map((name) => `${name} is ?`);
  const removal = raw.prepare(`delete from ${table} where ${conditions.join(' and ')}`);
  expect(removal.run(...Object.values(row)).changes).toBe(1);
  if (act === 'change') insert(raw, table, { ...row, [chosen]: otherThan(row[chosen]) });
  return String(row[poll]);
}

/** Of what lies in the box before the close, only the number and the weights are on record. */
function rowsOf(table: string): string {
  if (table === 'polls') return `where state <> 'draft'`;
  return table === 'secret_ballots' ? `where poll_id <> '${at.ids.runningSecret}'` : '';
}

function insert(raw: Sqlite.Database, table: string, row: Row) {
  const places = Object.keys(row).map(() => '?');
  raw.prepare(`insert into ${table} values (${places.join()})`).run(...Object.values(row));
}

function otherThan(value: unknown): unknown {
  if (value === null) return 'x';
  return typeof value === 'number' ? value + 1000 : `${String(value).slice(0, -1)}~`;
}

it('[L27] any one row changed, removed or copied shows, and poll and table are named', async () => {
  const tampering = fc.record({
    table: fc.constantFrom(...Object.keys(tables)),
    act: fc.constantFrom('change' as const, 'remove' as const, 'copy' as const),
    row: fc.nat(),
    column: fc.nat(),
  });
  await fc.assert(
    fc.asyncProperty(tampering, async (act) => {
      let pollId = '';
      const found = await at.after((raw) => {
        pollId = tamper(raw, act);
      });
      // The last entry of an open poll that is cut off shows only by the ballot that it leaves behind.
      const isNamed = (one: LedgerDifference) =>
        one.ledgerId === pollId && (one.table === act.table || act.table === 'ledger_entries');
      expect(found.filter(isNamed)).not.toEqual([]);
    }),
    { numRuns: 250 },
  );
});
