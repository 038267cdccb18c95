import Copy from 'lucide-react/icons/copy';
import Printer from 'lucide-react/icons/printer';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MyPoll, MyVote, Receipt } from '../../../../models/contracts/voting.ts';
import { receiptUrl } from '../../../../models/voting/receipt-link.ts';
import { Button } from '../../../primitives/Button.tsx';
import { Link } from '../../../primitives/Link.tsx';
import { CodeGroups } from '../../../primitives/CodeGroups.tsx';
import { Disclosure } from '../../../primitives/Disclosure.tsx';
import { PrintSheet } from '../../../primitives/PrintSheet.tsx';
import { QrCode } from '../../../primitives/QrCode.tsx';
import { formatDateTime } from '../../../primitives/dates.ts';
import { showToast } from '../../../primitives/toasts.ts';
import { MarksBadge } from './MarksBadge.tsx';
import styles from './Receipt.module.css';

interface ReceiptDetailsProps {
  poll: MyPoll;
  vote: MyVote;
  receipt: Receipt;
}

/** The whole receipt, to take along: the code of the ballot, and where anyone can check it. */
export function ReceiptDetails(props: ReceiptDetailsProps) {
  const { poll, receipt } = props;
  const { t } = useTranslation('ballot');
  const [isPrinting, print] = usePrinting();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(receipt.entryHash);
      showToast(t('copied'));
    } catch {
      showToast(t('copyFailed'), { tone: 'attention', detail: receipt.entryHash });
    }
  };
  return (
    <Disclosure label={t('receiptShow')}>
      <div className={styles.receipt}>
        <Hash receipt={receipt} />
        <p className={styles.soft}>{t('receiptHelp')}</p>
        <div className={styles.codes}>
          <div className={styles.qr}>
            <CheckCode poll={poll} receipt={receipt} />
          </div>
          <div className={styles.acts}>
            <Button icon={Copy} onPress={copy}>
              {t('copy')}
            </Button>
            <Button icon={Printer} onPress={print}>
              {t('print')}
            </Button>
            <Link to={receiptUrl({ ...placeOf(poll), entryHash: receipt.entryHash })} inNewTab>
              {t('receiptCheck')}
            </Link>
          </div>
        </div>
      </div>
      {isPrinting && <Printed {...props} />}
    </Disclosure>
  );
}

const placeOf = ({ meetingId, id: pollId }: MyPoll) => ({ meetingId, pollId });

function Hash({ receipt: { entryHash, sequence } }: { receipt: Receipt }) {
  const { t } = useTranslation('ballot');
  return (
    <p>
      <CodeGroups code={entryHash} />
      <span className={styles.soft}>{t('receiptPlace', { sequence })}</span>
    </p>
  );
}

function CheckCode({ poll, receipt }: Omit<ReceiptDetailsProps, 'vote'>) {
  const { t } = useTranslation('ballot');
  const address = receiptUrl({ ...placeOf(poll), entryHash: receipt.entryHash });
  return <QrCode text={new URL(address, location.origin).href} label={t('receiptQr')} />;
}

/** On paper: whose vote, on what, when, and the codes. */
function Printed({ poll, vote, receipt }: ReceiptDetailsProps) {
  const { t } = useTranslation(['ballot', 'voting']);
  return (
    <PrintSheet>
      <h1>{t('receiptTitle')}</h1>
      <h2>
        {t('number', { ns: 'voting', number: poll.number })}: {poll.question}
      </h2>
      <p>{vote.onBehalf ? t('behalf', { name: vote.fullName }) : vote.fullName}</p>
      {receipt.castAt !== null && <p>{formatDateTime(receipt.castAt)}</p>}
      <p>
        {receipt.marks === null ? (
          t('secretMarks')
        ) : (
          <>
            {t('yourMarks')} <MarksBadge poll={poll} marks={receipt.marks} />
          </>
        )}
      </p>
      <Hash receipt={receipt} />
      <div className={styles.qr}>
        <CheckCode poll={poll} receipt={receipt} />
      </div>
      <p>{t('receiptHelp')}</p>
    </PrintSheet>
  );
}

/** The sheet stands in the page for as long as the printer is asked. */
function usePrinting(): [isPrinting: boolean, print: () => void] {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    if (!isPrinting) return undefined;
    const done = () => setPrinting(false);
    globalThis.addEventListener('afterprint', done);
    globalThis.print();
    return () => globalThis.removeEventListener('afterprint', done);
  }, [isPrinting]);
  return [isPrinting, () => setPrinting(true)];
}
