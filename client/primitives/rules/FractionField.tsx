import { useTranslation } from 'react-i18next';
import type { Fraction } from '../../../models/contracts/rules.ts';
import { NumberField } from '../NumberField.tsx';
import { useProblem } from '../problems.ts';
import styles from './Rules.module.css';

interface FractionFieldProps {
  label: string;
  name: string;
  value: Fraction;
  /** Of what, after the numbers. */
  suffix: string;
  onChange: (value: Fraction) => void;
}

/** A fraction such as 2/3 in two whole numbers. */
export function FractionField({ label, name, value, suffix, onChange }: FractionFieldProps) {
  const { t } = useTranslation('rules');
  const problem = useProblem(name, undefined);
  const { numerator, denominator } = value;
  return (
    <fieldset className={styles.fraction} data-field={name}>
      <legend>{label}</legend>
      <div className={styles.numbers}>
        <NumberField
          label={`${label}: ${t('numerator')}`}
          isLabelHidden
          min={1}
          max={100}
          value={numerator}
          onChange={(next) => onChange({ numerator: next ?? 1, denominator })}
        />
        <span aria-hidden>/</span>
        <NumberField
          label={`${label}: ${t('denominatorNumber')}`}
          isLabelHidden
          min={1}
          max={100}
          value={denominator}
          onChange={(next) => onChange({ numerator, denominator: next ?? 1 })}
        />
        <span>{suffix}</span>
      </div>
      {problem && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </fieldset>
  );
}
