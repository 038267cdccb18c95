import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MyPoll } from '../../../models/contracts/voting.ts';
import { Button } from '../../primitives/Button.tsx';
import { Dialog } from '../../primitives/Dialog.tsx';
import { Form, useSubmit } from '../../primitives/Form.tsx';
import { TextField } from '../../primitives/TextField.tsx';
import { showToast } from '../../primitives/toasts.ts';
import styles from './PollControl.module.css';
import { usePollActs } from './usePollActs.ts';

interface VoidPollDialogProps {
  poll: MyPoll;
  onDone: () => void;
}

const words = {
  draft: {
    title: 'control.voidDraftTitle',
    verb: 'control.voidDraft',
    text: 'control.voidDraftText',
  },
  open: { title: 'control.voidOpenTitle', verb: 'control.voidOpen', text: 'control.voidText' },
  closed: { title: 'control.voidTitle', verb: 'control.void', text: 'control.voidText' },
} as const;

/** A result is declared void with a reason; its record stays. */
export function VoidPollDialog({ poll, onDone }: VoidPollDialogProps) {
  const { t } = useTranslation(['voting', 'common']);
  const { meetingId, number } = poll;
  const { declareVoid } = usePollActs(meetingId);
  const [reason, setReason] = useState('');
  const save = async () => {
    await declareVoid.mutateAsync({ params: { meetingId, pollId: poll.id }, body: { reason } });
    showToast(t('control.voided', { number }));
    onDone();
  };
  const { submit, isPending, problems } = useSubmit(save, {
    check: () =>
      reason.trim() === '' ? { fields: { reason: t('control.voidReasonNeeded') } } : undefined,
  });
  const { title, verb, text } =
    words[poll.state === 'draft' || poll.state === 'open' ? poll.state : 'closed'];
  return (
    <Dialog
      isOpen
      role="alertdialog"
      onClose={onDone}
      title={t(title, { number })}
      actions={
        <>
          <Button kind="danger" onPress={submit} isPending={isPending}>
            {t(verb)}
          </Button>
          <Button kind="quiet" onPress={onDone}>
            {t('cancel', { ns: 'common' })}
          </Button>
        </>
      }
    >
      <p className={styles.asked}>{poll.question}</p>
      <p>{t(text)}</p>
      <Form onSubmit={submit} problems={problems} labels={{ reason: t('control.voidReason') }}>
        <TextField
          name="reason"
          label={t('control.voidReason')}
          value={reason}
          onChange={setReason}
          rows={3}
          maxLength={2000}
        />
      </Form>
    </Dialog>
  );
}
