import { useTranslation } from 'react-i18next';
import type { Issued } from '../../../../models/contracts/systems.ts';
import { formatDateTime } from '../../../primitives/dates.ts';
import { OnceDialog } from '../OnceDialog.tsx';

interface TokenDialogProps {
  issued: Issued;
  onClose: () => void;
}

/** Shows the token of a system, once. */
export function TokenDialog({ issued: { device, token }, onClose }: TokenDialogProps) {
  const { t } = useTranslation('systems');
  return (
    <OnceDialog
      words={{
        title: t('tokenTitle', { name: device.name }),
        text: t('tokenText'),
        done: t('done'),
        copy: t('copy'),
        copied: t('copied'),
      }}
      facts={device.expiresAt ? [[t('expires'), formatDateTime(device.expiresAt)]] : []}
      secret={[t('token'), token]}
      toCopy={token}
      width="wide"
      onClose={onClose}
    />
  );
}
