import Check from 'lucide-react/icons/check';
import Minus from 'lucide-react/icons/minus';
import { CheckboxButton, CheckboxField } from 'react-aria-components/Checkbox';
import { Text } from 'react-aria-components/Text';
import { FieldProblem } from './Field.tsx';
import fieldStyles from './Field.module.css';
import { Icon } from './Icon.tsx';
import styles from './Choice.module.css';
import { cx } from './cx.ts';

export interface CheckboxProps {
  label: string;
  description?: string;
  value: boolean;
  onChange: (value: boolean) => void;
  /** Neither yes nor no: a part of a list is chosen. */
  isIndeterminate?: boolean;
  isDisabled?: boolean;
  name?: string;
  error?: string | undefined;
}

export function Checkbox(props: CheckboxProps) {
  const { label, description, value, onChange, isIndeterminate = false, error } = props;
  return (
    <CheckboxField
      className={cx(fieldStyles.field)}
      validationBehavior="aria"
      isSelected={value}
      onChange={onChange}
      isIndeterminate={isIndeterminate}
      isDisabled={props.isDisabled ?? false}
      {...(error !== undefined && { isInvalid: true })}
      {...(props.name !== undefined && { name: props.name })}
    >
      <CheckboxButton className={cx(styles.choice)}>
        <span className={cx(styles.mark, styles.box)}>
          <Icon of={isIndeterminate ? Minus : Check} size="1em" />
        </span>
        <span>{label}</span>
      </CheckboxButton>
      {description && (
        <Text slot="description" className={cx(styles.description)}>
          {description}
        </Text>
      )}
      <FieldProblem error={error} />
    </CheckboxField>
  );
}
