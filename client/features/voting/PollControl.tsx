import Plus from 'lucide-react/icons/plus';
import Vote from 'lucide-react/icons/vote';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MyPoll } from '../../../models/contracts/voting.ts';
import type { Id } from '../../../models/ids.ts';
import { Button } from '../../primitives/Button.tsx';
import { EmptyState } from '../../primitives/EmptyState.tsx';
import { ErrorState } from '../../primitives/ErrorState.tsx';
import { Skeleton } from '../../primitives/Skeleton.tsx';
import { ClosePollDialog } from './ClosePollDialog.tsx';
import { OpenPollCard } from './OpenPollCard.tsx';
import { OpenPollDialog } from './OpenPollDialog.tsx';
import { PollCard } from './PollCard.tsx';
import { PollEditor } from './PollEditor.tsx';
import styles from './PollControl.module.css';
import { VoidPollDialog } from './VoidPollDialog.tsx';
import { lastOpenedOf, openPollOf } from './polls.ts';
import { usePolls } from './usePolls.ts';

export interface PollControlProps {
  meetingId: Id;
}

/** What the person running votes is about to do. */
type Task = { kind: 'create' } | { kind: 'edit' | 'open' | 'close' | 'void'; pollId: Id };

/** Prepare polls, open them, watch the turnout, close them; for the chair and the staff. */
export function PollControl({ meetingId }: PollControlProps) {
  const { t } = useTranslation('voting');
  const polls = usePolls(meetingId);
  const [task, setTask] = useState<Task | null>(null);
  if (polls.data === undefined)
    return polls.isError ? (
      <ErrorState title={t('loadFailed')} error={polls.error} onRetry={polls.refetch} />
    ) : (
      <Skeleton lines={5} />
    );
  const { items } = polls.data;
  const open = openPollOf(items);
  const latest = lastOpenedOf(items);
  return (
    <section className={styles.control} aria-label={t('control.region')}>
      <div className={styles.tools}>
        <h2>{t('title')}</h2>
        <Button icon={Plus} onPress={() => setTask({ kind: 'create' })}>
          {t('control.add')}
        </Button>
      </div>
      {open && (
        <OpenPollCard
          poll={open}
          onClose={() => setTask({ kind: 'close', pollId: open.id })}
          onVoid={() => setTask({ kind: 'void', pollId: open.id })}
        />
      )}
      {items.length === 0 ? (
        <EmptyState icon={Vote} title={t('emptyTitle')}>
          {t('emptyRunner')}
        </EmptyState>
      ) : (
        <ol className={styles.polls}>
          {items
            .filter(({ state }) => state !== 'open')
            .map((poll) => (
              <PollCard
                key={poll.id}
                poll={poll}
                otherOpen={open}
                isLatest={poll.id === latest?.id}
                onTask={(kind) => setTask({ kind, pollId: poll.id })}
              />
            ))}
        </ol>
      )}
      <TaskDialogs meetingId={meetingId} task={task} polls={items} onDone={() => setTask(null)} />
    </section>
  );
}

interface TaskDialogsProps {
  meetingId: Id;
  task: Task | null;
  polls: readonly MyPoll[];
  onDone: () => void;
}

function TaskDialogs({ meetingId, task, polls, onDone }: TaskDialogsProps) {
  if (task === null) return null;
  if (task.kind === 'create') return <PollEditor meetingId={meetingId} onDone={onDone} />;
  const poll = polls.find(({ id }) => id === task.pollId);
  if (poll === undefined) return null;
  switch (task.kind) {
    case 'edit':
      return <PollEditor meetingId={meetingId} poll={poll} onDone={onDone} />;
    case 'open':
      return <OpenPollDialog poll={poll} onDone={onDone} />;
    case 'close':
      return <ClosePollDialog poll={poll} onDone={onDone} />;
    case 'void':
      return <VoidPollDialog poll={poll} onDone={onDone} />;
  }
}
