import { expect, it } from 'vitest';
import { auditActions } from '../../../models/contracts/audit.ts';
import en from '../../locales/en/audit.ts';
import vi from '../../locales/vi/audit.ts';
import { detailsInWords } from './details.ts';

it.each([
  ['vi', vi.actions],
  ['en', en.actions],
])('[audit] every action has words in %s, and no word is for nothing', (_language, words) => {
  expect(Object.keys(words).toSorted()).toEqual([...auditActions].toSorted());
});

it('[audit] details are said in words; ids and blanks are left out, unknown ones shown', () => {
  const details = {
    state: 'in_person',
    closed: false,
    pollId: '01890000-0000-7000-8000-000000000001',
    item: null,
    strange: 3,
  };
  expect(detailsInWords(details, vi)).toBe(
    'Trạng thái: có mặt trực tiếp; Ngừng sử dụng: không; strange: 3',
  );
});
