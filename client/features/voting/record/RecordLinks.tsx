import Download from 'lucide-react/icons/download';
import FileSearch from 'lucide-react/icons/file-search';
import { useTranslation } from 'react-i18next';
import { resultFile, resultFormats } from '../../../../models/contracts/ledger.ts';
import { addressOf } from '../../../../models/contracts/route.ts';
import type { Poll } from '../../../../models/contracts/voting.ts';
import { ballotUrl, receiptUrl } from '../../../../models/voting/receipt-link.ts';
import { DownloadLink } from '../../../primitives/DownloadLink.tsx';
import { Icon } from '../../../primitives/Icon.tsx';
import { Link } from '../../../primitives/Link.tsx';
import { Menu } from '../../../primitives/Menu.tsx';
import { download } from '../../../primitives/download.ts';
import styles from './RecordLinks.module.css';
import { electionAddress, recordAddress } from './record-addresses.ts';

/** The result as a file, the record, and where to check it; of a poll whose result is shown. */
export function RecordLinks({ poll }: { poll: Poll }) {
  const { t } = useTranslation('records');
  const { id: pollId, meetingId } = poll;
  const files = [
    ...resultFormats.map((format) => ({
      id: format,
      label: t(`formats.${format}`),
      path: addressOf(resultFile, { meetingId, pollId, format }),
    })),
    { id: 'record', label: t('downloadRecord'), path: recordAddress(meetingId, pollId) },
    ...(poll.trustees
      ? [{ id: 'bel', label: t('downloadElection'), path: electionAddress(meetingId, pollId) }]
      : []),
  ];
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
        items={files.map(({ id, label, path: from }) => ({
          id,
          label,
          onAction: () => download(from),
        }))}
      />
      <Link to={receiptUrl({ meetingId, pollId })} icon={FileSearch} kind="quiet">
        {t('check')}
      </Link>
      {poll.trustees && <CheckElection poll={poll} />}
    </div>
  );
}

/** The public record of a verifiable secret poll: there from opening on, for everyone in the meeting, at any time. */
export function ElectionRecordLinks({ poll }: { poll: Poll }) {
  const { t } = useTranslation('records');
  const { id: pollId, meetingId } = poll;
  if (!poll.trustees || poll.openedAt === null) return null;
  return (
    <div className={styles.links}>
      <DownloadLink icon={Download} href={electionAddress(meetingId, pollId)}>
        {t('downloadBel')}
      </DownloadLink>
      <CheckElection poll={poll} />
    </div>
  );
}

function CheckElection({ poll: { id: pollId, meetingId } }: { poll: Poll }) {
  const { t } = useTranslation('records');
  return (
    <Link to={ballotUrl({ meetingId, pollId })} icon={FileSearch} kind="quiet">
      {t('checkElection')}
    </Link>
  );
}
