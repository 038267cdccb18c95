import { Icon, type IconType } from '../../../primitives/Icon.tsx';
import { Menu, type MenuGroup } from '../../../primitives/Menu.tsx';
import { cx } from '../../../primitives/cx.ts';
import styles from './Bar.module.css';

interface BarMenuProps {
  icon: IconType;
  label: string;
  groups: readonly MenuGroup[];
}

/** A button of the bar that opens choices. */
export const BarMenu = ({ icon, label, groups }: BarMenuProps) => (
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
