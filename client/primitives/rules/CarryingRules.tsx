import { useTranslation } from 'react-i18next';
import { denominators, tieRules } from '../../../models/contracts/rules.ts';
import { Checkbox } from '../Checkbox.tsx';
import { RadioGroup } from '../RadioGroup.tsx';
import type { RulesPartProps } from './RulesFields.tsx';
import { ThresholdField } from './ThresholdField.tsx';

/** Of what the share is taken, how large it is, and what follows from a tie. */
export function CarryingRules({ rules, name, onChange }: RulesPartProps) {
  const { t } = useTranslation('rules');
  return (
    <>
      <RadioGroup
        label={t('denominator')}
        name={`${name}.denominator`}
        options={denominators.map((id) => ({
          id,
          label: t(`denominators.${id}`),
          description: t(`denominatorHelp.${id}`),
        }))}
        value={rules.denominator}
        onChange={(denominator) => onChange({ denominator })}
      />
      {rules.denominator === 'valid' && (
        <Checkbox
          label={t('abstentionsAreValid')}
          description={t('abstentionsHelp')}
          value={rules.abstentionsAreValid}
          onChange={(abstentionsAreValid) => onChange({ abstentionsAreValid })}
        />
      )}
      <ThresholdField
        label={t('threshold')}
        name={`${name}.threshold`}
        value={rules.threshold}
        suffix={t(`whole.${rules.denominator}`)}
        onChange={(threshold) => onChange({ threshold })}
      />
      <RadioGroup
        label={t('tie')}
        name={`${name}.tie`}
        options={tieRules.map((id) => ({
          id,
          label: t(`ties.${id}`),
          description: t(`tieHelp.${id}`),
        }))}
        value={rules.tie}
        onChange={(tie) => onChange({ tie })}
      />
    </>
  );
}
