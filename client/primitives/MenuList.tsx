import Check from 'lucide-react/icons/check';
import { type RefObject, useRef } from 'react';
import { Menu as AriaMenu, MenuItem, MenuSection } from 'react-aria-components/Menu';
import { Header } from 'react-aria-components/Header';
import { Popover } from 'react-aria-components/Popover';
import { Text } from 'react-aria-components/Text';
import { Icon } from './Icon.tsx';
import type { MenuAction, MenuGroup } from './Menu.tsx';
import styles from './Menu.module.css';
import optionStyles from './Options.module.css';
import { cx } from './cx.ts';

interface MenuListProps {
  label: string;
  items: readonly MenuAction[] | undefined;
  groups: readonly MenuGroup[] | undefined;
  /** The button that it belongs to. */
  button: RefObject<HTMLButtonElement | null>;
  /** Where the keyboard begins; left to the chosen item when it was opened by pointer. */
  begin: 'first' | 'last' | null;
  isOpen: boolean;
  onClose: () => void;
}

/** What a menu opens. */
export function MenuList({ label, items, groups, ...place }: MenuListProps) {
  const { button, begin, isOpen, onClose } = place;
  const list = useRef<HTMLDivElement>(null);
  return (
    <Popover
      isOpen={isOpen}
      triggerRef={button}
      scrollRef={list}
      trigger="MenuTrigger"
      aria-label={label}
      className={cx(optionStyles.popover)}
      placement="bottom end"
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
    >
      <AriaMenu
        ref={list}
        aria-label={label}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the keyboard goes into the list that it opened
        autoFocus={begin ?? true}
        onClose={onClose}
        className={cx(optionStyles.options, styles.menu)}
      >
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
