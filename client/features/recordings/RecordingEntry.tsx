import ChartGantt from 'lucide-react/icons/chart-gantt';
import Circle from 'lucide-react/icons/circle';
import Download from 'lucide-react/icons/download';
import Trash2 from 'lucide-react/icons/trash-2';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type Recording,
  type RecordingState,
  deleteRecording,
  listRecordings,
  recordingFile,
} from '../../../models/contracts/recordings.ts';
import { addressOf } from '../../../models/contracts/route.ts';
import { type Meaning, StatusBadge } from '../../primitives/Badge.tsx';
import { Button } from '../../primitives/Button.tsx';
import { ConfirmDialog } from '../../primitives/ConfirmDialog.tsx';
import { DownloadLink } from '../../primitives/DownloadLink.tsx';
import { Notice } from '../../primitives/Notice.tsx';
import { formatDate, formatDateTime } from '../../primitives/dates.ts';
import { showToast } from '../../primitives/toasts.ts';
import { useMutationRoute } from '../../realtime/queries.ts';
import { useMe } from '../../realtime/session.tsx';
import styles from './Recordings.module.css';
import { SpeakerTimeline } from './SpeakerTimeline.tsx';
import { formatBytes, formatDuration } from './duration.ts';

const meanings: Record<RecordingState, Meaning> = {
  running: 'attention',
  finishing: 'neutral',
  ready: 'for',
  failed: 'against',
  deleted: 'neutral',
};

/** One recording: when, how long, how it stands, and what can be done with it. */
export function RecordingEntry({ recording }: { recording: Recording }) {
  const { t } = useTranslation('recordings');
  const { isStaff } = useMe();
  const { id, state, startedAt, endedBecause, failure } = recording;
  const [shown, show] = useState<'timeline' | 'delete' | null>(null);
  return (
    <article className={styles.entry}>
      <header className={styles.head}>
        <h3 className={styles.time}>{formatDateTime(startedAt)}</h3>
        <StatusBadge meaning={meanings[state]} {...(state === 'running' && { icon: Circle })}>
          {t(`state.${state}`)}
        </StatusBadge>
      </header>
      <Facts recording={recording} />
      {endedBecause !== null && state !== 'deleted' && (
        <Notice tone="attention">{t(`endedBecause.${endedBecause}`)}</Notice>
      )}
      {state === 'failed' && (
        <Notice tone="attention">{t(`failedText.${failure ?? 'unreadable'}`)}</Notice>
      )}
      {isStaff && (state === 'ready' || state === 'failed') && (
        <div className={styles.acts}>
          {state === 'failed' && failure !== 'nothing_recorded' && (
            <DownloadLink href={addressOf(recordingFile, { recordingId: id })} icon={Download}>
              {t('downloadParts')}
            </DownloadLink>
          )}
          {state === 'ready' && (
            <>
              <DownloadLink href={addressOf(recordingFile, { recordingId: id })} icon={Download}>
                {t('download')}
              </DownloadLink>
              <Button
                icon={ChartGantt}
                onPress={() => show(shown === 'timeline' ? null : 'timeline')}
              >
                {t('timeline')}
              </Button>
            </>
          )}
          <Button kind="quiet" icon={Trash2} onPress={() => show('delete')}>
            {t('delete')}
          </Button>
        </div>
      )}
      {shown === 'timeline' && state === 'ready' && <SpeakerTimeline recording={recording} />}
      {shown === 'delete' && <DeleteDialog recording={recording} onClose={() => show(null)} />}
    </article>
  );
}

function Facts({ recording }: { recording: Recording }) {
  const { t, i18n } = useTranslation('recordings');
  const { startedByName, seconds, bytes, state, deleteAt } = recording;
  const facts = [
    [t('startedBy'), startedByName],
    [t('length'), seconds === null ? null : formatDuration(seconds)],
    [t('size'), bytes === null || state === 'deleted' ? null : formatBytes(bytes, i18n.language)],
    [t('deleteAt'), state === 'ready' ? goesOn(deleteAt, t('keptForEver')) : null],
  ] as const;
  return (
    <dl className={styles.facts}>
      {facts.map(
        ([name, fact]) =>
          fact !== null && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{fact}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

const goesOn = (deleteAt: string | null, never: string): string =>
  deleteAt === null ? never : formatDate(deleteAt);

function DeleteDialog({ recording, onClose }: { recording: Recording; onClose: () => void }) {
  const { t } = useTranslation('recordings');
  const remove = useMutationRoute(deleteRecording, { invalidates: [listRecordings] });
  const confirm = async () => {
    await remove.mutateAsync({ params: { recordingId: recording.id } });
    showToast(t('deleted'));
  };
  return (
    <ConfirmDialog
      isOpen
      kind="danger"
      onClose={onClose}
      title={t('deleteTitle', { time: formatDateTime(recording.startedAt) })}
      confirmLabel={t('delete')}
      onConfirm={confirm}
    >
      <p>{t('deleteText')}</p>
    </ConfirmDialog>
  );
}
