import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { LedgerFile, SigningKey } from '../../../../models/contracts/ledger.ts';
import type { Fault } from '../../../../models/voting/faults.ts';
import { checkLedgerFile, entryOfReceipt } from '../../../../models/voting/ledger-file.ts';
import { Button } from '../../../primitives/Button.tsx';
import { Facts } from '../../../primitives/Facts.tsx';
import { Notice } from '../../../primitives/Notice.tsx';
import { formatDateTime } from '../../../primitives/dates.ts';
import { groupsOf } from '../../../primitives/code-groups.ts';
import { VerdictView } from '../verdict/VerdictView.tsx';
import styles from './Record.module.css';
import { RecordTimeline } from './RecordTimeline.tsx';
import { recordedPoll } from './record-poll.ts';
import { useServerKeys } from './useRecordFile.ts';

/** Tells what stands in a record. @param receiptAt the entry of the receipt that is looked for */
export type RecordStory = (file: LedgerFile, receiptAt: number | null) => ReactNode;

interface RecordReportProps {
  file: LedgerFile;
  /** Hash of a receipt to be found; empty for none. */
  receipt: string;
  fromServer: boolean;
  other: RecordStory;
}

/** Whether the record is whole, who signed it, whether a receipt is in it, and what it tells. */
export function RecordReport({ file, receipt, fromServer, other }: RecordReportProps) {
  const { t } = useTranslation('records');
  const check = useMemo(() => checkLedgerFile(file), [file]);
  const recorded = useMemo(() => recordedPoll(file), [file]);
  const receiptAt = receipt === '' ? null : entryOfReceipt(file, receipt);
  const poll = recorded?.poll ?? null;
  return (
    <div className={styles.report}>
      {check.ok ? (
        <Notice tone="success" title={t(check.isOld ? 'wholeOld' : 'whole')}>
          <p>{t(check.isOld ? 'wholeOldText' : 'wholeText', { count: check.entries })}</p>
        </Notice>
      ) : (
        <Faults faults={check.errors} />
      )}
      {receipt !== '' && <ReceiptFound at={receiptAt} />}
      <Signers keys={check.keys} fromServer={fromServer} />
      {poll && (
        <section className={styles.part}>
          <h2>{t('poll', { number: poll.number })}</h2>
          <p className={styles.question}>{poll.question}</p>
          {poll.verdict ? (
            <>
              {check.ok && <p className={styles.soft}>{t('recounted')}</p>}
              <VerdictView poll={poll} verdict={poll.verdict} />
            </>
          ) : (
            <p>{t('noVerdict')}</p>
          )}
        </section>
      )}
      {recorded && (
        <RecordTimeline
          recorded={recorded}
          hashes={file.entries.map(({ hash }) => hash)}
          faults={check.errors}
          receiptAt={receiptAt}
        />
      )}
      {recorded === null && other(file, receiptAt)}
      <Notice tone="info" title={t('limitsTitle')}>
        <p>{t('limits')}</p>
      </Notice>
      <Facts
        facts={[
          [t('ledgerId'), file.ledgerId],
          [t('electionHash'), recorded?.electionHash ?? null],
          ...lastSignature(file, t('signedAt')),
        ]}
      />
    </div>
  );
}

function lastSignature({ signatures }: LedgerFile, term: string): [string, string][] {
  const last = signatures.at(-1);
  return last === undefined ? [] : [[term, formatDateTime(last.signedAt, { seconds: true })]];
}

function Faults({ faults }: { faults: readonly Fault[] }) {
  const { t } = useTranslation('records');
  return (
    <Notice tone="error" title={t('broken')}>
      <ul className={styles.faults}>
        {faults.slice(0, 50).map(({ sequence, code }) => (
          <li key={`${sequence} ${code}`}>
            {sequence === null ? '' : `${t('entry', { sequence })}: `}
            {t(`faults.${code}`)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function ReceiptFound({ at }: { at: number | null }) {
  const { t } = useTranslation('records');
  return at === null ? (
    <Notice tone="error" title={t('receiptMissing')}>
      <p>{t('receiptMissingText')}</p>
    </Notice>
  ) : (
    <Notice tone="success" title={t('receiptFound', { sequence: at })}>
      <Button kind="quiet" onPress={() => document.getElementById(`entry-${at}`)?.scrollIntoView()}>
        {t('receiptShow')}
      </Button>
    </Notice>
  );
}

/** A record signed by anyone is whole too: whose key it is, only a comparison says. */
function Signers({ keys, fromServer }: { keys: readonly SigningKey[]; fromServer: boolean }) {
  const { t } = useTranslation('records');
  const known = useServerKeys();
  return (
    <section className={styles.part}>
      <h2>{t('signature')}</h2>
      {keys.length === 0 && <p>{t('unsigned')}</p>}
      {keys.map(({ keyId, publicKey }) => (
        <div key={publicKey} className={styles.key}>
          <p>
            {t('keyId')} <code>{groupsOf(keyId).join(' ')}</code>
          </p>
          <p className={styles.soft}>{t(keyWord(known, publicKey))}</p>
        </div>
      ))}
      {keys.length > 0 && (
        <p className={styles.soft}>{t(fromServer ? 'compareServer' : 'compareFile')}</p>
      )}
    </section>
  );
}

function keyWord(known: readonly string[] | null, publicKey: string) {
  if (known === null) return 'keyUnasked';
  return known.includes(publicKey) ? 'keyKnown' : 'keyStrange';
}
