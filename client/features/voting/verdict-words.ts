import type { TFunction } from 'i18next';
import type { RuleSet } from '../../../models/contracts/rules.ts';
import type { z } from 'zod';
import type { Verdict } from '../../../models/contracts/voting.ts';
import { reasonOf } from './verdict-facts.ts';

type Words = TFunction<'voting'>;
type Rules = z.infer<typeof RuleSet>;

/** "quá 1/2", "ít nhất 2/3". */
export function thresholdWords(t: Words, { threshold: { kind, fraction } }: Rules): string {
  return t(`ballot.threshold.${kind}`, {
    fraction: `${fraction.numerator}/${fraction.denominator}`,
  });
}

/** What it takes to carry, as a sentence for the ballot. */
export const ruleWords = (t: Words, rules: Rules): string =>
  t(`ballot.rule.${rules.denominator}`, { threshold: thresholdWords(t, rules) });

export interface VerdictWords {
  /** "Tán thành 12/21 tổng số thành viên · cần 11". */
  headline: string;
  /** "ĐƯỢC THÔNG QUA". */
  outcome: string;
  /** One sentence on what decided. */
  reason: string;
}

/** The verdict in words, from its own figures alone. */
export function verdictWords(t: Words, verdict: Verdict): VerdictWords {
  const { counts, denominator, needed, carried, members, present, quorum } = verdict;
  // Each sentence takes the figures that it names; `needed` occurs only in the one on the quorum.
  const figures = { ...counts, present, members, needed: quorum.needed };
  return {
    headline: t('verdict.headline', {
      for: counts.for,
      size: denominator.size,
      of: t(`verdict.of.${denominator.kind}`),
      needed,
    }),
    outcome: t(carried ? 'verdict.carried' : 'verdict.notCarried'),
    reason: t(`verdict.why.${reasonOf(verdict)}`, figures),
  };
}
