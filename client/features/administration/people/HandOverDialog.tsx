import Copy from 'lucide-react/icons/copy';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../primitives/Button.tsx';
import { Dialog } from '../../../primitives/Dialog.tsx';
import { showToast } from '../../../primitives/toasts.ts';
import styles from './HandOverDialog.module.css';

/** What is given to someone so that they can sign in for the first time. */
export interface HandOver {
  fullName: string;
  username: string;
  password: string;
}

interface HandOverDialogProps {
  handOver: HandOver;
  onClose: () => void;
}

/** Shows a first password, once: the server keeps only its hash. */
export function HandOverDialog({ handOver, onClose }: HandOverDialogProps) {
  const { t } = useTranslation('administration');
  const { fullName, username, password } = handOver;
  const copy = async () => {
    await navigator.clipboard.writeText(`${username}\n${password}`);
    showToast(t('people.copied'));
  };
  return (
    <Dialog
      role="alertdialog"
      isOpen
      onClose={onClose}
      title={t('people.handOverTitle', { name: fullName })}
      actions={
        <>
          <Button kind="primary" onPress={onClose}>
            {t('people.handOverDone')}
          </Button>
          {/* Browsers give the clipboard to secure pages only. */}
          {window.isSecureContext && (
            <Button kind="quiet" icon={Copy} onPress={copy}>
              {t('people.copy')}
            </Button>
          )}
        </>
      }
    >
      <p>{t('people.handOverText')}</p>
      <dl className={styles.facts}>
        <dt>{t('people.username')}</dt>
        <dd>{username}</dd>
        <dt>{t('people.firstPassword')}</dt>
        <dd className={styles.secret}>{password}</dd>
      </dl>
    </Dialog>
  );
}
