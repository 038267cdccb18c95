import {
  RadioButton,
  RadioField,
  RadioGroup as AriaRadioGroup,
} from 'react-aria-components/RadioGroup';
import { type FieldProps, FieldParts, ariaFieldProps } from './Field.tsx';
import { Icon, type IconType } from './Icon.tsx';
import type { Option } from './Options.tsx';
import styles from './RadioCards.module.css';
import { cx } from './cx.ts';

export interface CardOption<Id extends string> extends Option<Id> {
  icon: IconType;
}

export interface RadioCardsProps<Id extends string> extends FieldProps {
  options: readonly CardOption<Id>[];
  value: Id;
  onChange: (value: Id) => void;
}

/** One of a few choices that decide what the page is about: large, with a picture and a line of explanation. */
export function RadioCards<Id extends string>(props: RadioCardsProps<Id>) {
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
      <FieldParts {...props}>
        <div className={styles.cards}>
          {options.map(({ id, label, description, icon, isDisabled = false }) => (
            <RadioField key={id} value={id} isDisabled={isDisabled} className={cx(styles.field)}>
              <RadioButton className={cx(styles.card)}>
                <span className={styles.icon}>
                  <Icon of={icon} size="1.5rem" />
                </span>
                <span className={styles.words}>
                  <span className={styles.label}>{label}</span>
                  {description && <span className={styles.description}>{description}</span>}
                </span>
                <span className={styles.dot} />
              </RadioButton>
            </RadioField>
          ))}
        </div>
      </FieldParts>
    </AriaRadioGroup>
  );
}
