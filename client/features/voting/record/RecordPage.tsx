import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { readReceiptUrl } from '../../../../models/voting/receipt-link.ts';
import { FileField } from '../../../primitives/FileField.tsx';
import { Notice } from '../../../primitives/Notice.tsx';
import { PageTitle } from '../../../primitives/PageHeader.tsx';
import { Skeleton } from '../../../primitives/Skeleton.tsx';
import { TextField } from '../../../primitives/TextField.tsx';
import styles from './Record.module.css';
import { RecordReport, type RecordStory } from './RecordReport.tsx';
import { electionAddress } from './record-addresses.ts';
import { type Looked, useRecordFile } from './useRecordFile.ts';

/** The record of a verifiable secret poll. */
export interface FoundElection {
  /** Of a `.bel`. */
  bytes: Uint8Array;
  /** What was typed to find a ballot. */
  wanted: string;
  /** Where the server gives it, when it came from there. */
  address?: string;
}

interface RecordPageProps {
  /** What the record of something else than a poll tells; nothing for what it does not know. */
  other: RecordStory;
  /** Shows the record of a verifiable secret poll. */
  election(found: FoundElection): ReactNode;
}

/** For anyone: checks the record of a vote here in the browser, and finds a receipt in it. */
export function RecordPage({ election, other }: RecordPageProps) {
  const { t } = useTranslation('records');
  const link = readReceiptUrl(useLocation().hash);
  const { looked, read } = useRecordFile(link);
  const [files, setFiles] = useState<readonly File[]>([]);
  const [receipt, setReceipt] = useState(link.entryHash ?? link.tracker ?? '');
  const choose = (chosen: File[]) => {
    setFiles(chosen);
    if (chosen[0]) void read(chosen[0]);
  };
  const isElection = looked.state === 'election' || (looked.state !== 'read' && link.isElection);
  const { meetingId, pollId } = link;
  const address = meetingId === null || pollId === null ? null : electionAddress(meetingId, pollId);
  return (
    <main className={styles.page}>
      <PageTitle>{t('title')}</PageTitle>
      <header className={styles.head}>
        <h1>{t('title')}</h1>
        <p className={styles.lead}>{t('lead')}</p>
      </header>
      <div className={styles.inputs}>
        <FileField
          label={t('file')}
          description={t('fileHelp')}
          accept=".json,.bel,application/json"
          value={files}
          onChange={choose}
        />
        <TextField
          label={t(isElection ? 'tracker' : 'receipt')}
          description={t(isElection ? 'trackerHelp' : 'receiptHelp')}
          value={receipt}
          onChange={setReceipt}
          autoComplete="off"
          maxLength={200}
        />
      </div>
      {looked.state === 'election' ? (
        election({
          bytes: looked.bytes,
          wanted: receipt.trim(),
          ...(looked.fromServer && address !== null && { address }),
        })
      ) : (
        <Found looked={looked} receipt={receipt} other={other} />
      )}
    </main>
  );
}

type NotElection = Exclude<Looked, { state: 'election' }>;

interface FoundProps {
  looked: NotElection;
  receipt: string;
  other: RecordStory;
}

function Found({ looked, receipt, other }: FoundProps) {
  const { t } = useTranslation('records');
  if (looked.state === 'none') return null;
  if (looked.state === 'fetching') return <Skeleton lines={4} />;
  if (looked.state === 'kept')
    return (
      <Notice tone="attention" title={t('keptTitle')}>
        <p>{t('keptText')}</p>
      </Notice>
    );
  if (looked.file === null)
    return (
      <Notice tone="error" title={t('notRecordTitle')}>
        <p>{t('notRecordText')}</p>
      </Notice>
    );
  // Written in groups, as receipts show it.
  const wanted = receipt.replaceAll(/\s/g, '').toLowerCase();
  const { file, fromServer } = looked;
  return <RecordReport file={file} receipt={wanted} fromServer={fromServer} other={other} />;
}
