import Eye from 'lucide-react/icons/eye';
import EyeOff from 'lucide-react/icons/eye-off';
import { useState } from 'react';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { TextField as AriaTextField } from 'react-aria-components/TextField';
import { useTranslation } from 'react-i18next';
import { type FieldProps, FieldParts, ariaFieldProps } from './Field.tsx';
import styles from './Field.module.css';
import { IconButton } from './IconButton.tsx';
import { cx } from './cx.ts';

export interface PasswordFieldProps extends FieldProps {
  value?: string;
  onChange?: (value: string) => void;
  /** Tells the browser's password keeper which one is meant. */
  autoComplete: 'current-password' | 'new-password' | 'one-time-code' | 'off';
  /** For a PIN. */
  inputMode?: 'text' | 'numeric';
  maxLength?: number;
  autoFocus?: boolean;
}

export function PasswordField(props: PasswordFieldProps) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  return (
    <AriaTextField
      {...ariaFieldProps(props)}
      type={shown ? 'text' : 'password'}
      autoComplete={props.autoComplete}
      {...(props.value !== undefined && { value: props.value })}
      {...(props.onChange && { onChange: props.onChange })}
      {...(props.inputMode && { inputMode: props.inputMode })}
      {...(props.maxLength !== undefined && { maxLength: props.maxLength })}
      {...(props.autoFocus && { autoFocus: true })}
    >
      <FieldParts {...props}>
        <Group className={cx(styles.control, styles.group)}>
          <Input spellCheck={false} autoCapitalize="off" />
          <IconButton
            size="small"
            icon={shown ? EyeOff : Eye}
            label={shown ? t('hidePassword') : t('showPassword')}
            onPress={() => setShown(!shown)}
          />
        </Group>
      </FieldParts>
    </AriaTextField>
  );
}
