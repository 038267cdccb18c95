import ChevronDown from 'lucide-react/icons/chevron-down';
import { Button as AriaButton } from 'react-aria-components/Button';
import { ComboBox as AriaComboBox } from 'react-aria-components/ComboBox';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { ListBox } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { useTranslation } from 'react-i18next';
import { type FieldProps, FieldParts, ariaFieldProps } from './Field.tsx';
import fieldStyles from './Field.module.css';
import { Icon } from './Icon.tsx';
import buttonStyles from './IconButton.module.css';
import { EmptyOptions, type Option, OptionItem, optionsClass, popoverClass } from './Options.tsx';
import { cx } from './cx.ts';
import { matchesQuery } from './fold.ts';

export interface ComboBoxProps<Id extends string> extends FieldProps {
  options: readonly Option<Id>[];
  value: Id | null;
  /** `null` when the person empties the field. */
  onChange: (value: Id | null) => void;
}

/** One of many choices, found by typing, with or without diacritics. */
export function ComboBox<Id extends string>(props: ComboBoxProps<Id>) {
  const { options, value, onChange } = props;
  const { t } = useTranslation();
  return (
    <AriaComboBox
      {...ariaFieldProps(props)}
      menuTrigger="focus"
      allowsEmptyCollection
      defaultItems={options}
      defaultFilter={matchesQuery}
      value={value}
      onChange={(key) => onChange(options.find((option) => option.id === key)?.id ?? null)}
    >
      <FieldParts {...props}>
        <Group className={cx(fieldStyles.control, fieldStyles.group)}>
          <Input spellCheck={false} placeholder={t('typeToFind')} />
          <AriaButton className={cx(buttonStyles.button, buttonStyles.quiet, buttonStyles.small)}>
            <Icon of={ChevronDown} />
          </AriaButton>
        </Group>
      </FieldParts>
      <Popover className={popoverClass}>
        <ListBox
          className={optionsClass}
          renderEmptyState={() => <EmptyOptions text={t('noMatches')} />}
        >
          {(option: Option<Id>) => <OptionItem option={option} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
