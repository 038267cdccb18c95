import { useTranslation } from 'react-i18next';
import { type RuleSetDraft, denominators, tieRules } from '../../../../models/contracts/rules.ts';
import { Checkbox } from '../../../primitives/Checkbox.tsx';
import { Notice } from '../../../primitives/Notice.tsx';
import { RadioGroup } from '../../../primitives/RadioGroup.tsx';
import { FractionField } from './FractionField.tsx';
import styles from './Rules.module.css';
import { useRuleWords } from './useRuleWords.ts';

interface RulesFieldsProps {
  rules: RuleSetDraft;
  members: number;
  /** Of the rules in force; null for a new body. */
  version: number | null;
  onChange: (rules: RuleSetDraft) => void;
}

const kinds = ['more_than', 'at_least'] as const;

/** How the body decides, with what that means for as many members as it has. */
export function RulesFields({ rules, members, version, onChange }: RulesFieldsProps) {
  const { t } = useTranslation('planning');
  const { sentences } = useRuleWords();
  const change = (part: Partial<RuleSetDraft>) => onChange({ ...rules, ...part });
  const { threshold } = rules;
  return (
    <section className={styles.rules}>
      <h3>{t('rules.title')}</h3>
      <p className={styles.help}>
        {version === null ? t('rules.help') : t('rules.version', { version })}
      </p>
      <FractionField
        label={t('rules.quorum')}
        name="ruleSet.quorum"
        value={rules.quorum}
        suffix={t('rules.ofAllMembers')}
        onChange={(quorum) => change({ quorum })}
      />
      <Checkbox
        label={t('rules.gates')}
        value={rules.quorumGatesOpening}
        onChange={(quorumGatesOpening) => change({ quorumGatesOpening })}
      />
      <RadioGroup
        label={t('rules.denominator')}
        name="ruleSet.denominator"
        options={denominators.map((id) => ({
          id,
          label: t(`rules.denominators.${id}`),
          description: t(`rules.denominatorHelp.${id}`),
        }))}
        value={rules.denominator}
        onChange={(denominator) => change({ denominator })}
      />
      <RadioGroup
        label={t('rules.threshold')}
        name="ruleSet.threshold.kind"
        options={kinds.map((id) => ({ id, label: t(`rules.kinds.${id}`) }))}
        value={threshold.kind}
        onChange={(kind) => change({ threshold: { ...threshold, kind } })}
      />
      <FractionField
        label={t('rules.fraction')}
        name="ruleSet.threshold.fraction"
        value={threshold.fraction}
        suffix={t(`rules.whole.${rules.denominator}`)}
        onChange={(fraction) => change({ threshold: { ...threshold, fraction } })}
      />
      <RadioGroup
        label={t('rules.tie')}
        name="ruleSet.tie"
        options={tieRules.map((id) => ({
          id,
          label: t(`rules.ties.${id}`),
          description: t(`rules.tieHelp.${id}`),
        }))}
        value={rules.tie}
        onChange={(tie) => change({ tie })}
      />
      {members > 0 && (
        <Notice title={t('rules.meaning')}>
          {sentences(members, rules).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Notice>
      )}
    </section>
  );
}
