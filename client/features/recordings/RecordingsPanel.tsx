import Video from 'lucide-react/icons/video';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../models/ids.ts';
import { EmptyState } from '../../primitives/EmptyState.tsx';
import { ErrorState } from '../../primitives/ErrorState.tsx';
import { Skeleton } from '../../primitives/Skeleton.tsx';
import { RecordingBadge } from './RecordingBadge.tsx';
import { RecordingControl } from './RecordingControl.tsx';
import { RecordingEntry } from './RecordingEntry.tsx';
import styles from './Recordings.module.css';
import { useRecordings } from './useRecordings.ts';

/** The recordings of a meeting, for those who run it; the staff download and delete them. */
export function RecordingsPanel({ meetingId }: { meetingId: Id }) {
  const { t } = useTranslation('recordings');
  const recordings = useRecordings(meetingId);
  const items = recordings.data?.items;
  if (recordings.isError && items === undefined)
    return (
      <ErrorState title={t('loadFailed')} error={recordings.error} onRetry={recordings.refetch} />
    );
  if (items === undefined) return <Skeleton lines={4} />;
  return (
    <section className={styles.panel} aria-label={t('title')}>
      <div className={styles.head}>
        <RecordingControl meetingId={meetingId} />
        <RecordingBadge meetingId={meetingId} />
      </div>
      {items.length === 0 ? (
        <EmptyState icon={Video} title={t('empty')}>
          {t('emptyText')}
        </EmptyState>
      ) : (
        <ol className={styles.list} aria-label={t('list')}>
          {items.map((recording) => (
            <li key={recording.id}>
              <RecordingEntry recording={recording} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
