import { useTranslation } from 'react-i18next';
import type { MyPoll } from '../../../../models/contracts/voting.ts';
import type { Id } from '../../../../models/ids.ts';
import { showToast } from '../../../primitives/toasts.ts';
import { PollEditor } from '../editor/PollEditor.tsx';
import { noItem } from '../editor/poll-form.ts';
import { AnnounceDialog, ClosePollDialog } from '../running/ClosePollDialog.tsx';
import { OpenPollDialog } from '../running/OpenPollDialog.tsx';
import { VoidPollDialog } from '../running/VoidPollDialog.tsx';
import { usePollDrafts } from '../usePollActs.ts';
import { DraftDialog } from './DraftDialog.tsx';
import { QuickPollDialog } from './QuickPollDialog.tsx';

/** What the person running votes is about to do. */
export type Task =
  | { kind: 'create'; amends?: MyPoll }
  | { kind: 'quick' }
  | { kind: 'edit' | 'open' | 'close' | 'announce' | 'void' | 'remove'; pollId: Id };

interface TaskDialogsProps {
  meetingId: Id;
  task: Task | null;
  polls: readonly MyPoll[];
  onDone: () => void;
}

export function TaskDialogs({ meetingId, task, polls, onDone }: TaskDialogsProps) {
  if (task === null) return null;
  if (task.kind === 'create') {
    const { amends } = task;
    const begin = amends && {
      agendaItemId: amends.agendaItemId ?? noItem,
      link: { kind: 'amends' as const, pollId: amends.id },
    };
    return (
      <PollEditor meetingId={meetingId} polls={polls} onDone={onDone} {...(begin && { begin })} />
    );
  }
  if (task.kind === 'quick') return <QuickPollDialog meetingId={meetingId} onDone={onDone} />;
  const poll = polls.find(({ id }) => id === task.pollId);
  if (poll === undefined) return null;
  switch (task.kind) {
    case 'edit':
      return <PollEditor meetingId={meetingId} polls={polls} poll={poll} onDone={onDone} />;
    case 'open':
      return <OpenPollDialog poll={poll} onDone={onDone} />;
    case 'close':
      return <ClosePollDialog poll={poll} onDone={onDone} />;
    case 'announce':
      return <AnnounceDialog poll={poll} onDone={onDone} />;
    case 'void':
      return <VoidPollDialog poll={poll} onDone={onDone} />;
    case 'remove':
      return <RemovePollDialog poll={poll} onDone={onDone} />;
  }
}

function RemovePollDialog({ poll, onDone }: { poll: MyPoll; onDone: () => void }) {
  const { t } = useTranslation('polls');
  const { meetingId, number } = poll;
  const { remove } = usePollDrafts(meetingId);
  const confirm = async ({ revision }: MyPoll) => {
    await remove.mutateAsync({ params: { meetingId, pollId: poll.id }, query: { revision } });
    showToast(t('list.removed', { number }));
  };
  return (
    <DraftDialog
      poll={poll}
      onClose={onDone}
      title={t('list.removeTitle', { number })}
      confirmLabel={t('list.removeAct')}
      kind="danger"
      onConfirm={confirm}
    >
      {() => <p>{t('list.removeText')}</p>}
    </DraftDialog>
  );
}
