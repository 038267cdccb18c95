import Check from 'lucide-react/icons/check';
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Menu as AriaMenu, MenuItem, MenuSection, MenuTrigger } from 'react-aria-components/Menu';
import { Header } from 'react-aria-components/Header';
import { Popover } from 'react-aria-components/Popover';
import { Text } from 'react-aria-components/Text';
import { Icon, type IconType } from './Icon.tsx';
import buttonStyles from './IconButton.module.css';
import styles from './Menu.module.css';
import optionStyles from './Options.module.css';
import { popoverClass } from './Options.tsx';
import { cx } from './cx.ts';

export interface MenuAction {
  id: string;
  label: string;
  description?: string;
  icon?: IconType;
  onAction: () => void;
  /** Makes it one of several choices, and tells whether it is the present one. */
  isChosen?: boolean;
  /** Ends or removes something. */
  isDangerous?: boolean;
}

export interface MenuGroup {
  id: string;
  title: string;
  items: readonly MenuAction[];
}

export interface MenuProps {
  /** Read out; shown too, unless there is an icon or `trigger`. */
  label: string;
  icon?: IconType;
  /** The content of the button, for example an avatar with a name. */
  trigger?: ReactNode;
  /** In place of the look of an icon button, where the menu stands among other things. */
  triggerClass?: string | undefined;
  items?: readonly MenuAction[];
  groups?: readonly MenuGroup[];
}

/** A button that opens a list of actions or choices. */
export function Menu({ label, icon, trigger, triggerClass, items, groups }: MenuProps) {
  return (
    <MenuTrigger>
      <AriaButton
        aria-label={label}
        className={
          triggerClass ??
          cx(buttonStyles.button, buttonStyles.quiet, trigger !== undefined && styles.trigger)
        }
      >
        {trigger ?? (icon ? <Icon of={icon} /> : label)}
      </AriaButton>
      <Popover className={popoverClass} placement="bottom end">
        <AriaMenu className={cx(optionStyles.options, styles.menu)}>
          {groups?.map((group) => (
            <MenuSection key={group.id} className={cx(styles.group)} {...chosenIn(group.items)}>
              <Header className={cx(styles.title)}>{group.title}</Header>
              {group.items.map((item) => (
                <Item key={item.id} item={item} />
              ))}
            </MenuSection>
          ))}
          {items?.map((item) => (
            <Item key={item.id} item={item} />
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

/** A group whose items say whether they are chosen is read out as one choice. */
const chosenIn = (items: readonly MenuAction[]) =>
  items.some(({ isChosen }) => isChosen !== undefined)
    ? {
        selectionMode: 'single' as const,
        disallowEmptySelection: true,
        selectedKeys: items.filter(({ isChosen }) => isChosen).map(({ id }) => id),
      }
    : {};

function Item({ item }: { item: MenuAction }) {
  return (
    <MenuItem
      id={item.id}
      textValue={item.label}
      onAction={item.onAction}
      className={cx(optionStyles.option, item.isDangerous && styles.dangerous)}
    >
      {item.icon && <Icon of={item.icon} />}
      <span className={optionStyles.text}>
        <Text slot="label">{item.label}</Text>
        {item.description && (
          <Text slot="description" className={cx(optionStyles.description)}>
            {item.description}
          </Text>
        )}
      </span>
      {item.isChosen !== undefined && (
        <span className={optionStyles.check}>
          <Icon of={Check} />
        </span>
      )}
    </MenuItem>
  );
}
