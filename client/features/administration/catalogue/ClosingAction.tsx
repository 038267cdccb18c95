import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../primitives/Button.tsx';
import { ConfirmDialog } from '../../../primitives/ConfirmDialog.tsx';
import { showToast } from '../../../primitives/toasts.ts';
import styles from './Catalogue.module.css';

interface ClosingActionProps {
  name: string;
  isClosed: boolean;
  /** Changes that are not saved would be lost without a word; they are settled first. */
  isDirty: boolean;
  run: () => Promise<unknown>;
  onDone: () => void;
}

/** Takes a record out of use, or back into use. Nothing is ever deleted. */
export function ClosingAction({ name, isClosed, isDirty, run, onDone }: ClosingActionProps) {
  const { t } = useTranslation('administration');
  const [isAsking, setAsking] = useState(false);
  const confirm = async () => {
    await run();
    showToast(isClosed ? t('reopened', { name }) : t('closed', { name }));
    onDone();
  };
  return (
    <div className={styles.ending}>
      <Button
        kind={isClosed ? 'secondary' : 'danger'}
        isDisabled={isDirty}
        onPress={() => setAsking(true)}
      >
        {isClosed ? t('reopen') : t('closeRecord')}
      </Button>
      <p>{isDirty ? t('saveFirst') : isClosed ? t('reopenHelp') : t('closeHelp')}</p>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={isClosed ? t('reopenConfirm', { name }) : t('closeConfirm', { name })}
        confirmLabel={isClosed ? t('reopen') : t('closeRecord')}
        kind={isClosed ? 'primary' : 'danger'}
        onConfirm={confirm}
      >
        <p>{isClosed ? t('reopenHelp') : t('closeHelp')}</p>
      </ConfirmDialog>
    </div>
  );
}
