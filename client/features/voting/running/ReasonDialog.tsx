import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../primitives/Button.tsx';
import { Dialog } from '../../../primitives/Dialog.tsx';
import { Form, useSubmit } from '../../../primitives/Form.tsx';
import { TextField } from '../../../primitives/TextField.tsx';

interface ReasonDialogProps {
  title: string;
  children: ReactNode;
  label: string;
  /** What to say when it is left empty. */
  missing: string;
  /** To begin with. */
  usual?: string;
  act: string;
  kind?: 'primary' | 'danger';
  onConfirm: (reason: string) => Promise<unknown>;
  onDone: () => void;
}

/** An act that goes into the record with the reason for it. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { title, children, label, missing, usual = '', act, kind = 'primary', onDone } = props;
  const { t } = useTranslation();
  const [reason, setReason] = useState(usual);
  const confirm = async () => {
    await props.onConfirm(reason);
    onDone();
  };
  const { submit, isPending, problems } = useSubmit(confirm, {
    check: () => (reason.trim() === '' ? { fields: { reason: missing } } : undefined),
  });
  return (
    <Dialog
      isOpen
      role="alertdialog"
      onClose={onDone}
      title={title}
      actions={
        <>
          <Button kind={kind} onPress={submit} isPending={isPending}>
            {act}
          </Button>
          <Button kind="quiet" onPress={onDone}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      {children}
      <Form onSubmit={submit} problems={problems} labels={{ reason: label }}>
        <TextField
          name="reason"
          label={label}
          value={reason}
          onChange={setReason}
          rows={3}
          maxLength={2000}
        />
      </Form>
    </Dialog>
  );
}
