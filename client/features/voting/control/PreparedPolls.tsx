import { GridList, GridListItem } from 'react-aria-components/GridList';
import { useDragAndDrop } from 'react-aria-components/useDragAndDrop';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../../models/ids.ts';
import { cx } from '../../../primitives/cx.ts';
import { errorCodeOf, errorTitle } from '../../../primitives/problems.ts';
import { showToast } from '../../../primitives/toasts.ts';
import { PollWords } from '../PollCard.tsx';
import styles from './PollControl.module.css';
import { usePollDrafts } from '../usePollActs.ts';
import type { PollListProps } from './DecidedPolls.tsx';
import { PreparedActs } from './PreparedActs.tsx';
import { droppedBefore, orderAfter, preparedOf } from './order.ts';

/** Polls that are to be held, in order: by buttons, or dragged with the pointer or the keyboard. */
export function PreparedPolls(props: PollListProps) {
  const { meetingId, polls, open, onTask } = props;
  const { t } = useTranslation('polls');
  const { order } = usePollDrafts(meetingId);
  const prepared = preparedOf(polls);
  const put = async (moved: Id, before: Id | null | undefined) => {
    const pollIds = before === undefined ? undefined : orderAfter(polls, moved, before);
    if (pollIds === undefined) return;
    try {
      await order.mutateAsync({ params: { meetingId }, body: { pollIds } });
    } catch (error) {
      showToast(errorTitle(errorCodeOf(error)), { tone: 'error' });
    }
  };
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': String(key) })),
    onReorder: ({ keys, target }) => {
      const [moved] = keys;
      if (target.dropPosition === 'on') return;
      const id = String(moved);
      void put(id, droppedBefore(polls, id, String(target.key), target.dropPosition));
    },
  });
  if (prepared.length === 0) return null;
  return (
    <section className={styles.part}>
      <h3>{t('list.prepared')}</h3>
      {prepared.length > 1 && <p className={styles.soft}>{t('list.preparedHelp')}</p>}
      <GridList
        aria-label={t('list.prepared')}
        className={cx(styles.polls)}
        items={prepared}
        dependencies={[polls, open]}
        dragAndDropHooks={dragAndDropHooks}
        keyboardNavigationBehavior="tab"
      >
        {(poll) => (
          <GridListItem id={poll.id} textValue={poll.question} className={cx(styles.poll)}>
            <PollWords poll={poll} polls={polls} />
            <PreparedActs
              poll={poll}
              polls={polls}
              open={open}
              onTask={onTask}
              onMove={(before) => put(poll.id, before)}
            />
          </GridListItem>
        )}
      </GridList>
    </section>
  );
}
