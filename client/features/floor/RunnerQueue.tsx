import { useState } from 'react';
import { GridList, GridListItem } from 'react-aria-components/GridList';
import { useDragAndDrop } from 'react-aria-components/useDragAndDrop';
import { useTranslation } from 'react-i18next';
import type { Floor, FloorEntry } from '../../../models/contracts/floor.ts';
import { ConfirmDialog } from '../../primitives/ConfirmDialog.tsx';
import { cx } from '../../primitives/cx.ts';
import { useMe } from '../../realtime/session.tsx';
import styles from './Floor.module.css';
import { RequestWords } from './RequestWords.tsx';
import type { NameOf } from './names.ts';
import { RequestActs } from './RequestActs.tsx';
import { droppedBefore } from './queue.ts';
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
            <RequestActs
              entry={entry}
              waiting={waiting}
              name={nameOf(entry.personId).name}
              onGive={(seconds) => give({ personId: entry.personId, entry, ...seconds })}
              onMove={(beforeId) => acts.move(entry.id, beforeId)}
              onDecline={() => setDeclined(entry)}
            />
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
