import { useEffect } from 'react';
import { ElectionRecord } from '../features/elections/record/ElectionRecord.tsx';
import { fetchWorker } from '../features/elections/record/fetch-worker.ts';
import { SlipRecord } from '../features/opinions/record/SlipRecord.tsx';
import { RecordPage } from '../features/voting/record/RecordPage.tsx';

/** For anyone: checks the record of a vote of either kind. */
export function RecordCheckPage() {
  useEffect(() => void fetchWorker(), []);
  return (
    <RecordPage
      election={(found) => <ElectionRecord {...found} />}
      other={(file, receiptAt) => <SlipRecord file={file} receiptAt={receiptAt} />}
    />
  );
}
