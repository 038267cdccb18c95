import { useTranslation } from 'react-i18next';
import {
  type Recording,
  type RecordingGap,
  type TimelineEntry,
  getRecordingTimeline,
} from '../../../models/contracts/recordings.ts';
import { ErrorState } from '../../primitives/ErrorState.tsx';
import { Skeleton } from '../../primitives/Skeleton.tsx';
import { formatDateTime } from '../../primitives/dates.ts';
import { useQueryRoute } from '../../realtime/queries.ts';
import styles from './Recordings.module.css';
import { formatDuration } from './duration.ts';
import { bySpeaker } from './speakers.ts';

/** Who spoke when, a line for each person; the same in words for those who do not see it. */
export function SpeakerTimeline({ recording }: { recording: Recording }) {
  const { t } = useTranslation('recordings');
  const params = { recordingId: recording.id };
  const timeline = useQueryRoute(getRecordingTimeline, { params });
  if (timeline.data === undefined)
    return timeline.isError ? (
      <ErrorState title={t('timelineFailed')} error={timeline.error} onRetry={timeline.refetch} />
    ) : (
      <Skeleton lines={3} />
    );
  return (
    <>
      <Speakers recording={recording} entries={timeline.data.items} />
      <Gaps gaps={timeline.data.gaps} />
    </>
  );
}

function Speakers({
  recording,
  entries,
}: {
  recording: Recording;
  entries: readonly TimelineEntry[];
}) {
  const { t } = useTranslation('recordings');
  const speakers = bySpeaker(entries);
  if (speakers.length === 0) return <p>{t('timelineEmpty')}</p>;
  const label = t('timelineOf', { time: formatDateTime(recording.startedAt) });
  return (
    <ul className={styles.timeline} aria-label={label}>
      {speakers.map(({ personId, fullName, office, seconds, turns }) => (
        <li key={personId} className={styles.speaker}>
          <span className={styles.name}>
            {fullName}
            <span className={styles.office}>{office}</span>
          </span>
          <span className={styles.spoken}>{formatDuration(seconds)}</span>
          <Turns turns={turns} end={recording.seconds ?? 0} />
        </li>
      ))}
    </ul>
  );
}

/** Where in the file something is missing, and how much. */
function Gaps({ gaps }: { gaps: readonly RecordingGap[] }) {
  const { t } = useTranslation('recordings');
  if (gaps.length === 0) return null;
  return (
    <section className={styles.gaps}>
      <h4>{t('gaps')}</h4>
      <ul>
        {gaps.map(({ at, seconds }) => (
          <li key={at}>{t('gap', { at: formatDuration(at), length: formatDuration(seconds) })}</li>
        ))}
      </ul>
    </section>
  );
}

function Turns({ turns, end }: { turns: readonly TimelineEntry[]; end: number }) {
  const { t } = useTranslation('recordings');
  const words = turns.map(({ from, to }) =>
    t('spoke', { from: formatDuration(from), to: formatDuration(to) }),
  );
  return (
    <span className={styles.track}>
      <span className="nt-hidden">{words.join('; ')}</span>
      <svg aria-hidden viewBox={`0 0 ${Math.max(end, 1)} 1`} preserveAspectRatio="none">
        {turns.map(({ from, to }, index) => (
          <rect key={from} x={from} width={to - from} height="1">
            <title>{words[index]}</title>
          </rect>
        ))}
      </svg>
    </span>
  );
}
