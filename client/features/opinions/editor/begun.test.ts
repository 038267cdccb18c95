import { expect, it } from 'vitest';
import type { Slip } from '../../../../models/contracts/opinions.ts';
import { peoplesCommitteeRules } from '../../../../models/contracts/rules.ts';
import { newId } from '../../../../models/ids.ts';
import { afterNews, afterSaving } from './begun.ts';
import { formOf } from './slip-form.ts';

const slip: Slip = {
  id: newId(),
  bodyId: newId(),
  bodyName: 'Ủy ban nhân dân',
  number: null,
  year: null,
  title: 'Sửa chữa kè',
  state: 'draft',
  deadline: '2026-03-02T01:00:00.000Z',
  sentAt: null,
  closedAt: null,
  extendReason: null,
  withdrawReason: null,
  grounds: '',
  items: [{ key: 1, question: 'Đồng ý?', paper: { kind: 'motion' } }],
  files: [],
  ruleSet: { ...peoplesCommitteeRules, version: 1 },
  revision: 3,
  reminders: [],
  notSecret: true,
  chosen: null,
  recipients: [],
  entries: [],
  remindedAt: null,
  meetingId: null,
};
const theirs = { ...slip, revision: 4, title: 'Sửa chữa kè và đường' };
const begun = { base: slip, form: formOf(slip) };
const written = { base: slip, form: { ...begun.form, title: 'Của tôi' } };

it('[conflict] what somebody else saves is shown where nothing was written, and else left beside it', () => {
  expect(afterNews(begun, theirs)).toMatchObject({ base: theirs, form: { title: theirs.title } });
  expect(afterNews(written, theirs)).toBe(written);
  // A file that was added, or an answer that is older than what was saved here, is no news.
  expect(afterNews(begun, { ...slip, files: [] })).toBe(begun);
  expect(afterNews({ ...begun, base: theirs }, slip).base).toBe(theirs);
});

it('after saving the form is what was saved; what was written meanwhile stays', () => {
  const saved = { ...slip, revision: 4, title: 'Của tôi' };
  expect(afterSaving(written, saved, written.form)).toMatchObject({ base: saved });
  const further = { ...written, form: { ...written.form, title: 'Của tôi nữa' } };
  expect(afterSaving(further, saved, written.form)).toEqual({ ...further, base: saved });
});
