import CirclePause from 'lucide-react/icons/circle-pause';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../models/ids.ts';
import { useNow } from '../../primitives/Clock.tsx';
import { Icon } from '../../primitives/Icon.tsx';
import { formatTime } from '../../primitives/dates.ts';
import { useClockOffset } from '../../realtime/server-clock.ts';
import styles from './RecordingBadge.module.css';
import { formatDuration } from './duration.ts';
import { useRecordingNow } from './useRecordingNow.ts';

/** Tells everyone in the meeting that it is being recorded, and for how long; nothing while it is not. */
export function RecordingBadge({ meetingId }: { meetingId: Id }) {
  const { since, waiting = false } = useRecordingNow(meetingId) ?? {};
  return (
    <>
      <Announcement words={wordsFor(since, waiting)} />
      {since && (waiting ? <Waiting since={since} /> : <Running since={since} />)}
    </>
  );
}

function Running({ since }: { since: string }) {
  const { t } = useTranslation('recordings');
  const now = useNow(useClockOffset());
  return (
    <span className={styles.badge} title={t('since', { time: formatTime(since) })}>
      <span className={styles.dot} aria-hidden />
      {t('now')}
      <time className={styles.time}>{formatDuration((now - Date.parse(since)) / 1000)}</time>
    </span>
  );
}

function Waiting({ since }: { since: string }) {
  const { t } = useTranslation('recordings');
  return (
    <span className={styles.badge} title={t('since', { time: formatTime(since) })}>
      <Icon of={CirclePause} />
      {t('waiting')}
    </span>
  );
}

const wordsFor = (since: string | null | undefined, waiting: boolean) =>
  typeof since !== 'string' ? null : waiting ? 'waitingAnnounced' : 'nowAnnounced';

/** Said once when it begins, waits, goes on and ends; whoever comes later hears that it is on. */
function Announcement({ words }: { words: ReturnType<typeof wordsFor> }) {
  const { t } = useTranslation('recordings');
  const [said, say] = useState<NonNullable<typeof words> | 'endedAnnounced' | null>(null);
  useEffect(() => {
    // A live region is read out when it changes: it has to stand empty before.
    // oxlint-disable-next-line react/set-state-in-effect
    say((before) => words ?? (before && 'endedAnnounced'));
  }, [words]);
  return (
    <span className="nt-hidden" role="status">
      {said && t(said)}
    </span>
  );
}
