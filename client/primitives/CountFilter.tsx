import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import styles from './CountFilter.module.css';
import { cx } from './cx.ts';

interface CountFilterProps<Id extends string> {
  /** Read aloud: what is chosen here. */
  label: string;
  choices: readonly { id: Id; label: string; count: number }[];
  value: Id;
  onChange: (value: Id) => void;
}

/** How many there are of each kind; pressing one shows only those. */
export function CountFilter<Id extends string>(props: CountFilterProps<Id>) {
  const { label: name, choices, value, onChange } = props;
  return (
    <ToggleButtonGroup
      aria-label={name}
      className={cx(styles.filter)}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const chosen = choices.find(({ id }) => keys.has(id));
        if (chosen) onChange(chosen.id);
      }}
    >
      {choices.map(({ id, label, count }) => (
        <ToggleButton key={id} id={id} className={cx(styles.choice)}>
          {label} <span className={styles.count}>{count}</span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
