import writeXlsxFile, { type Cell, type SheetData } from 'write-excel-file/node';

type Value = string | number | null;

/** A table that leaves the house as a file. */
export interface Sheet {
  /** Of the tab; at most 31 characters, without `: \ / ? * [ ]`. */
  name: string;
  /** Lines above the table: what it is, of when. */
  title: readonly string[];
  /** Widths in characters. */
  columns: readonly { header: string; width: number }[];
  rows: readonly (readonly Value[])[];
}

export const sheetTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

/** An Excel workbook. Text is written as text, so that no name or reason is ever taken for a formula. */
export async function toXlsx({ name, title, columns, rows }: Sheet): Promise<Buffer> {
  const heading = title.map((line, at): Cell[] => [
    { ...text(line), fontWeight: 'bold', fontSize: at === 0 ? 14 : 12 },
  ]);
  const head = columns.map(({ header }): Cell => ({
    ...text(header),
    fontWeight: 'bold',
    wrap: true,
    alignVertical: 'center',
    borderStyle: 'thin',
  }));
  const data: SheetData = [...heading, [], head, ...rows.map((row) => row.map(cellOf))];
  const options = {
    sheet: name.replaceAll(/[:\\/?*[\]]/g, ' ').slice(0, 31),
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: heading.length + 2,
  };
  const letters = { fontFamily: 'Times New Roman', fontSize: 12 };
  return writeXlsxFile(data, options, letters).toBuffer();
}

const text = (value: string) => ({ value: printable(value), type: String });

function cellOf(value: Value): Cell {
  if (value === null || value === '') return { borderStyle: 'thin' };
  const shown =
    typeof value === 'number' ? { value, type: Number } : { ...text(value), wrap: true };
  return { ...shown, alignVertical: 'top', borderStyle: 'thin' };
}

/** What XML cannot hold would make the whole file unreadable. */
const printable = (value: string): string =>
  // eslint-disable-next-line no-control-regex
  value.replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, ' ');

/** Comma-separated (RFC 4180) with a mark by which Excel knows that it is UTF-8; the lines above the table are left out. */
export function toCsv({ columns, rows }: Sheet): Buffer {
  const lines = [columns.map(({ header }) => header), ...rows];
  const all = lines.map((line) => line.map(csvCell).join(',')).join('\r\n');
  return Buffer.from(`\uFEFF${all}\r\n`, 'utf8');
}

/** A cell that begins like a formula is calculated by Excel when the file is opened; an apostrophe makes it text. */
function csvCell(value: Value): string {
  if (typeof value === 'number') return String(value);
  const safe = /^[\s]*[=+\-@\t\r]/.test(value ?? '') ? `'${value}` : (value ?? '');
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
