import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import Ellipsis from 'lucide-react/icons/ellipsis';
import GripVertical from 'lucide-react/icons/grip-vertical';
import MicVocal from 'lucide-react/icons/mic-vocal';
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { GridList, GridListItem } from 'react-aria-components/GridList';
import { useDragAndDrop } from 'react-aria-components/useDragAndDrop';
import { useTranslation } from 'react-i18next';
import type { Floor, FloorEntry } from '../../../models/contracts/floor.ts';
import type { Id } from '../../../models/ids.ts';
import { Button } from '../../primitives/Button.tsx';
import { ConfirmDialog } from '../../primitives/ConfirmDialog.tsx';
import { Icon } from '../../primitives/Icon.tsx';
import { IconButton } from '../../primitives/IconButton.tsx';
import { Menu } from '../../primitives/Menu.tsx';
import { cx } from '../../primitives/cx.ts';
import { useMe } from '../../realtime/session.tsx';
import styles from './Floor.module.css';
import { RequestWords } from './Queue.tsx';
import type { NameOf } from './names.ts';
import { beforeWhom, droppedBefore } from './queue.ts';
import { lengthWords, lengthsWith } from './times.ts';
import { useFloorActs } from './useFloor.ts';
import { useGiving } from './useGiving.tsx';

interface RunnerQueueProps {
  floor: Floor;
  waiting: readonly FloorEntry[];
  nameOf: NameOf;
}

/** The queue for those who give the floor: by buttons, or dragged with the pointer or the keyboard. */
export function RunnerQueue({ floor, waiting, nameOf }: RunnerQueueProps) {
  const { t } = useTranslation('floor');
  const me = useMe();
  const acts = useFloorActs(floor);
  const { give, question } = useGiving(floor, nameOf);
  const [declined, setDeclined] = useState<FloorEntry | null>(null);
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': String(key) })),
    onReorder: ({ keys, target }) => {
      const [moved] = keys;
      if (target.dropPosition === 'on') return;
      const before = droppedBefore(waiting, String(moved), String(target.key), target.dropPosition);
      if (before !== undefined) void acts.move(String(moved), before);
    },
  });
  const move = (id: Id, direction: 'up' | 'down') => {
    const before = beforeWhom(waiting, id, direction);
    return before === undefined ? undefined : acts.move(id, before);
  };
  return (
    <>
      <GridList
        aria-label={t('queue')}
        className={cx(styles.queue)}
        items={waiting}
        dependencies={[floor, nameOf]}
        dragAndDropHooks={dragAndDropHooks}
        keyboardNavigationBehavior="tab"
      >
        {(entry) => (
          <GridListItem
            id={entry.id}
            textValue={nameOf(entry.personId).name}
            className={cx(styles.request, entry.personId === me.personId && styles.mine)}
          >
            <span className={styles.number}>{waiting.indexOf(entry) + 1}</span>
            <RequestWords entry={entry} nameOf={nameOf} />
            <div className={styles.requestActs}>
              <Button icon={MicVocal} onPress={() => give({ personId: entry.personId, entry })}>
                {t('give')}
              </Button>
              <IconButton
                size="small"
                icon={ArrowUp}
                label={t('up', nameOf(entry.personId))}
                onPress={() => move(entry.id, 'up')}
                isDisabled={beforeWhom(waiting, entry.id, 'up') === undefined}
              />
              <IconButton
                size="small"
                icon={ArrowDown}
                label={t('down', nameOf(entry.personId))}
                onPress={() => move(entry.id, 'down')}
                isDisabled={beforeWhom(waiting, entry.id, 'down') === undefined}
              />
              <AriaButton
                slot="drag"
                className={cx(styles.grip)}
                aria-label={t('drag', nameOf(entry.personId))}
              >
                <Icon of={GripVertical} />
              </AriaButton>
              <Menu
                label={t('moreFor', nameOf(entry.personId))}
                icon={Ellipsis}
                groups={[
                  {
                    id: 'times',
                    title: t('giveFor'),
                    items: lengthsWith(undefined).map((seconds) => ({
                      id: String(seconds),
                      label: lengthWords(t, seconds),
                      onAction: () => void give({ personId: entry.personId, entry, seconds }),
                    })),
                  },
                  {
                    id: 'other',
                    title: nameOf(entry.personId).name,
                    items: [
                      {
                        id: 'decline',
                        label: t('decline'),
                        isDangerous: true,
                        onAction: () => setDeclined(entry),
                      },
                    ],
                  },
                ]}
              />
            </div>
          </GridListItem>
        )}
      </GridList>
      {question}
      {declined && (
        <ConfirmDialog
          isOpen
          onClose={() => setDeclined(null)}
          title={t('declineTitle', nameOf(declined.personId))}
          confirmLabel={t('decline')}
          kind="danger"
          onConfirm={() => acts.decline(declined.id)}
        >
          <p>{t('declineText')}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
