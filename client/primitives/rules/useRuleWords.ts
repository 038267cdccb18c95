import { useTranslation } from 'react-i18next';
import type { Fraction, RuleSetDraft } from '../../../models/contracts/rules.ts';
import { countsOf } from './rule-counts.ts';

const part = ({ numerator, denominator }: Fraction) => `${numerator}/${denominator}`;

/** Says what rules mean, in one line for a table and in sentences for a body of `members`. */
export function useRuleWords() {
  const { t } = useTranslation('rules');
  const short = ({ quorum, threshold, denominator }: RuleSetDraft): string => {
    const whole = t(`whole.${denominator}`);
    if (threshold.kind === 'relative') return t('short.relative', { quorum: part(quorum) });
    const { numerator, denominator: of } = threshold.fraction;
    if (threshold.kind === 'at_least' && numerator === of)
      return t('short.unanimous', { quorum: part(quorum), whole });
    return t(`short.${threshold.kind}`, {
      quorum: part(quorum),
      part: part(threshold.fraction),
      whole,
    });
  };
  const carried = (members: number, rules: RuleSetDraft): string => {
    const { quorum, ofAll, ofQuorum } = countsOf(members, rules);
    if (ofAll === null || ofQuorum === null) return t('example.relative', { members, quorum });
    return rules.denominator === 'all'
      ? t('example.all', { members, quorum, needed: ofAll })
      : t(`example.${rules.denominator}`, { members, quorum, needed: ofQuorum, most: ofAll });
  };
  const sentences = (members: number, rules: RuleSetDraft): string[] => {
    const { quorum } = countsOf(members, rules);
    const { quorumGatesOpening, silence, delegationsEach } = rules;
    return [
      carried(members, rules),
      t(quorumGatesOpening ? 'says.gated' : 'says.notGated', { quorum }),
      t(`says.tie.${rules.tie}`),
      rules.secrecy === 'secret' && t('says.secret'),
      silence !== 'not_voted' && t(`says.${silence}`),
      rules.changeable && t('says.changeable'),
      delegationsEach > 0 && t('says.delegations', { count: delegationsEach }),
      rules.weighted && t('says.weighted'),
    ].filter((sentence) => sentence !== false);
  };
  return { short, sentences };
}
