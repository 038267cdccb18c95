import { ElectionRecord } from '../features/elections/record/ElectionRecord.tsx';
import { RecordPage } from '../features/voting/record/RecordPage.tsx';

/** For anyone: checks the record of a vote of either kind. */
export const RecordCheckPage = () => (
  <RecordPage election={(found) => <ElectionRecord {...found} />} />
);
