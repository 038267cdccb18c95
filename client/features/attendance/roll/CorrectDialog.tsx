import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type AttendanceState,
  type RollEntry,
  attendanceStates,
} from '../../../../models/contracts/attendance.ts';
import { Button } from '../../../primitives/Button.tsx';
import { Dialog } from '../../../primitives/Dialog.tsx';
import { Form, useSubmit } from '../../../primitives/Form.tsx';
import { RadioGroup } from '../../../primitives/RadioGroup.tsx';
import { TextField } from '../../../primitives/TextField.tsx';
import type { RollActs } from './useRollActs.ts';

interface CorrectDialogProps {
  /** One person or several. */
  entries: readonly RollEntry[];
  acts: RollActs;
  onDone: () => void;
}

/** The secretary's hand on the roll: another state, and why. */
export function CorrectDialog({ entries, acts, onDone }: CorrectDialogProps) {
  const { t } = useTranslation(['roll', 'common']);
  const [state, setState] = useState<AttendanceState | null>(null);
  const [reason, setReason] = useState('');
  const only = entries.length === 1 ? entries[0] : undefined;
  const save = async () => {
    if (state === null) return;
    const personIds = entries.map(({ personId }) => personId);
    await acts.correct(personIds, state, reason.trim());
    onDone();
  };
  const { submit, isPending, problems } = useSubmit(save, {
    check: () => {
      const fields = {
        ...((state === null || state === only?.state) && { state: t('stateNeeded') }),
        ...(reason.trim() === '' && { reason: t('reasonNeeded') }),
      };
      return Object.keys(fields).length > 0 ? { fields } : undefined;
    },
    byCode: { reason_required: 'reason' },
  });
  const title = only
    ? t('correctPerson', { name: only.fullName })
    : t('correctTogether', { count: entries.length });
  return (
    <Dialog
      isOpen
      onClose={onDone}
      title={title}
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
      <p>
        {only ? t('correctText', { state: t(`state.${only.state}`) }) : t('correctTogetherText')}
      </p>
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
            isDisabled: id === only?.state,
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
