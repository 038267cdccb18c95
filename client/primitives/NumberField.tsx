import Minus from 'lucide-react/icons/minus';
import Plus from 'lucide-react/icons/plus';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { Button as AriaButton } from 'react-aria-components/Button';
import { NumberField as AriaNumberField } from 'react-aria-components/NumberField';
import { type FieldProps, FieldParts, ariaFieldProps } from './Field.tsx';
import { Icon } from './Icon.tsx';
import fieldStyles from './Field.module.css';
import buttonStyles from './IconButton.module.css';
import { cx } from './cx.ts';

export interface NumberFieldProps extends FieldProps {
  /** `null` while nothing is entered. */
  value: number | null;
  onChange: (value: number | null) => void;
  min?: number;
  max?: number;
  step?: number;
  /** For example `{ style: 'percent' }` or `{ style: 'unit', unit: 'minute' }`. */
  format?: Intl.NumberFormatOptions;
}

export function NumberField(props: NumberFieldProps) {
  const { value, onChange, min, max, step, format } = props;
  const button = cx(buttonStyles.button, buttonStyles.quiet, buttonStyles.small);
  return (
    <AriaNumberField
      {...ariaFieldProps(props)}
      value={value ?? Number.NaN}
      onChange={(next) => onChange(Number.isNaN(next) ? null : next)}
      {...(min !== undefined && { minValue: min })}
      {...(max !== undefined && { maxValue: max })}
      {...(step !== undefined && { step })}
      {...(format && { formatOptions: format })}
    >
      <FieldParts {...props}>
        <Group className={cx(fieldStyles.control, fieldStyles.group, 'nt-figures')}>
          <Input />
          <AriaButton slot="decrement" className={button}>
            <Icon of={Minus} />
          </AriaButton>
          <AriaButton slot="increment" className={button}>
            <Icon of={Plus} />
          </AriaButton>
        </Group>
      </FieldParts>
    </AriaNumberField>
  );
}
