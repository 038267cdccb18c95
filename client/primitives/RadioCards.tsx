import { RadioButton, RadioField } from 'react-aria-components/RadioGroup';
import { Icon, type IconType } from './Icon.tsx';
import type { Option } from './Options.tsx';
import styles from './RadioCards.module.css';
import { RadioFrame, type RadioGroupProps } from './RadioGroup.tsx';
import { cx } from './cx.ts';

export interface CardOption<Id extends string> extends Option<Id> {
  icon: IconType;
}

export interface RadioCardsProps<Id extends string> extends RadioGroupProps<Id> {
  options: readonly CardOption<Id>[];
}

/** One of a few choices that decide what the page is about: large, with a picture and a line of explanation. */
export const RadioCards = <Id extends string>(props: RadioCardsProps<Id>) => (
  <RadioFrame {...props}>
    <div className={styles.cards}>
      {props.options.map(({ id, label, description, icon, isDisabled = false }) => (
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
  </RadioFrame>
);
