import { Label } from 'react-aria-components/Label';
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components/RadioGroup';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../primitives/Icon.tsx';
import { cx } from '../../../primitives/cx.ts';
import styles from './BallotChoices.module.css';
import type { BallotFieldsProps } from './BallotFields.tsx';
import { choiceIcons } from '../choice-icons.ts';
import { choicesOf } from './marks.ts';
import { useChoiceWords } from '../useWords.ts';

/** The answers to a motion, each large enough for a thumb; the arrow keys move between them. */
export function BallotChoices({ ruleSet, value, onChange, isDisabled }: BallotFieldsProps) {
  const { t } = useTranslation('ballot');
  const words = useChoiceWords();
  const choices = choicesOf(ruleSet);
  return (
    <RadioGroup
      className={cx(styles.choices)}
      value={value?.kind === 'motion' ? value.choice : null}
      isDisabled={isDisabled}
      onChange={(id) => {
        const choice = choices.find((one) => one === id);
        if (choice) onChange({ kind: 'motion', choice });
      }}
    >
      <Label className="nt-hidden">{t('choices')}</Label>
      {choices.map((choice) => (
        <RadioField key={choice} value={choice} className={cx(styles.field)}>
          <RadioButton className={cx(styles.choice, styles[choice])}>
            <span className={styles.icon}>
              <Icon of={choiceIcons[choice]} size="1.5em" />
            </span>
            <span>{words(ruleSet, choice)}</span>
          </RadioButton>
        </RadioField>
      ))}
    </RadioGroup>
  );
}
