import { expect, it } from 'vitest';
import { peoplesCommitteeRules } from '../../../models/contracts/rules.ts';
import { countsOf } from './rule-counts.ts';

it('[rules] a People’s Committee of 21 needs 14 present and 11 in favour', () => {
  expect(countsOf(21, peoplesCommitteeRules)).toEqual({ quorum: 14, ofAll: 11, ofQuorum: 8 });
});

it('[rules] where the most votes decide, no number is needed', () => {
  const rules = { ...peoplesCommitteeRules, threshold: { kind: 'relative' } } as const;
  expect(countsOf(21, rules)).toEqual({ quorum: 14, ofAll: null, ofQuorum: null });
});
