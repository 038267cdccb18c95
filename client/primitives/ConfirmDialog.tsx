import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { ErrorNotice } from './ErrorNotice.tsx';

export interface ConfirmDialogProps {
  isOpen: boolean;
  onClose: () => void;
  /** Names the thing: "Kết thúc biểu quyết số 3?", never "Are you sure?". */
  title: string;
  /** What will follow from it. */
  children?: ReactNode;
  /** A verb: "Kết thúc biểu quyết". */
  confirmLabel: string;
  /** The dialog closes when the promise is kept; a refusal is shown in it. */
  onConfirm: () => unknown;
  kind?: 'primary' | 'danger';
}

/** Below much that is to be read, a refusal would stay unseen. */
const bringIntoView = (notice: HTMLElement | null) => notice?.scrollIntoView({ block: 'nearest' });

export function ConfirmDialog(props: ConfirmDialogProps) {
  const { isOpen, onClose, title, children, confirmLabel, onConfirm, kind = 'primary' } = props;
  const { t } = useTranslation();
  const [problem, setProblem] = useState<unknown>(null);
  const close = () => {
    setProblem(null);
    onClose();
  };
  const confirm = async () => {
    setProblem(null);
    try {
      await onConfirm();
      close();
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <Dialog
      role="alertdialog"
      isOpen={isOpen}
      onClose={close}
      title={title}
      actions={
        <>
          <Button kind={kind} onPress={confirm}>
            {confirmLabel}
          </Button>
          <Button kind="quiet" onPress={close}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      {(children || problem !== null) && (
        <>
          {children}
          {problem !== null && (
            <div ref={bringIntoView}>
              <ErrorNotice error={problem} />
            </div>
          )}
        </>
      )}
    </Dialog>
  );
}
