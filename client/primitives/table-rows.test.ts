import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Column, arrangeRows, nextSort } from './table-rows.ts';

interface Person {
  name: string;
  office: string;
  seat: number;
}
const people: Person[] = [
  { name: 'Trần Thị Bích Ngọc', office: 'Phó Chủ tịch', seat: 10 },
  { name: 'Nguyễn Văn Đức', office: 'Chủ tịch', seat: 9 },
  { name: 'Đặng Thu Hà', office: 'Ủy viên', seat: 2 },
];
const columns: Column<Person>[] = [
  { id: 'name', header: 'Họ tên', value: ({ name }) => name },
  { id: 'office', header: 'Chức vụ', value: ({ office }) => office },
  { id: 'seat', header: 'Chỗ ngồi', value: ({ seat }) => seat },
];
const names = (query: string, sort?: Parameters<typeof nextSort>[0]) =>
  arrangeRows(people, columns, query, sort).map(({ name }) => name);

describe('arrangeRows', () => {
  it('[table] filters across columns without diacritics', () => {
    expect(names('duc chu tich')).toEqual(['Nguyễn Văn Đức']);
    expect(names('CHU TICH')).toHaveLength(2);
    expect(names('khong co')).toEqual([]);
  });

  it('[table] keeps the given order without a sort, and sorts figures as figures', () => {
    expect(names('')).toEqual(people.map(({ name }) => name));
    expect(
      arrangeRows(people, columns, '', { column: 'seat', direction: 'ascending' })[0]?.seat,
    ).toBe(2);
  });

  it('[table] sorts in the order of the Vietnamese alphabet: D before Đ', () => {
    const rows = ['Đào', 'Dung', 'Ánh'].map((name) => ({ name, office: '', seat: 0 }));
    const sorted = arrangeRows(rows, columns, '', { column: 'name', direction: 'ascending' });
    expect(sorted.map(({ name }) => name)).toEqual(['Ánh', 'Dung', 'Đào']);
  });

  it('[table] never loses or adds a row by sorting', () => {
    const rows = fc.array(
      fc.record({ name: fc.string(), office: fc.string(), seat: fc.integer() }),
    );
    fc.assert(
      fc.property(rows, fc.constantFrom('ascending', 'descending'), (list, direction) => {
        const sorted = arrangeRows(list, columns, '', { column: 'name', direction });
        expect(sorted).toHaveLength(list.length);
        expect(new Set(sorted)).toEqual(new Set(list));
      }),
    );
  });
});

it('[table] pressing a column again turns its order round', () => {
  const first = nextSort(undefined, 'name');
  expect(first).toEqual({ column: 'name', direction: 'ascending' });
  expect(nextSort(first, 'name').direction).toBe('descending');
  expect(nextSort(first, 'seat')).toEqual({ column: 'seat', direction: 'ascending' });
});
