import type { ReactNode } from 'react';
import {
  RadioButton,
  RadioField,
  RadioGroup as AriaRadioGroup,
} from 'react-aria-components/RadioGroup';
import { Text } from 'react-aria-components/Text';
import styles from './Choice.module.css';
import { type FieldProps, FieldParts, ariaFieldProps } from './Field.tsx';
import type { Option } from './Options.tsx';
import { cx } from './cx.ts';

export interface RadioGroupProps<Id extends string> extends FieldProps {
  options: readonly Option<Id>[];
  value: Id | null;
  onChange: (value: Id) => void;
}

/** One of two to about five choices that all stay in view. */
export const RadioGroup = <Id extends string>(props: RadioGroupProps<Id>) => (
  <RadioFrame {...props}>
    <div className={styles.list}>
      {props.options.map((option) => (
        <RadioField key={option.id} value={option.id} isDisabled={option.isDisabled ?? false}>
          <RadioButton className={cx(styles.choice)}>
            <span className={cx(styles.mark, styles.dot)} />
            <span>{option.label}</span>
          </RadioButton>
          {option.description && (
            <Text slot="description" className={cx(styles.description)}>
              {option.description}
            </Text>
          )}
        </RadioField>
      ))}
    </div>
  </RadioFrame>
);

/** Label, problem and meaning of a group of radio buttons, whatever they look like. */
export function RadioFrame<Id extends string>(
  props: RadioGroupProps<Id> & { children: ReactNode },
) {
  const { options, value, onChange } = props;
  return (
    <AriaRadioGroup
      {...ariaFieldProps(props)}
      value={value}
      onChange={(id) => {
        const chosen = options.find((option) => option.id === id);
        if (chosen) onChange(chosen.id);
      }}
    >
      <FieldParts {...props} />
    </AriaRadioGroup>
  );
}
