import { useEffect } from 'react';
import { Icon, type IconType } from '../../../primitives/Icon.tsx';
import { Menu, type MenuGroup } from '../../../primitives/Menu.tsx';
import { cx } from '../../../primitives/cx.ts';
import { fetchMenuList } from '../../../primitives/menu-list.ts';
import styles from './Bar.module.css';

interface BarMenuProps {
  icon: IconType;
  label: string;
  groups: readonly MenuGroup[];
}

/** A button of the bar that opens choices. */
export function BarMenu({ icon, label, groups }: BarMenuProps) {
  // Here menus must open also when the network is gone.
  useEffect(() => void fetchMenuList(), []);
  return (
    <Menu
      label={label}
      groups={groups}
      triggerClass={cx(styles.button, styles.plain, styles.trigger)}
      trigger={
        <>
          <span className={styles.sign}>
            <Icon of={icon} size="1.375rem" />
          </span>
          <span className={styles.word}>{label}</span>
        </>
      }
    />
  );
}
