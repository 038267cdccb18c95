import CircleCheck from 'lucide-react/icons/circle-check';
import Copy from 'lucide-react/icons/copy';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { Receipt } from '../../../models/contracts/voting.ts';
import { ChoiceBadge } from '../../primitives/Badge.tsx';
import { Icon } from '../../primitives/Icon.tsx';
import { IconButton } from '../../primitives/IconButton.tsx';
import { formatTime } from '../../primitives/dates.ts';
import { showToast } from '../../primitives/toasts.ts';
import styles from './Ballot.module.css';

/** The first signs of the hash, enough to compare by eye; copying takes the whole of it. */
const shortHash = (hash: string): string =>
  `${hash.slice(0, 4)} ${hash.slice(4, 8)} ${hash.slice(8, 12)}`;

/** That the ballot stands in the ledger, since when, and how to find it there. */
export function BallotReceipt({ receipt }: { receipt: z.infer<typeof Receipt> }) {
  const { t } = useTranslation('voting');
  const { choice, castAt, entryHash } = receipt;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(entryHash);
      showToast(t('ballot.copied'));
    } catch {
      showToast(t('ballot.copyFailed'), { tone: 'attention', detail: entryHash });
    }
  };
  return (
    <div className={styles.recorded}>
      <p className={styles.done} role="status">
        <Icon of={CircleCheck} size="1.5em" />
        {t('ballot.recorded', { time: formatTime(castAt, { seconds: true }) })}
      </p>
      <p className={styles.line}>
        {t('ballot.yourChoice')} <ChoiceBadge choice={choice} />
      </p>
      <p className={styles.line}>
        {t('ballot.receipt')} <code className={styles.hash}>{shortHash(entryHash)}</code>
        <IconButton size="small" icon={Copy} label={t('ballot.copy')} onPress={copy} />
      </p>
      <p className={styles.help}>{t('ballot.receiptHelp')}</p>
    </div>
  );
}
