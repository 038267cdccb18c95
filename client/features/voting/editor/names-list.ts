import type { OptionRow } from './poll-form.ts';

type Named = Omit<OptionRow, 'key'>;

/** "1.", "2)", "-", "•" before a name in a list that was typed elsewhere. */
const leading = /^\s*(?:\d{1,3}\s*[.)]|[-–•*])\s*/;
/** As many as a paper holds. */
export const mostOptions = 100;

/**
 * Names from a pasted list, one a line, numbers and dashes before them left out. From a table, the second column is what is
 * to be known of each.
 */
export const namesIn = (text: string): Named[] =>
  text
    .normalize('NFC')
    .split(/\r?\n/)
    .map((line) => {
      const [label = '', ...rest] = line.split('\t');
      const note = rest.map((cell) => cell.trim()).filter((cell) => cell !== '');
      return { label: cut(label.replace(leading, '')), note: cut(note.join(', ')) };
    })
    .filter(({ label }) => label !== '');

const cut = (text: string): string => text.trim().slice(0, 200);

/** Adds names behind the others; rows that were still empty give way. */
export function withNames(rows: readonly OptionRow[], names: readonly Named[]): OptionRow[] {
  const kept = rows.filter(({ label, note }) => label.trim() !== '' || note.trim() !== '');
  return names.reduce<OptionRow[]>(
    (all, name) => (all.length < mostOptions ? [...all, { key: nextKey(all), ...name }] : all),
    kept,
  );
}

/** A key that no row has. */
export const nextKey = (rows: readonly OptionRow[]): number =>
  Math.max(0, ...rows.map(({ key }) => key)) + 1;
