import { useTranslation } from 'react-i18next';
import type { SlipReceipt } from '../../../../models/contracts/opinions.ts';
import { slipReceiptUrl } from '../../../../models/voting/receipt-link.ts';
import { Disclosure } from '../../../primitives/Disclosure.tsx';
import { Link } from '../../../primitives/Link.tsx';
import { QrCode } from '../../../primitives/QrCode.tsx';
import styles from './SlipReceiptDetails.module.css';

/** The whole receipt, to take along: the code of the answer, and where it is checked. */
export function SlipReceiptDetails({ receipt }: { receipt: SlipReceipt }) {
  const { t } = useTranslation('opinions');
  const address = slipReceiptUrl(receipt);
  return (
    <Disclosure label={t('receiptShow')}>
      <div className={styles.receipt}>
        <code className={styles.hash}>{receipt.entryHash}</code>
        <p className={styles.help}>{t('receiptHelp')}</p>
        <div className={styles.qr}>
          <QrCode text={new URL(address, location.origin).href} label={t('receiptQr')} />
        </div>
        <Link to={address} inNewTab>
          {t('receiptCheck')}
        </Link>
      </div>
    </Disclosure>
  );
}
