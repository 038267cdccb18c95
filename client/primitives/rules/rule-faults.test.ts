import { expect, it } from 'vitest';
import { peoplesCommitteeRules } from '../../../models/contracts/rules.ts';
import { presetIds, presetOf, presets } from './presets.ts';
import { ruleFaults } from './rule-faults.ts';

it('[tie] the side of the chair cannot decide a secret ballot, whose side nobody knows', () => {
  expect(ruleFaults(peoplesCommitteeRules)).toEqual({});
  const secret = { ...peoplesCommitteeRules, secrecy: 'secret' } as const;
  expect(ruleFaults(secret)).toEqual({ tie: 'tieInSecret' });
});

it('[tie] the side of the chair cannot stand in for a qualified majority', () => {
  const threshold = { kind: 'at_least', fraction: { numerator: 2, denominator: 3 } } as const;
  expect(ruleFaults({ ...peoplesCommitteeRules, threshold })).toEqual({ tie: 'tieNeedsHalf' });
});

it('[rules] nothing can be more than all, and no answer is without a name', () => {
  const removal = { kind: 'more_than', fraction: { numerator: 1, denominator: 1 } } as const;
  const confidence = { ...peoplesCommitteeRules.confidence, removal };
  const words = { for: 'Đồng ý', against: ' ', abstain: 'Ý kiến khác' };
  const choices = { abstain: true, words };
  expect(ruleFaults({ ...peoplesCommitteeRules, confidence, choices })).toEqual({
    'confidence.removal.fraction': 'moreThanAll',
    'choices.words.against': 'wordsRule',
  });
});

it('[rules] every pattern can be meant, and is known again', () => {
  for (const id of presetIds) {
    expect(ruleFaults(presets[id])).toEqual({});
    expect(presetOf(presets[id])).toBe(id);
  }
  expect(presetOf({ ...peoplesCommitteeRules, delegationsEach: 1 })).toBeNull();
});
