import { expect, it } from 'vitest';
import { shortNames } from './short-name.ts';

it('[names] the given name is enough where nobody shares it', () => {
  expect(shortNames(['Hoàng Đức Khải', 'Đỗ  Thùy Miên ', 'An'])).toEqual(['Khải', 'Miên', 'An']);
});

it('[names] those who share a given name get their middle name with it', () => {
  expect(shortNames(['Trần Thị Bích Ngọc', 'Lê Hồng Ngọc', 'Lý Gia Bảo'])).toEqual([
    'Bích Ngọc',
    'Hồng Ngọc',
    'Bảo',
  ]);
});
