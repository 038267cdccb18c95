import Check from 'lucide-react/icons/check';
import Minus from 'lucide-react/icons/minus';
import X from 'lucide-react/icons/x';
import { Label } from 'react-aria-components/Label';
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components/RadioGroup';
import { useTranslation } from 'react-i18next';
import { type Choice, standardChoices } from '../../../models/contracts/voting.ts';
import { Icon } from '../../primitives/Icon.tsx';
import { cx } from '../../primitives/cx.ts';
import styles from './BallotChoices.module.css';

export const choiceIcons = { for: Check, against: X, abstain: Minus };

interface BallotChoicesProps {
  value: Choice | null;
  onChange: (choice: Choice) => void;
  isDisabled: boolean;
}

/** The three choices, each large enough for a thumb; the arrow keys move between them. */
export function BallotChoices({ value, onChange, isDisabled }: BallotChoicesProps) {
  const { t } = useTranslation(['voting', 'common']);
  return (
    <RadioGroup
      className={cx(styles.choices)}
      value={value}
      isDisabled={isDisabled}
      onChange={(id) => {
        const chosen = standardChoices.find((choice) => choice === id);
        if (chosen) onChange(chosen);
      }}
    >
      <Label className="nt-hidden">{t('ballot.choices')}</Label>
      {standardChoices.map((choice) => (
        <RadioField key={choice} value={choice} className={cx(styles.field)}>
          <RadioButton className={cx(styles.choice, styles[choice])}>
            <span className={styles.icon}>
              <Icon of={choiceIcons[choice]} size="1.5em" />
            </span>
            <span>{t(choice, { ns: 'common' })}</span>
          </RadioButton>
        </RadioField>
      ))}
    </RadioGroup>
  );
}
