import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../models/ids.ts';
import { useNow } from '../../primitives/Clock.tsx';
import { formatTime } from '../../primitives/dates.ts';
import { useClockOffset } from '../../realtime/server-clock.ts';
import styles from './RecordingBadge.module.css';
import { formatDuration } from './duration.ts';
import { useRecordingNow } from './useRecordingNow.ts';

/** Tells everyone in the meeting that it is being recorded, and for how long; nothing while it is not. */
export function RecordingBadge({ meetingId }: { meetingId: Id }) {
  const since = useRecordingNow(meetingId);
  return (
    <>
      <Announcement since={since} />
      {since && <Running since={since} />}
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

/** Said once when it begins and once when it ends; whoever comes later hears that it is on. */
function Announcement({ since }: { since: string | null | undefined }) {
  const { t } = useTranslation('recordings');
  const [words, setWords] = useState<'nowAnnounced' | 'endedAnnounced' | null>(null);
  const isOn = typeof since === 'string';
  useEffect(() => {
    // A live region is read out when it changes: it has to stand empty before.
    // oxlint-disable-next-line react/set-state-in-effect
    setWords((before) => (isOn ? 'nowAnnounced' : before && 'endedAnnounced'));
  }, [isOn]);
  return (
    <span className="nt-hidden" role="status">
      {words && t(words)}
    </span>
  );
}
