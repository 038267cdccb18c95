import { expect, it } from 'vitest';
import { peoplesCommitteeRules } from '../../../../models/contracts/rules.ts';
import { partsThatDiffer } from './meanwhile.ts';
import { KeptForm, type PollForm, newForm, noItem } from './poll-form.ts';

const setting = { currentItem: null, rules: peoplesCommitteeRules };
const rows = (...labels: string[]) => labels.map((label, at) => ({ key: at + 1, label, note: '' }));
const mine: PollForm = {
  ...newForm,
  question: 'Chọn phương án?',
  kind: 'choose',
  options: rows('Một', 'Hai'),
};
const differing = (change: Partial<PollForm>) =>
  partsThatDiffer(mine, { ...mine, ...change }, setting);

it('[conflict] names the parts in which somebody else’s form of a poll differs', () => {
  expect(differing({ question: 'Chọn một phương án?' })).toEqual(['question']);
  expect(differing({ options: rows('Một', 'Ba') })).toEqual(['options']);
  expect(differing({ max: 2 })).toEqual(['options']);
  expect(differing({ kind: 'ranked' })).toEqual(['kind']);
  const trustees = { personIds: ['a', 'b'], needed: null };
  expect(differing({ secrecy: 'secret', verifiable: true, trustees })).toEqual([
    'secrecy',
    'trustees',
  ]);
  const ownRules = { ruleSet: peoplesCommitteeRules, reason: 'Vì' };
  expect(differing({ ownRules, reveal: 'announcing' })).toEqual(['reveal', 'ownRules']);
});

it('[conflict] what would be saved the same is no difference', () => {
  expect(differing({})).toEqual([]);
  expect(
    differing({
      question: ' Chọn phương án?\n',
      secrecy: peoplesCommitteeRules.secrecy,
      agendaItemId: noItem,
      options: [...rows('Một', 'Hai '), { key: 9, label: ' ', note: '' }],
      seats: 3,
    }),
  ).toEqual([]);
});

it('[conflict] a form that is kept knows which revision it began with; one of before, none', () => {
  const kept: unknown = JSON.parse(JSON.stringify({ ...mine, revision: 4 }));
  expect(KeptForm.parse(kept)).toEqual({ form: mine, revision: 4 });
  expect(KeptForm.parse(mine)).toEqual({ form: mine, revision: 0 });
});
