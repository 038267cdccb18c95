import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { PollOption } from '../../../../models/contracts/ballots.ts';
import { mostOptions, namesIn, withNames } from './names-list.ts';

it('[paste] one name a line, without the numbers and dashes of another list', () => {
  const text = '1. Nguyễn Văn An\n 2) Trần Thị Bình \r\n- Lê Cường\n\n•  Phạm Dung\n10.Đỗ Em';
  expect(namesIn(text).map(({ label }) => label)).toEqual([
    'Nguyễn Văn An',
    'Trần Thị Bình',
    'Lê Cường',
    'Phạm Dung',
    'Đỗ Em',
  ]);
});

it('[paste] the second column of a table is the note', () => {
  expect(namesIn('Nguyễn Văn An\tPhó Chủ tịch\nTrần Thị Bình\t\tChánh Văn phòng')).toEqual([
    { label: 'Nguyễn Văn An', note: 'Phó Chủ tịch' },
    { label: 'Trần Thị Bình', note: 'Chánh Văn phòng' },
  ]);
});

it('[paste] a year or an amount at the beginning of a line is no number of the list', () => {
  expect(namesIn('2026: xây trường\n3,5 tỷ đồng').map(({ label }) => label)).toEqual([
    '2026: xây trường',
    '3,5 tỷ đồng',
  ]);
});

it('[paste] names come behind what was typed, into the place of empty lines', () => {
  const rows = [
    { key: 1, label: 'Nguyễn Văn An', note: '' },
    { key: 2, label: '', note: '' },
  ];
  expect(withNames(rows, namesIn('Lê Cường\nPhạm Dung'))).toEqual([
    { key: 1, label: 'Nguyễn Văn An', note: '' },
    { key: 2, label: 'Lê Cường', note: '' },
    { key: 3, label: 'Phạm Dung', note: '' },
  ]);
});

it('[paste] whatever is pasted, it fits a paper with each key once', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 300 }), { maxLength: 150 }), (lines) => {
      const rows = withNames([], namesIn(lines.join('\n')));
      expect(rows.length).toBeLessThanOrEqual(mostOptions);
      expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
      for (const row of rows) expect(PollOption.safeParse(row).success).toBe(true);
    }),
  );
});
