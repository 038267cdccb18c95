import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { extendSlip } from '../../../../models/contracts/opinions-acts.ts';
import { type Slip, getSlip, listSlips } from '../../../../models/contracts/opinions.ts';
import { Button } from '../../../primitives/Button.tsx';
import { DateTimeField } from '../../../primitives/DateTimeField.tsx';
import { Dialog } from '../../../primitives/Dialog.tsx';
import { Form, useSubmit } from '../../../primitives/Form.tsx';
import { TextField } from '../../../primitives/TextField.tsx';
import { formatDateTime } from '../../../primitives/dates.ts';
import { showToast } from '../../../primitives/toasts.ts';
import { useMutationRoute } from '../../../realtime/queries.ts';
import { numberOf } from '../slip-number.ts';

interface ExtendDialogProps {
  slip: Slip;
  onClose: () => void;
}

/** More time to answer: until when, and why. */
export function ExtendDialog({ slip, onClose }: ExtendDialogProps) {
  const { t } = useTranslation(['opinions', 'common']);
  const extend = useMutationRoute(extendSlip, { invalidates: [getSlip, listSlips] });
  const [deadline, setDeadline] = useState<string | null>(slip.deadline);
  const [reason, setReason] = useState('');
  const save = async () => {
    if (deadline === null) return;
    await extend.mutateAsync({ params: { slipId: slip.id }, body: { deadline, reason } });
    showToast(t('extendedDone', { when: formatDateTime(deadline) }));
    onClose();
  };
  const { submit, isPending, problems } = useSubmit(save, {
    check() {
      const isLater = deadline !== null && Date.parse(deadline) > Date.parse(slip.deadline);
      const fields = {
        ...(!isLater && { deadline: t('deadlineNeeded') }),
        ...(reason.trim() === '' && { reason: t('reasonNeeded') }),
      };
      return Object.keys(fields).length > 0 ? { fields } : undefined;
    },
    byCode: { slip_not_later: 'deadline' },
  });
  const labels = { deadline: t('newDeadline'), reason: t('reason') };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('extendTitle', numberOf(slip))}
      actions={
        <>
          <Button kind="primary" onPress={submit} isPending={isPending}>
            {t('extend')}
          </Button>
          <Button kind="quiet" onPress={onClose}>
            {t('cancel', { ns: 'common' })}
          </Button>
        </>
      }
    >
      <p>{t('extendText', { when: formatDateTime(slip.deadline) })}</p>
      <Form onSubmit={submit} problems={problems} labels={labels}>
        <DateTimeField
          label={labels.deadline}
          name="deadline"
          value={deadline}
          onChange={setDeadline}
        />
        <TextField
          label={labels.reason}
          name="reason"
          rows={2}
          maxLength={2000}
          value={reason}
          onChange={setReason}
        />
      </Form>
    </Dialog>
  );
}
