import { useTranslation } from 'react-i18next';
import type { MyPoll } from '../../../../models/contracts/voting.ts';
import { ConfirmDialog } from '../../../primitives/ConfirmDialog.tsx';
import { Notice } from '../../../primitives/Notice.tsx';
import { showToast } from '../../../primitives/toasts.ts';
import styles from '../control/PollControl.module.css';
import { usePollActs } from '../usePollActs.ts';
import { useTurnout } from '../useTurnout.ts';
import { waitingOf } from './turnout.ts';

interface PollDialogProps {
  poll: MyPoll;
  onDone: () => void;
}

/** Names whoever has not voted yet, since nothing can be added afterwards. */
export function ClosePollDialog({ poll, onDone }: PollDialogProps) {
  const { t } = useTranslation('polls');
  const { meetingId, number, cast, voters, reveal, trustees } = poll;
  const { close } = usePollActs(meetingId);
  const turnout = useTurnout(poll).data;
  const waiting = waitingOf(turnout?.items ?? []);
  const entries = turnout?.entries ?? [];
  const confirm = async () => {
    await close.mutateAsync({ params: { meetingId, pollId: poll.id } });
    showToast(t('closing.closed', { number }));
  };
  return (
    <ConfirmDialog
      isOpen
      onClose={onDone}
      title={t('closing.title', { number })}
      confirmLabel={t('closing.close')}
      onConfirm={confirm}
    >
      <p>
        {t('closing.text', { cast, voters })}{' '}
        {t(`closing.afterwards.${trustees ? 'trustees' : reveal}`)}
      </p>
      {entries.length > 0 && (
        <Notice tone="attention">{t('closing.entries', { count: entries.length })}</Notice>
      )}
      {waiting.length > 0 && (
        <div>
          <p>{t('closing.missing', { count: waiting.length })}</p>
          <ul className={styles.names}>
            {waiting.map(({ personId, fullName }) => (
              <li key={personId}>{fullName}</li>
            ))}
          </ul>
        </div>
      )}
    </ConfirmDialog>
  );
}

/** Shows everyone what those who run the vote have seen already. */
export function AnnounceDialog({ poll, onDone }: PollDialogProps) {
  const { t } = useTranslation('polls');
  const { meetingId, number } = poll;
  const { announce } = usePollActs(meetingId);
  const confirm = async () => {
    await announce.mutateAsync({ params: { meetingId, pollId: poll.id } });
    showToast(t('announcing.done', { number }));
  };
  return (
    <ConfirmDialog
      isOpen
      onClose={onDone}
      title={t('announcing.title', { number })}
      confirmLabel={t('announcing.act')}
      onConfirm={confirm}
    >
      <p className={styles.asked}>{poll.question}</p>
      <p>{t('announcing.text')}</p>
    </ConfirmDialog>
  );
}
