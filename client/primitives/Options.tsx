import Check from 'lucide-react/icons/check';
import { ListBoxItem } from 'react-aria-components/ListBox';
import { Text } from 'react-aria-components/Text';
import { Icon } from './Icon.tsx';
import styles from './Options.module.css';
import { cx } from './cx.ts';

/** One choice of a select, a combo box or a multi-select. */
export interface Option<Id extends string = string> {
  id: Id;
  label: string;
  /** A second line, such as a person's office. Searching finds it too. */
  description?: string;
  isDisabled?: boolean;
}

/** What searching an option looks through. */
export const optionText = (option: Option): string =>
  option.description ? `${option.label} ${option.description}` : option.label;

export const optionsClass = cx(styles.options);
export const popoverClass = cx(styles.popover);

export function OptionItem({ option }: { option: Option }) {
  return (
    <ListBoxItem
      id={option.id}
      textValue={option.label}
      isDisabled={option.isDisabled ?? false}
      className={cx(styles.option)}
    >
      <span className={styles.text}>
        <Text slot="label">{option.label}</Text>
        {option.description && (
          <Text slot="description" className={cx(styles.description)}>
            {option.description}
          </Text>
        )}
      </span>
      <span className={styles.check}>
        <Icon of={Check} />
      </span>
    </ListBoxItem>
  );
}

/** What a list shows when nothing fits. */
export const EmptyOptions = ({ text }: { text: string }) => (
  <div className={styles.empty}>{text}</div>
);
