import Search from 'lucide-react/icons/search';
import X from 'lucide-react/icons/x';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { SearchField as AriaSearchField } from 'react-aria-components/SearchField';
import fieldStyles from './Field.module.css';
import { Icon } from './Icon.tsx';
import buttonStyles from './IconButton.module.css';
import styles from './SearchField.module.css';
import { cx } from './cx.ts';

export interface SearchFieldProps {
  /** Read aloud and shown while nothing is typed. */
  label: string;
  /** Left out inside an `Autocomplete`, which keeps the text itself. */
  value?: string;
  onChange?: (value: string) => void;
}

/** Filters what stands below it while the person types. Escape empties it. */
export function SearchField({ label, value, onChange }: SearchFieldProps) {
  return (
    <AriaSearchField
      aria-label={label}
      className={cx(styles.search)}
      {...(value !== undefined && { value })}
      {...(onChange && { onChange })}
    >
      <Group className={cx(fieldStyles.control, fieldStyles.group)}>
        <span className={styles.icon}>
          <Icon of={Search} />
        </span>
        <Input placeholder={label} spellCheck={false} autoComplete="off" />
        <AriaButton className={cx(buttonStyles.button, buttonStyles.quiet, buttonStyles.small)}>
          <Icon of={X} />
        </AriaButton>
      </Group>
    </AriaSearchField>
  );
}
