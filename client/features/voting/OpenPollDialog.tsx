import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getRoll } from '../../../models/contracts/attendance.ts';
import { getMeeting } from '../../../models/contracts/meetings.ts';
import type { MyPoll } from '../../../models/contracts/voting.ts';
import { isPresent } from '../../../models/presence.ts';
import { ConfirmDialog } from '../../primitives/ConfirmDialog.tsx';
import { ErrorNotice } from '../../primitives/ErrorNotice.tsx';
import { Notice } from '../../primitives/Notice.tsx';
import { QuorumBar } from '../../primitives/QuorumBar.tsx';
import { Skeleton } from '../../primitives/Skeleton.tsx';
import { showToast } from '../../primitives/toasts.ts';
import { useQueryRoute } from '../../realtime/queries.ts';
import { isRefusal } from '../../realtime/refusal.ts';
import styles from './PollControl.module.css';
import { usePollActs } from './usePollActs.ts';

interface PollDialogProps {
  poll: MyPoll;
  onDone: () => void;
}

/** Before opening: the question, who will be on the roll, and whether the quorum is there. */
export function OpenPollDialog({ poll, onDone }: PollDialogProps) {
  const { t } = useTranslation('voting');
  const { meetingId, number } = poll;
  const { open } = usePollActs(meetingId);
  const [wasRefused, setRefused] = useState(false);
  const meeting = useQueryRoute(getMeeting, { params: { meetingId } }).data;
  const roll = useQueryRoute(getRoll, { params: { meetingId } });
  const confirm = async () => {
    try {
      await open.mutateAsync({ params: { meetingId, pollId: poll.id } });
      showToast(t('control.opened', { number }));
    } catch (error) {
      if (isRefusal(error, 'no_quorum')) setRefused(true);
      void roll.refetch();
      throw error;
    }
  };
  return (
    <ConfirmDialog
      isOpen
      onClose={onDone}
      title={t('control.openTitle', { number })}
      confirmLabel={t('control.open')}
      onConfirm={confirm}
    >
      <p className={styles.asked}>{poll.question}</p>
      <p>{t('control.openText')}</p>
      {meeting && meeting.state !== 'open' && (
        <Notice tone="attention">{t('control.meetingNotOpen')}</Notice>
      )}
      {roll.data ? (
        <RollBefore poll={poll} roll={roll.data} wasRefused={wasRefused} />
      ) : roll.isError ? (
        <ErrorNotice error={roll.error} />
      ) : (
        <Skeleton lines={2} />
      )}
    </ConfirmDialog>
  );
}

interface RollBeforeProps {
  poll: MyPoll;
  roll: NonNullable<ReturnType<typeof useQueryRoute<typeof getRoll>>['data']>;
  wasRefused: boolean;
}

function RollBefore({ poll, roll: { entries, quorum }, wasRefused }: RollBeforeProps) {
  const { t } = useTranslation('voting');
  const voters = entries.filter(({ role, state }) => role !== 'guest' && isPresent(state));
  const { present, members, needed, reached } = quorum;
  return (
    <>
      <QuorumBar quorum={quorum} />
      {!reached && (wasRefused || poll.ruleSet.quorumGatesOpening) && (
        <Notice tone="attention" title={t('control.noQuorum')}>
          {t('control.noQuorumText', { present, members, needed, missing: needed - present })}
        </Notice>
      )}
      {!reached && !poll.ruleSet.quorumGatesOpening && (
        <Notice tone="attention">{t('control.notGated')}</Notice>
      )}
      <details className={styles.details}>
        <summary>{t('control.onRoll', { count: voters.length })}</summary>
        <ul className={styles.names}>
          {voters.map(({ personId, fullName }) => (
            <li key={personId}>{fullName}</li>
          ))}
        </ul>
      </details>
    </>
  );
}
