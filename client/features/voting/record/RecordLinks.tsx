import Download from 'lucide-react/icons/download';
import FileSearch from 'lucide-react/icons/file-search';
import { useTranslation } from 'react-i18next';
import { resultFile, resultFormats } from '../../../../models/contracts/ledger.ts';
import type { Poll } from '../../../../models/contracts/voting.ts';
import { receiptUrl } from '../../../../models/voting/receipt-link.ts';
import { Icon } from '../../../primitives/Icon.tsx';
import { Link } from '../../../primitives/Link.tsx';
import { Menu } from '../../../primitives/Menu.tsx';
import { download } from '../../../primitives/download.ts';
import styles from './RecordLinks.module.css';
import { recordAddress } from './useRecordFile.ts';

/** The result as a file, the record, and where to check it; of a poll whose result is shown. */
export function RecordLinks({ poll: { id: pollId, meetingId } }: { poll: Poll }) {
  const { t } = useTranslation('records');
  const path = resultFile.path.replace(':meetingId', meetingId).replace(':pollId', pollId);
  const results = resultFormats.map((format) => ({
    id: format,
    label: t(`formats.${format}`),
    onAction: () => download(path.replace(':format', format)),
  }));
  const record = {
    id: 'record',
    label: t('downloadRecord'),
    onAction: () => download(recordAddress(meetingId, pollId)),
  };
  return (
    <div className={styles.links}>
      <Menu
        label={t('download')}
        trigger={
          <span className={styles.trigger}>
            <Icon of={Download} />
            {t('download')}
          </span>
        }
        items={[...results, record]}
      />
      <Link to={receiptUrl({ meetingId, pollId })} icon={FileSearch} kind="quiet">
        {t('check')}
      </Link>
    </div>
  );
}
