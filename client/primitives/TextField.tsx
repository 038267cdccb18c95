import { Input } from 'react-aria-components/Input';
import { TextArea } from 'react-aria-components/TextArea';
import { TextField as AriaTextField } from 'react-aria-components/TextField';
import { type FieldProps, FieldParts, ariaFieldProps } from './Field.tsx';
import styles from './Field.module.css';
import { cx } from './cx.ts';

export interface TextFieldProps extends FieldProps {
  value?: string;
  defaultValue?: string;
  onChange?: (value: string) => void;
  type?: 'text' | 'email' | 'tel' | 'url';
  /** More than one line. */
  rows?: number;
  autoComplete?: string;
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'url';
  maxLength?: number;
  spellCheck?: boolean;
  autoFocus?: boolean;
}

export function TextField(props: TextFieldProps) {
  const { value, defaultValue, onChange, type = 'text', rows, autoComplete, inputMode } = props;
  return (
    <AriaTextField
      {...ariaFieldProps(props)}
      type={type}
      {...(value !== undefined && { value })}
      {...(defaultValue !== undefined && { defaultValue })}
      {...(onChange && { onChange })}
      {...(autoComplete && { autoComplete })}
      {...(inputMode && { inputMode })}
      {...(props.maxLength !== undefined && { maxLength: props.maxLength })}
      {...(props.autoFocus && { autoFocus: true })}
    >
      <FieldParts {...props}>
        {rows ? (
          <TextArea className={cx(styles.control)} rows={rows} />
        ) : (
          <Input className={cx(styles.control)} spellCheck={props.spellCheck ?? false} />
        )}
      </FieldParts>
    </AriaTextField>
  );
}
