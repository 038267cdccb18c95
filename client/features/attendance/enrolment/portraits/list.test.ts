import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseCsv, writeCsv } from './csv.ts';
import { findFile, readDay, readList } from './list.ts';

const cells = fc
  .string({ maxLength: 12 })
  .filter((text) => !/^[=+\-@\t\r]/.test(text) && !text.includes('\r'));

it('[IM1] what is written is read again, whatever its signs', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(cells, cells), { minLength: 1, maxLength: 6 }), (rows) => {
      const head = ['a', 'b'];
      const kept = rows.filter((row) => row.some((one) => one.trim() !== ''));
      const read = parseCsv(writeCsv([head, ...kept]));
      expect(read.map((row) => row.map((one) => one.trim()))).toEqual(
        [head, ...kept].map((row) => row.map((one) => one.trim())),
      );
    }),
  );
});

it('[IM1] a cell that a spreadsheet would run is written as text', () => {
  expect(writeCsv([['=1+1', '@a']])).toBe("\uFEFF'=1+1,'@a\r\n");
});

it('[IM2] columns are known by either language, and lines counted as a spreadsheet does', () => {
  const vi = readList('\uFEFFTệp;Người;Bản ký;Ngày\r\nan.jpg;an;HS 1;22/11/2026\r\n\r\n');
  const en = readList('file,person,proof,date\nan.jpg,an,HS 1,2026-11-22\n');
  expect(vi).toEqual(en);
  expect(vi.rows).toEqual([
    {
      line: 2,
      file: 'an.jpg',
      person: 'an',
      office: '',
      proof: 'HS 1',
      consentedAt: '2026-11-21T17:00:00.000Z',
    },
  ]);
  expect(readList('tep,ho_va_ten,chuc_vu\nan.jpg,Lê An,Chủ tịch').rows[0]).toMatchObject({
    person: 'Lê An',
    office: 'Chủ tịch',
  });
  expect(readList('a,b\n1,2').missing).toEqual(['file', 'person']);
  expect(readList('file,person\nx.jpg,an').rows[0]).toMatchObject({ proof: '', consentedAt: null });
});

it('[IM3] a day that is none is no day', () => {
  for (const text of ['', '31/02/2026', '2026-13-01', 'hôm qua', '1/1/26'])
    expect(readDay(text), text).toBeNull();
});

it('[IM4] a file is found in its folder, and by its name alone', () => {
  const files = [
    { name: 'An.JPG', webkitRelativePath: 'anh/1/An.JPG' },
    { name: 'an.jpg', webkitRelativePath: 'anh/2/an.jpg' },
  ];
  expect(findFile(files, '2/an.jpg')).toBe(files[1]);
  expect(findFile(files, 'AN.jpg')).toBe(files[0]);
  expect(findFile(files, 'binh.jpg')).toBeUndefined();
  expect(findFile(files, '')).toBeUndefined();
});
