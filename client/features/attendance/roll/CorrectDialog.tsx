import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type AttendanceState,
  type RollEntry,
  attendanceStates,
  correctAttendance,
  getRoll,
} from '../../../../models/contracts/attendance.ts';
import type { Id } from '../../../../models/ids.ts';
import { Button } from '../../../primitives/Button.tsx';
import { Dialog } from '../../../primitives/Dialog.tsx';
import { Form, useSubmit } from '../../../primitives/Form.tsx';
import { RadioGroup } from '../../../primitives/RadioGroup.tsx';
import { TextField } from '../../../primitives/TextField.tsx';
import { showToast } from '../../../primitives/toasts.ts';
import { useMutationRoute } from '../../../realtime/queries.ts';
import { refreshRoute } from '../../../realtime/refresh.ts';

interface CorrectDialogProps {
  meetingId: Id;
  entry: RollEntry;
  onDone: () => void;
}

/** The secretary's hand on the roll: another state, and why. */
export function CorrectDialog({ meetingId, entry, onDone }: CorrectDialogProps) {
  const { t } = useTranslation(['roll', 'common']);
  const client = useQueryClient();
  const { personId, fullName } = entry;
  const [state, setState] = useState<AttendanceState | null>(null);
  const [reason, setReason] = useState('');
  const correct = useMutationRoute(correctAttendance, {
    onSuccess: () => refreshRoute(client, getRoll, { params: { meetingId } }),
  });
  const save = async () => {
    if (state === null) return;
    await correct.mutateAsync({ params: { meetingId, personId }, body: { state, reason } });
    showToast(t('saved', { name: fullName, state: t(`state.${state}`) }));
    onDone();
  };
  const { submit, isPending, problems } = useSubmit(save, {
    check: () => {
      const fields = {
        ...((state === null || state === entry.state) && { state: t('stateNeeded') }),
        ...(reason.trim() === '' && { reason: t('reasonNeeded') }),
      };
      return Object.keys(fields).length > 0 ? { fields } : undefined;
    },
    byCode: { reason_required: 'reason' },
  });
  return (
    <Dialog
      isOpen
      onClose={onDone}
      title={t('correctPerson', { name: fullName })}
      actions={
        <>
          <Button kind="primary" onPress={submit} isPending={isPending}>
            {t('correct')}
          </Button>
          <Button kind="quiet" onPress={onDone}>
            {t('cancel', { ns: 'common' })}
          </Button>
        </>
      }
    >
      <p>{t('correctText', { state: t(`state.${entry.state}`) })}</p>
      <Form
        onSubmit={submit}
        problems={problems}
        labels={{ state: t('newState'), reason: t('reasonLabel') }}
      >
        <RadioGroup
          name="state"
          label={t('newState')}
          options={attendanceStates.map((id) => ({
            id,
            label: t(`state.${id}`),
            isDisabled: id === entry.state,
          }))}
          value={state}
          onChange={setState}
          error={problems.fields['state']}
        />
        <TextField
          name="reason"
          label={t('reasonLabel')}
          description={t('reasonHelp')}
          value={reason}
          onChange={setReason}
          rows={3}
          maxLength={2000}
        />
      </Form>
    </Dialog>
  );
}
