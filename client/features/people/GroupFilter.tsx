import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { useTranslation } from 'react-i18next';
import { cx } from '../../primitives/cx.ts';
import styles from './People.module.css';
import { type Group, groups } from './people.ts';

interface GroupFilterProps {
  counts: Readonly<Record<Group, number>>;
  value: Group;
  onChange: (group: Group) => void;
}

/** How many are in each group; pressing one shows only those. */
export function GroupFilter({ counts, value, onChange }: GroupFilterProps) {
  const { t } = useTranslation('people');
  return (
    <ToggleButtonGroup
      aria-label={t('groups')}
      className={cx(styles.groups)}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const chosen = groups.find((group) => keys.has(group));
        if (chosen) onChange(chosen);
      }}
    >
      {groups.map((group) => (
        <ToggleButton key={group} id={group} className={cx(styles.group)}>
          {t(`group.${group}`)} <span className={styles.count}>{counts[group]}</span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
