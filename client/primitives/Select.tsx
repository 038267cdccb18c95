import ChevronDown from 'lucide-react/icons/chevron-down';
import { Button as AriaButton } from 'react-aria-components/Button';
import { ListBox } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select';
import { useTranslation } from 'react-i18next';
import { type FieldProps, FieldParts, ariaFieldProps } from './Field.tsx';
import fieldStyles from './Field.module.css';
import { Icon } from './Icon.tsx';
import { type Option, OptionItem, optionsClass, popoverClass } from './Options.tsx';
import styles from './Select.module.css';
import { cx } from './cx.ts';

export interface SelectProps<Id extends string> extends FieldProps {
  options: readonly Option<Id>[];
  /** `null` while nothing is chosen. */
  value: Id | null;
  onChange: (value: Id) => void;
  placeholder?: string;
}

/** One of a few choices. For more than about ten, take a ComboBox, which can be searched. */
export function Select<Id extends string>(props: SelectProps<Id>) {
  const { options, value, onChange, placeholder } = props;
  const { t } = useTranslation();
  return (
    <AriaSelect
      {...ariaFieldProps(props)}
      placeholder={placeholder ?? t('none')}
      value={value}
      onChange={(key) => {
        const chosen = options.find((option) => option.id === key);
        if (chosen) onChange(chosen.id);
      }}
    >
      <FieldParts {...props}>
        <AriaButton className={cx(fieldStyles.control, styles.trigger)}>
          <SelectValue className={cx(styles.value)}>
            {({ defaultChildren, isPlaceholder, selectedText }) =>
              isPlaceholder ? defaultChildren : selectedText
            }
          </SelectValue>
          <Icon of={ChevronDown} />
        </AriaButton>
      </FieldParts>
      <Popover className={popoverClass}>
        <ListBox className={optionsClass} items={options}>
          {(option) => <OptionItem option={option} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
