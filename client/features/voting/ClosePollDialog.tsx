import { useTranslation } from 'react-i18next';
import type { MyPoll } from '../../../models/contracts/voting.ts';
import { ConfirmDialog } from '../../primitives/ConfirmDialog.tsx';
import { showToast } from '../../primitives/toasts.ts';
import styles from './PollControl.module.css';
import { usePollActs } from './usePollActs.ts';
import { useTurnout } from './useTurnout.ts';

interface ClosePollDialogProps {
  poll: MyPoll;
  onDone: () => void;
}

/** Names whoever has not voted yet, since nothing can be added afterwards. */
export function ClosePollDialog({ poll, onDone }: ClosePollDialogProps) {
  const { t } = useTranslation('voting');
  const { meetingId, number, cast, voters } = poll;
  const { close } = usePollActs(meetingId);
  const waiting = (useTurnout(poll) ?? []).filter(({ voted }) => !voted);
  const confirm = async () => {
    await close.mutateAsync({ params: { meetingId, pollId: poll.id } });
    showToast(t('control.closed', { number }));
  };
  return (
    <ConfirmDialog
      isOpen
      onClose={onDone}
      title={t('control.closeTitle', { number })}
      confirmLabel={t('control.close')}
      onConfirm={confirm}
    >
      <p>{t('control.closeText', { cast, voters })}</p>
      {waiting.length > 0 && (
        <div>
          <p>{t('control.closeMissing', { count: waiting.length })}</p>
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
