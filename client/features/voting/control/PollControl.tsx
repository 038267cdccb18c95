import Hand from 'lucide-react/icons/hand';
import Plus from 'lucide-react/icons/plus';
import Vote from 'lucide-react/icons/vote';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MyPoll } from '../../../../models/contracts/voting.ts';
import type { Id } from '../../../../models/ids.ts';
import { Button } from '../../../primitives/Button.tsx';
import { EmptyState } from '../../../primitives/EmptyState.tsx';
import { ErrorState } from '../../../primitives/ErrorState.tsx';
import { Skeleton } from '../../../primitives/Skeleton.tsx';
import styles from './PollControl.module.css';
import { isBegun } from '../editor/usePollForm.ts';
import { Delegations } from '../running/Delegations.tsx';
import { OpenPollCard } from '../running/OpenPollCard.tsx';
import { DecidedPolls } from './DecidedPolls.tsx';
import { PreparedPolls } from './PreparedPolls.tsx';
import { type Task, TaskDialogs } from './TaskDialogs.tsx';
import { openPollOf } from '../polls.ts';
import { usePolls } from '../usePolls.ts';

interface PollControlProps {
  meetingId: Id;
}

/** Prepare polls, put them in order, open them, watch the turnout, close them; for the chair and the staff. */
export function PollControl({ meetingId }: PollControlProps) {
  const { t } = useTranslation(['polls', 'voting']);
  const polls = usePolls(meetingId);
  const [task, setTask] = useState<Task | null>(null);
  if (polls.data === undefined)
    return polls.isError ? (
      <ErrorState
        title={t('loadFailed', { ns: 'voting' })}
        error={polls.error}
        onRetry={polls.refetch}
      />
    ) : (
      <Skeleton lines={5} />
    );
  const { items } = polls.data;
  const open = openPollOf(items);
  const lists = { meetingId, polls: items, open, onTask: setTask };
  return (
    <section className={styles.control} aria-label={t('region')}>
      <div className={styles.tools}>
        <h2>{t('title', { ns: 'voting' })}</h2>
        <Tools meetingId={meetingId} open={open} onTask={setTask} />
      </div>
      {open && (
        <OpenPollCard
          poll={open}
          polls={items}
          onClose={() => setTask({ kind: 'close', pollId: open.id })}
          onVoid={() => setTask({ kind: 'void', pollId: open.id })}
        />
      )}
      {items.length === 0 && (
        <EmptyState icon={Vote} title={t('emptyTitle', { ns: 'voting' })}>
          {t('emptyRunner', { ns: 'voting' })}
        </EmptyState>
      )}
      <PreparedPolls {...lists} />
      <Delegations meetingId={meetingId} />
      <DecidedPolls {...lists} />
      <TaskDialogs meetingId={meetingId} task={task} polls={items} onDone={() => setTask(null)} />
    </section>
  );
}

interface ToolsProps {
  meetingId: Id;
  open: MyPoll | undefined;
  onTask: (task: Task) => void;
}

function Tools({ meetingId, open, onTask }: ToolsProps) {
  const { t } = useTranslation('polls');
  return (
    <div className={styles.actions}>
      <Button icon={Plus} onPress={() => onTask({ kind: 'create' })}>
        {t(isBegun(meetingId) ? 'list.resume' : 'list.add')}
      </Button>
      <Button
        kind="quiet"
        icon={Hand}
        onPress={() => onTask({ kind: 'quick' })}
        isDisabled={open !== undefined}
      >
        {t('quick.act')}
      </Button>
    </div>
  );
}
