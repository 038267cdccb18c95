import type { LedgerDifference } from '../../models/contracts/ledger.ts';
import { type Json, canonicalJson } from '../../models/voting/canonical-json.ts';
import type { RawRow } from './check-store.ts';

export type Difference = Omit<LedgerDifference, 'ledgerId'>;

/** What a column must hold. JSON is compared by what it says, not by how it is written. */
export type Cell = string | number | null | { json: Json };

/** A row that must be there. */
export interface ExpectedRow {
  row: string;
  personId: string | null;
  cells: Readonly<Record<string, Cell>>;
}

interface Compared {
  table: string;
  /** Names a row; rows of the same name are one too many. */
  nameOf(row: RawRow): string;
  personOf?(row: RawRow): string | null;
  /** Rows that the ledger says nothing certain about. */
  isDoubtful?(row: RawRow): boolean;
}

/** Compares the rows of a table with those that must be there. */
export function compareRows(
  { table, nameOf, personOf = () => null, isDoubtful = () => false }: Compared,
  expected: readonly ExpectedRow[],
  actual: readonly RawRow[],
): Difference[] {
  const left = new Map(expected.map((one) => [one.row, one]));
  const differences: Difference[] = [];
  for (const raw of actual) {
    const row = nameOf(raw);
    const wanted = left.get(row);
    left.delete(row);
    if (wanted === undefined) {
      const added = { table, kind: 'added', row, personId: personOf(raw), fields: [] } as const;
      if (!isDoubtful(raw)) differences.push({ ...added, fields: [] });
      continue;
    }
    const fields = changedFields(wanted.cells, raw);
    if (fields.length > 0)
      differences.push({ table, kind: 'changed', row, personId: wanted.personId, fields });
  }
  const removed = [...left.values()].map(({ row, personId }): Difference => ({
    table,
    kind: 'removed',
    row,
    personId,
    fields: [],
  }));
  return [...differences, ...removed];
}

/** The columns that hold something else than they must. */
export const changedFields = (cells: ExpectedRow['cells'], raw: RawRow): string[] =>
  Object.entries(cells)
    .filter(([name, cell]) => !isSame(cell, raw[name]))
    .map(([name]) => name);

function isSame(cell: Cell, actual: unknown): boolean {
  if (cell === null || typeof cell !== 'object') return cell === actual;
  return typeof actual === 'string' && canonicalOf(actual) === canonicalJson(cell.json);
}

function canonicalOf(text: string): string | null {
  try {
    return canonicalJson(JSON.parse(text));
  } catch {
    return null;
  }
}
