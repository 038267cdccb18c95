import { useTranslation } from 'react-i18next';
import type { PollKind } from '../../../models/contracts/ballots.ts';
import type { RuleSetDraft } from '../../../models/contracts/rules.ts';
import { Checkbox } from '../Checkbox.tsx';
import { Notice } from '../Notice.tsx';
import { NumberField } from '../NumberField.tsx';
import { Select } from '../Select.tsx';
import { BallotRules } from './BallotRules.tsx';
import { CarryingRules } from './CarryingRules.tsx';
import { FractionField } from './FractionField.tsx';
import styles from './Rules.module.css';
import { ThresholdField } from './ThresholdField.tsx';
import { presetIds, presetOf, presets } from './presets.ts';
import { useRuleWords } from './useRuleWords.ts';

/** What every group of the rules takes. */
export interface RulesPartProps {
  rules: RuleSetDraft;
  /** The path of the rules in the form, for what is wrong with a field. */
  name: string;
  /** The poll that the rules are for: what has no meaning for its kind is left out. None for those of a body. */
  kind?: PollKind | undefined;
  onChange: (part: Partial<RuleSetDraft>) => void;
}

interface RulesFieldsProps extends Omit<RulesPartProps, 'onChange'> {
  /** For whom the meaning is worked out; 0 leaves it out. */
  members: number;
  onChange: (rules: RuleSetDraft) => void;
}

/** How a body decides, or one poll of it, with what that means for as many members as there are. */
export function RulesFields({ rules, name, kind, members, onChange }: RulesFieldsProps) {
  const { t } = useTranslation('rules');
  const { sentences } = useRuleWords();
  const change = (part: Partial<RuleSetDraft>) => onChange({ ...rules, ...part });
  const parts = { rules, name, kind, onChange: change };
  const { confidence } = rules;
  return (
    <>
      <PresetField rules={rules} onChange={onChange} />
      <h4 className={styles.part}>{t('parts.presence')}</h4>
      <FractionField
        label={t('quorum')}
        name={`${name}.quorum`}
        value={rules.quorum}
        suffix={t('ofAllMembers')}
        onChange={(quorum) => change({ quorum })}
      />
      <Checkbox
        label={t('gates')}
        description={t('gatesHelp')}
        value={rules.quorumGatesOpening}
        onChange={(quorumGatesOpening) => change({ quorumGatesOpening })}
      />
      <h4 className={styles.part}>{t('parts.voting')}</h4>
      <BallotRules {...parts} />
      <h4 className={styles.part}>{t('parts.carrying')}</h4>
      <CarryingRules {...parts} />
      {kind === undefined && <SpecialRules {...parts} />}
      {(kind === undefined || kind === 'confidence') && (
        <>
          <h4 className={styles.part}>{t('parts.confidence')}</h4>
          {(['warning', 'removal'] as const).map((id) => (
            <ThresholdField
              key={id}
              label={t(id)}
              name={`${name}.confidence.${id}`}
              asksShare
              value={confidence[id]}
              suffix={t(`whole.${rules.denominator}`)}
              onChange={(threshold) => change({ confidence: { ...confidence, [id]: threshold } })}
            />
          ))}
        </>
      )}
      {members > 0 && (
        <Notice title={t('meaning')}>
          {sentences(members, rules).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Notice>
      )}
    </>
  );
}

const own = 'own';

function PresetField({ rules, onChange }: Pick<RulesFieldsProps, 'rules' | 'onChange'>) {
  const { t } = useTranslation('rules');
  const known = presetOf(rules);
  return (
    <Select
      label={t('preset')}
      description={t('presetHelp')}
      options={[
        ...presetIds.map((id) => ({
          id,
          label: t(`presets.${id}`),
          description: t(`presetText.${id}`),
        })),
        ...(known === null ? [{ id: own, label: t('presetOwn') } as const] : []),
      ]}
      value={known ?? own}
      onChange={(id) => id !== own && onChange(presets[id])}
    />
  );
}

function SpecialRules({ rules, name, onChange }: RulesPartProps) {
  const { t } = useTranslation('rules');
  return (
    <>
      <h4 className={styles.part}>{t('parts.special')}</h4>
      <NumberField
        label={`${t('delegationsEach')} (${t('delegationsUnit')})`}
        description={t('delegationsHelp')}
        name={`${name}.delegationsEach`}
        min={0}
        max={10}
        value={rules.delegationsEach}
        onChange={(delegationsEach) => onChange({ delegationsEach: delegationsEach ?? 0 })}
      />
      <Checkbox
        label={t('weighted')}
        description={t('weightedHelp')}
        value={rules.weighted}
        onChange={(weighted) => onChange({ weighted })}
      />
    </>
  );
}
