import { expect, it } from 'vitest';
import type { Organisation } from '../../../../models/contracts/identity.ts';
import { familyOf, treeOf } from './tree.ts';

const organisation = (id: string, name: string, parentId: string | null): Organisation => ({
  id,
  name,
  shortName: '',
  parentId,
  revision: 0,
  closedAt: null,
});
const all = [
  organisation('3', 'Phòng Tài chính', '1'),
  organisation('1', 'UBND phường', null),
  organisation('2', 'Đảng ủy', null),
  organisation('4', 'Tổ Ngân sách', '3'),
  organisation('5', 'Lạc loài', 'unknown'),
];

it('[organisations] each stands before those below it, by name, and none is left out', () => {
  expect(treeOf(all).map(({ organisation: { id }, depth }) => [id, depth])).toEqual([
    ['2', 0],
    ['5', 0],
    ['1', 0],
    ['3', 1],
    ['4', 2],
  ]);
});

it('[organisations] none can come to stand below itself', () => {
  expect([...familyOf(all, '1')].toSorted()).toEqual(['1', '3', '4']);
  expect([...familyOf(all, '4')]).toEqual(['4']);
});
