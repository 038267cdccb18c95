import { useTranslation } from 'react-i18next';
import type { Fraction, RuleSetDraft } from '../../../../models/contracts/rules.ts';
import { countsOf } from './rule-counts.ts';

const part = ({ numerator, denominator }: Fraction) => `${numerator}/${denominator}`;

/** Says what rules mean, in one line for a table and in sentences for a body of `members`. */
export function useRuleWords() {
  const { t } = useTranslation('planning');
  const short = ({ quorum, threshold, denominator }: RuleSetDraft) =>
    t(`rules.short.${threshold.kind}`, {
      quorum: part(quorum),
      part: part(threshold.fraction),
      whole: t(`rules.whole.${denominator}`),
    });
  const sentences = (members: number, rules: RuleSetDraft): string[] => {
    const { quorum, ofAll, ofQuorum } = countsOf(members, rules);
    const carried =
      rules.denominator === 'all'
        ? t('rules.example.all', { members, quorum, needed: ofAll })
        : t(`rules.example.${rules.denominator}`, {
            members,
            quorum,
            needed: ofQuorum,
            most: ofAll,
          });
    return [carried, t(`rules.exampleTie.${rules.tie}`)];
  };
  return { short, sentences };
}
