import type { ReactNode } from 'react';
import { compareText, foldVietnamese } from './fold.ts';

export interface Column<Row> {
  id: string;
  header: string;
  /** What filter and sorting look at; also what the cell shows, unless `cell` is given. */
  value: (row: Row) => string | number;
  cell?: (row: Row) => ReactNode;
  /** `end` for figures. */
  align?: 'end';
  /** For columns whose order means nothing, such as buttons. */
  isUnsortable?: boolean;
  /** Of the table, for example "30%". */
  width?: string;
}

export interface Sort {
  column: string;
  direction: 'ascending' | 'descending';
}

/** The rows that match every word of the query in any column, in the order asked for. */
export function arrangeRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  query: string,
  sort: Sort | undefined,
): readonly Row[] {
  const words = foldVietnamese(query).split(' ').filter(Boolean);
  const matches = (row: Row) => {
    const text = foldVietnamese(columns.map((column) => column.value(row)).join(' '));
    return words.every((word) => text.includes(word));
  };
  const found = words.length > 0 ? rows.filter(matches) : rows;
  const column = columns.find(({ id }) => id === sort?.column);
  if (!column) return found;
  const sign = sort?.direction === 'descending' ? -1 : 1;
  return found.toSorted((a, b) => sign * compareValues(column.value(a), column.value(b)));
}

const compareValues = (a: string | number, b: string | number): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : compareText(String(a), String(b));

/** Pressing a column sorts by it upwards, pressing it again downwards. */
export const nextSort = (sort: Sort | undefined, column: string): Sort => ({
  column,
  direction: sort?.column === column && sort.direction === 'ascending' ? 'descending' : 'ascending',
});
