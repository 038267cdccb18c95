import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import GripVertical from 'lucide-react/icons/grip-vertical';
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { GridList, GridListItem } from 'react-aria-components/GridList';
import { useDragAndDrop } from 'react-aria-components/useDragAndDrop';
import type { Id } from '../../models/ids.ts';
import { Icon } from './Icon.tsx';
import { IconButton } from './IconButton.tsx';
import styles from './MoveList.module.css';
import { cx } from './cx.ts';
import { droppedBefore } from './order.ts';

/** Puts an item before another one; null: last. */
type Move = (id: Id, beforeId: Id | null) => unknown;

interface MoveListProps<Item extends { id: Id }> {
  label: string;
  items: readonly Item[];
  /** What rows show besides their item: they are drawn anew when one of these changes. */
  dependencies: readonly unknown[];
  /** The row in words, for those who cannot see what they drag. */
  textOf: (item: Item) => string;
  rowClass: (item: Item) => string;
  onMove: Move;
  children: (item: Item) => ReactNode;
}

/** Rows whose order can be changed: each holds `MoveButtons`, and is dragged with the pointer or the keyboard. */
export function MoveList<Item extends { id: Id }>(props: MoveListProps<Item>) {
  const { label, items, dependencies, textOf, rowClass, onMove, children } = props;
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': String(key) })),
    onReorder: ({ keys, target }) => {
      const [moved] = keys;
      if (target.dropPosition === 'on') return;
      const id = String(moved);
      const before = droppedBefore(items, id, String(target.key), target.dropPosition);
      if (before !== undefined) void onMove(id, before);
    },
  });
  return (
    <GridList
      aria-label={label}
      className={cx(styles.list)}
      items={items}
      dependencies={dependencies}
      dragAndDropHooks={dragAndDropHooks}
      keyboardNavigationBehavior="tab"
    >
      {(item) => (
        <GridListItem
          id={item.id}
          textValue={textOf(item)}
          className={cx(styles.row, rowClass(item))}
        >
          {children(item)}
        </GridListItem>
      )}
    </GridList>
  );
}

interface MoveButtonsProps {
  labels: Record<'up' | 'down' | 'drag', string>;
  /** Before which item it has to be put, as `onePlace` says; undefined at that end. */
  up: Id | null | undefined;
  down: Id | null | undefined;
  onMove: (beforeId: Id | null) => unknown;
}

/** In a row of a `MoveList`: one place up, one place down, and what it is dragged by. */
export function MoveButtons({ labels, up, down, onMove }: MoveButtonsProps) {
  return (
    <>
      <IconButton
        icon={ArrowUp}
        label={labels.up}
        onPress={() => (up === undefined ? undefined : onMove(up))}
        isDisabled={up === undefined}
      />
      <IconButton
        icon={ArrowDown}
        label={labels.down}
        onPress={() => (down === undefined ? undefined : onMove(down))}
        isDisabled={down === undefined}
      />
      <AriaButton slot="drag" className={cx(styles.grip)} aria-label={labels.drag}>
        <Icon of={GripVertical} />
      </AriaButton>
    </>
  );
}
