import { SwitchButton, SwitchField } from 'react-aria-components/Switch';
import { Text } from 'react-aria-components/Text';
import fieldStyles from './Field.module.css';
import styles from './Choice.module.css';
import { cx } from './cx.ts';

export interface SwitchProps {
  label: string;
  description?: string;
  value: boolean;
  onChange: (value: boolean) => void;
  isDisabled?: boolean;
}

/** Takes effect at once; for a choice that is saved with a form, take a Checkbox. */
export function Switch({ label, description, value, onChange, isDisabled = false }: SwitchProps) {
  return (
    <SwitchField
      className={cx(fieldStyles.field)}
      isSelected={value}
      onChange={onChange}
      isDisabled={isDisabled}
    >
      <SwitchButton className={cx(styles.choice)}>
        <span className={styles.track} />
        <span>{label}</span>
      </SwitchButton>
      {description && (
        <Text slot="description" className={cx(styles.description, styles.besideTrack)}>
          {description}
        </Text>
      )}
    </SwitchField>
  );
}
