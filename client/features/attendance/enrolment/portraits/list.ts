import { foldVietnamese } from '../../../../primitives/fold.ts';
import { parseCsv } from './csv.ts';

/** One line of the list: which picture shows whom, and where their signed consent is. */
export interface Portrait {
  /** As a spreadsheet counts; the head is line 1. */
  line: number;
  file: string;
  /** User name or e-mail address; or the full name, with the office. */
  person: string;
  office: string;
  proof: string;
  /** When the form was signed; null when the list does not say, or not in a form that can be read. */
  consentedAt: string | null;
}

/** How the columns may be called, in either language, with or without diacritics. */
const names = {
  file: ['tep', 'ten tep', 'anh', 'file', 'picture', 'photo'],
  person: [
    'nguoi',
    'ten dang nhap',
    'tai khoan',
    'email',
    'thu dien tu',
    'person',
    'username',
    'ho va ten',
    'ho ten',
    'full name',
    'name',
  ],
  office: ['chuc vu', 'chuc vu, co quan', 'office', 'title'],
  proof: ['ban ky', 'phieu', 'noi giu', 'proof', 'consent', 'consent proof'],
  date: ['ngay', 'ngay ky', 'date', 'consent date', 'signed'],
};
type Column = keyof typeof names;

export interface PortraitList {
  rows: Portrait[];
  /** Without these two nothing can be done. */
  missing: Column[];
}

export function readList(text: string): PortraitList {
  const [head = [], ...lines] = parseCsv(text);
  const titles = head.map((cell) =>
    foldVietnamese(cell)
      .replaceAll(/[_\s]+/g, ' ')
      .trim(),
  );
  const at = (column: Column) => titles.findIndex((title) => names[column].includes(title));
  const places = {
    file: at('file'),
    person: at('person'),
    office: at('office'),
    proof: at('proof'),
    date: at('date'),
  };
  const missing = (['file', 'person'] as const).filter((column) => places[column] === -1);
  if (missing.length > 0) return { rows: [], missing };
  const rows = lines.map((cells, index) => ({
    line: index + 2,
    file: (cells[places.file] ?? '').trim(),
    person: (cells[places.person] ?? '').trim(),
    office: (cells[places.office] ?? '').trim(),
    proof: (cells[places.proof] ?? '').trim(),
    consentedAt: readDay((cells[places.date] ?? '').trim()),
  }));
  return { rows, missing };
}

/** `22/11/2026` or `2026-11-22`, the beginning of that day in Vietnam; null for anything else. */
export function readDay(text: string): string | null {
  const vietnamese = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})/.exec(text);
  const [year, month, day] = vietnamese
    ? [vietnamese[3], vietnamese[2], vietnamese[1]]
    : [iso?.[1], iso?.[2], iso?.[3]];
  if (!year || !month || !day) return null;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const moment = new Date(`${date}T00:00:00+07:00`);
  // JavaScript makes the 3rd of March out of the 31st of February.
  const isReal =
    !Number.isNaN(moment.getTime()) && new Date(`${date}T00:00:00Z`).getUTCDate() === Number(day);
  return isReal ? moment.toISOString() : null;
}

const plain = (path: string): string => path.normalize('NFC').toLowerCase().replaceAll('\\', '/');

/** The file that a line names, whatever folder it is in and however its name is written. */
export function findFile<F extends { name: string; webkitRelativePath?: string }>(
  files: readonly F[],
  wanted: string,
): F | undefined {
  const goal = plain(wanted);
  if (goal === '') return undefined;
  return (
    files.find(({ webkitRelativePath }) => plain(webkitRelativePath ?? '').endsWith(`/${goal}`)) ??
    files.find(({ name }) => plain(name) === goal.split('/').at(-1))
  );
}
