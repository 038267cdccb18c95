import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Threshold, thresholdKinds } from '../../../models/contracts/rules.ts';
import { RadioGroup } from '../RadioGroup.tsx';
import { FractionField } from './FractionField.tsx';

interface ThresholdFieldProps {
  label: string;
  name: string;
  value: Threshold;
  /** Of what the share is. */
  suffix: string;
  /** Of votes in favour the most may be enough; low confidence follows from a share alone. */
  asksShare?: boolean;
  onChange: (value: Threshold) => void;
}

/** More than a share, a share or more, or simply the most votes. */
export function ThresholdField(props: ThresholdFieldProps) {
  const { label, name, value, suffix, asksShare = false, onChange } = props;
  const { t } = useTranslation('rules');
  // Kept while the most votes decide, so that going back brings the share again.
  const [last, setLast] = useState({ numerator: 1, denominator: 2 });
  const fraction = value.kind === 'relative' ? last : value.fraction;
  return (
    <>
      <RadioGroup
        label={label}
        name={`${name}.kind`}
        options={thresholdKinds
          .filter((id) => !asksShare || id !== 'relative')
          .map((id) => ({ id, label: t(`kinds.${id}`) }))}
        value={value.kind}
        onChange={(kind) => {
          setLast(fraction);
          onChange(kind === 'relative' ? { kind } : { kind, fraction });
        }}
      />
      {value.kind !== 'relative' && (
        <FractionField
          label={t('fraction')}
          name={`${name}.fraction`}
          value={value.fraction}
          suffix={suffix}
          onChange={(next) => onChange({ kind: value.kind, fraction: next })}
        />
      )}
    </>
  );
}
