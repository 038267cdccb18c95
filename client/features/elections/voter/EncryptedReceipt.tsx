import Copy from 'lucide-react/icons/copy';
import RotateCcw from 'lucide-react/icons/rotate-ccw';
import { useTranslation } from 'react-i18next';
import type { MyPoll } from '../../../../models/contracts/voting.ts';
import { ballotUrl } from '../../../../models/voting/receipt-link.ts';
import { Button } from '../../../primitives/Button.tsx';
import { CodeGroups } from '../../../primitives/CodeGroups.tsx';
import { Disclosure } from '../../../primitives/Disclosure.tsx';
import { Done } from '../../../primitives/Done.tsx';
import { QrCode } from '../../../primitives/QrCode.tsx';
import { showToast } from '../../../primitives/toasts.ts';
import { Link } from '../../../primitives/Link.tsx';
import styles from './Voter.module.css';

interface EncryptedReceiptProps {
  poll: MyPoll;
  tracker: string;
  /** Begins another ballot; left out when it is too late for that. */
  onAgain?: () => void;
}

/** That the encrypted ballot is recorded, and by what it is found in the public record. */
export function EncryptedReceipt({ poll, tracker, onAgain }: EncryptedReceiptProps) {
  const { t } = useTranslation('elections');
  return (
    <div className={styles.recorded}>
      <Done size={onAgain ? 'page' : 'lead'}>{t('voter.recorded')}</Done>
      {onAgain ? (
        <>
          <p className={styles.again}>
            {t('voter.lastCounts')}
            <Button icon={RotateCcw} onPress={onAgain}>
              {t('voter.again')}
            </Button>
          </p>
          <Receipt poll={poll} tracker={tracker} />
        </>
      ) : (
        <Disclosure label={t('voter.showReceipt')}>
          <Receipt poll={poll} tracker={tracker} />
        </Disclosure>
      )}
    </div>
  );
}

/** The tracking number, as signs and as a code that opens the record there. */
function Receipt({ poll, tracker }: Pick<EncryptedReceiptProps, 'poll' | 'tracker'>) {
  const { t } = useTranslation('elections');
  const { meetingId, id: pollId } = poll;
  const address = ballotUrl({ meetingId, pollId, tracker });
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(tracker);
      showToast(t('voter.copied'));
    } catch {
      showToast(t('voter.copyFailed'), { tone: 'attention', detail: tracker });
    }
  };
  return (
    <div className={styles.receipt}>
      <div className={styles.qr}>
        <QrCode text={new URL(address, location.origin).href} label={t('voter.receiptQr')} />
      </div>
      <div className={styles.receiptWords}>
        <h3 className={styles.small}>{t('voter.tracker')}</h3>
        <CodeGroups code={tracker} />
        <p className={styles.soft}>{t('voter.trackerHelp')}</p>
        <div className={styles.acts}>
          <Button icon={Copy} onPress={copy}>
            {t('voter.copy')}
          </Button>
          <Link to={address} inNewTab>
            {t('voter.find')}
          </Link>
        </div>
      </div>
    </div>
  );
}
