import Copy from 'lucide-react/icons/copy';
import { useTranslation } from 'react-i18next';
import type { Issued } from '../../../../models/contracts/systems.ts';
import { Button } from '../../../primitives/Button.tsx';
import { Dialog } from '../../../primitives/Dialog.tsx';
import { formatDateTime } from '../../../primitives/dates.ts';
import { showToast } from '../../../primitives/toasts.ts';
import styles from '../people/HandOverDialog.module.css';

interface TokenDialogProps {
  issued: Issued;
  onClose: () => void;
}

/** Shows the token of a system, once: the server keeps only its hash. */
export function TokenDialog({ issued: { device, token }, onClose }: TokenDialogProps) {
  const { t } = useTranslation('systems');
  const copy = async () => {
    await navigator.clipboard.writeText(token);
    showToast(t('copied'));
  };
  return (
    <Dialog
      role="alertdialog"
      width="wide"
      isOpen
      onClose={onClose}
      title={t('tokenTitle', { name: device.name })}
      actions={
        <>
          <Button kind="primary" onPress={onClose}>
            {t('done')}
          </Button>
          {/* Browsers give the clipboard to secure pages only. */}
          {window.isSecureContext && (
            <Button kind="quiet" icon={Copy} onPress={copy}>
              {t('copy')}
            </Button>
          )}
        </>
      }
    >
      <p>{t('tokenText')}</p>
      <dl className={styles.facts}>
        {device.expiresAt && (
          <>
            <dt>{t('expires')}</dt>
            <dd>{formatDateTime(device.expiresAt)}</dd>
          </>
        )}
        <dt>{t('token')}</dt>
        <dd className={styles.secret}>{token}</dd>
      </dl>
    </Dialog>
  );
}
