import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareText, foldVietnamese, initialsOf, matchesQuery } from './fold.ts';

const vietnamese = fc
  .array(fc.constantFrom(...'aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặầẩẫấậĐỄỘƯỠỳỷỹýỵ '))
  .map((letters) => letters.join(''));

describe('foldVietnamese', () => {
  it('[search] finds Vietnamese names typed without diacritics, also Đ', () => {
    expect(foldVietnamese('Nguyễn  Thị Đào ')).toBe('nguyen thi dao');
    expect(foldVietnamese('ĐẶNG HỮU ƯỚC')).toBe('dang huu uoc');
  });

  it('[search] leaves only plain letters of any Vietnamese text', () => {
    fc.assert(fc.property(vietnamese, (text) => /^[a-z ]*$/.test(foldVietnamese(text))));
  });

  it('[search] is the same for composed and decomposed text, and when applied twice', () => {
    fc.assert(
      fc.property(vietnamese, (text) => {
        const folded = foldVietnamese(text);
        expect(foldVietnamese(text.normalize('NFD'))).toBe(folded);
        expect(foldVietnamese(folded)).toBe(folded);
      }),
    );
  });
});

describe('matchesQuery', () => {
  it('[search] wants every word, in any order', () => {
    expect(matchesQuery('Nguyễn Văn Đức', 'duc nguyen')).toBe(true);
    expect(matchesQuery('Nguyễn Văn Đức', 'duc tran')).toBe(false);
  });

  it('[search] an empty query finds everything', () => {
    expect(matchesQuery('Sở Tài chính', '  ')).toBe(true);
  });
});

describe('names', () => {
  it('[order] sorts numbers in names as numbers', () => {
    expect(['Tổ 10', 'Tổ 9', 'Ban Đô thị'].toSorted(compareText)).toEqual([
      'Ban Đô thị',
      'Tổ 9',
      'Tổ 10',
    ]);
  });

  it('[avatar] takes the family and the given name', () => {
    expect(initialsOf('Trần Thị Bích Ngọc')).toBe('TN');
    expect(initialsOf('đỗ an')).toBe('ĐA');
    expect(initialsOf('An')).toBe('A');
    expect(initialsOf('  ')).toBe('');
  });
});
