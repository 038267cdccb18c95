import X from 'lucide-react/icons/x';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useTranslation } from 'react-i18next';
import styles from './Dialog.module.css';
import { IconButton } from './IconButton.tsx';
import { cx } from './cx.ts';
import { pressCloses } from './press-beside.ts';

export interface DialogProps {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  children?: ReactNode;
  /** Buttons, the main one first. */
  actions?: ReactNode;
  /** `alertdialog` asks for a decision: a press outside does not close it. */
  role?: 'dialog' | 'alertdialog';
  /** `full` is for a form with what it makes beside it. */
  width?: 'narrow' | 'wide' | 'full';
}

/** A short task or question in the middle of the screen. */
export function Dialog(props: DialogProps) {
  const { isOpen, onClose, title, children, actions, role = 'dialog', width = 'narrow' } = props;
  const { t } = useTranslation();
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={role === 'dialog'}
      shouldCloseOnInteractOutside={pressCloses}
      className={cx(styles.veil, styles.centred)}
    >
      <Modal className={cx(styles.modal, styles[width])}>
        <AriaDialog role={role} className={cx(styles.dialog)}>
          <header className={styles.head}>
            <Heading slot="title" className={cx(styles.title)}>
              {title}
            </Heading>
            {role === 'dialog' && <IconButton icon={X} label={t('close')} onPress={onClose} />}
          </header>
          {children && <div className={styles.body}>{children}</div>}
          {actions && <footer className={styles.actions}>{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
