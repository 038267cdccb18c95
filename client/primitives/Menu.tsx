import { type ReactNode, useRef, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Icon, type IconType } from './Icon.tsx';
import buttonStyles from './IconButton.module.css';
import styles from './Menu.module.css';
import { cx } from './cx.ts';
import { fetchMenuList, menuListNow, reportNoMenu } from './menu-list.ts';

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

const arrows = new Map<string, Begin>([
  ['ArrowDown', 'first'],
  ['ArrowUp', 'last'],
]);

const prepare = () => void fetchMenuList();

/** A button that opens a list of actions or choices. */
export function Menu({ label, icon, trigger, triggerClass, items, groups }: MenuProps) {
  const button = useRef<HTMLButtonElement>(null);
  const { List, begin, isOpen, open, close } = useMenuList();
  return (
    <>
      <AriaButton
        ref={button}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        className={
          triggerClass ??
          cx(buttonStyles.button, buttonStyles.quiet, trigger !== undefined && styles.trigger)
        }
        onHoverStart={prepare}
        onFocus={prepare}
        onPress={({ pointerType }) =>
          void open(pointerType === 'keyboard' || pointerType === 'virtual' ? 'first' : null)
        }
        onKeyDown={(event) => {
          const from = arrows.get(event.key);
          if (from === undefined) return event.continuePropagation();
          event.preventDefault();
          void open(from);
        }}
      >
        {trigger ?? (icon ? <Icon of={icon} /> : label)}
      </AriaButton>
      {List && <List {...{ label, items, groups, button, begin, isOpen }} onClose={close} />}
    </>
  );
}

type Begin = 'first' | 'last' | null;

/** A press while the code of the list is under way opens it as soon as that is here; a second one takes it back. */
function useMenuList() {
  const [state, setState] = useState<{ isOpen: boolean; begin: Begin }>(closed);
  const [List, setList] = useState<ReturnType<typeof menuListNow>>(null);
  const open = async (begin: Begin) => {
    setList(menuListNow);
    setState((now) => (now.isOpen ? closed : { isOpen: true, begin }));
    const fetched = await fetchMenuList();
    setList(() => fetched);
    if (fetched !== null) return;
    setState(closed);
    reportNoMenu();
  };
  return { List, ...state, open, close: () => setState(closed) };
}

const closed = { isOpen: false, begin: null };
