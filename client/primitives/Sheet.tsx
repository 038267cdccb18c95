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

export interface SheetProps {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  description?: string;
  children: ReactNode;
  /** Buttons that stay in view below the content, the main one first. */
  actions?: ReactNode;
  /** `start` is where navigation comes from. On a phone an `end` sheet rises from the bottom. */
  side?: 'start' | 'end';
}

/** One record or panel beside the page: at the side of a desk, from the bottom of a phone. */
export function Sheet(props: SheetProps) {
  const { isOpen, onClose, title, description, children, actions, side = 'end' } = props;
  const { t } = useTranslation();
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable
      shouldCloseOnInteractOutside={pressCloses}
      className={cx(styles.veil)}
    >
      <Modal className={cx(styles.modal, styles.sheet, styles[side])}>
        <AriaDialog className={cx(styles.dialog)}>
          <header className={styles.head}>
            <div>
              <Heading slot="title" className={cx(styles.title)}>
                {title}
              </Heading>
              {description && <p className={styles.description}>{description}</p>}
            </div>
            <IconButton icon={X} label={t('close')} onPress={onClose} />
          </header>
          <div className={styles.body}>{children}</div>
          {actions && <footer className={styles.actions}>{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
