import { useTranslation } from 'react-i18next';
import type { MyPoll } from '../../../../models/contracts/voting.ts';
import { showToast } from '../../../primitives/toasts.ts';
import styles from '../control/PollControl.module.css';
import { usePollActs } from '../usePollActs.ts';
import { ReasonDialog } from './ReasonDialog.tsx';

interface VoidPollDialogProps {
  poll: MyPoll;
  onDone: () => void;
}

/** A result is declared void with a reason; its record stays. */
export function VoidPollDialog({ poll, onDone }: VoidPollDialogProps) {
  const { t } = useTranslation('polls');
  const { meetingId, number, state } = poll;
  const { declareVoid } = usePollActs(meetingId);
  const save = async (reason: string) => {
    await declareVoid.mutateAsync({ params: { meetingId, pollId: poll.id }, body: { reason } });
    showToast(t('voiding.done', { number }));
  };
  return (
    <ReasonDialog
      title={t(state === 'open' ? 'voiding.openTitle' : 'voiding.title', { number })}
      label={t('voiding.reason')}
      missing={t('voiding.reasonNeeded')}
      act={t(state === 'open' ? 'voiding.openAct' : 'voiding.act')}
      kind="danger"
      onConfirm={save}
      onDone={onDone}
    >
      <p className={styles.asked}>{poll.question}</p>
      <p>{t('voiding.text')}</p>
    </ReasonDialog>
  );
}
