import { useTranslation } from 'react-i18next';
import type { Id } from '../../../../models/ids.ts';
import { MoveList } from '../../../primitives/MoveList.tsx';
import { cx } from '../../../primitives/cx.ts';
import { errorCodeOf, errorTitle } from '../../../primitives/problems.ts';
import { showToast } from '../../../primitives/toasts.ts';
import { PollWords } from '../PollCard.tsx';
import { ElectionState } from '../verifiable/ElectionState.tsx';
import styles from './PollControl.module.css';
import { usePollDrafts } from '../usePollActs.ts';
import type { PollListProps } from './DecidedPolls.tsx';
import { PreparedActs } from './PreparedActs.tsx';
import { orderAfter, preparedOf } from './order.ts';

/** Polls that are to be held, in order: by buttons, or dragged with the pointer or the keyboard. */
export function PreparedPolls(props: PollListProps) {
  const { meetingId, polls, open, onTask } = props;
  const { t } = useTranslation('polls');
  const { order } = usePollDrafts(meetingId);
  const prepared = preparedOf(polls);
  const put = async (moved: Id, before: Id | null) => {
    const pollIds = orderAfter(polls, moved, before);
    if (pollIds === undefined) return;
    try {
      await order.mutateAsync({ params: { meetingId }, body: { pollIds } });
    } catch (error) {
      showToast(errorTitle(errorCodeOf(error)), { tone: 'error' });
    }
  };
  if (prepared.length === 0) return null;
  return (
    <section className={styles.part}>
      <h3>{t('list.prepared')}</h3>
      {prepared.length > 1 && <p className={styles.soft}>{t('list.preparedHelp')}</p>}
      <MoveList
        label={t('list.prepared')}
        items={prepared}
        dependencies={[polls, open]}
        textOf={({ question }) => question}
        rowClass={() => cx(styles.poll)}
        onMove={put}
      >
        {(poll) => (
          <>
            <PollWords poll={poll} polls={polls} />
            {poll.trustees && <ElectionState poll={poll} />}
            <PreparedActs
              poll={poll}
              polls={polls}
              open={open}
              onTask={onTask}
              onMove={(before) => put(poll.id, before)}
            />
          </>
        )}
      </MoveList>
    </section>
  );
}
