import { useTranslation } from 'react-i18next';
import type { FloorEntry } from '../../../models/contracts/floor.ts';
import type { Id } from '../../../models/ids.ts';
import { ErrorState } from '../../primitives/ErrorState.tsx';
import { Skeleton } from '../../primitives/Skeleton.tsx';
import { formatTime } from '../../primitives/dates.ts';
import { clockText } from '../../primitives/timing.ts';
import styles from './Floor.module.css';
import { KindBadge } from './KindBadge.tsx';
import type { NameOf } from './names.ts';
import { useSpeeches } from './useFloor.ts';

/** Who has spoken in this meeting, when and for how long. */
export function Speeches({ meetingId, nameOf }: { meetingId: Id; nameOf: NameOf }) {
  const { t } = useTranslation('floor');
  const speeches = useSpeeches(meetingId);
  const ended = speeches.data?.items.filter(({ endedAt }) => endedAt !== null);
  return (
    <section className={styles.section} aria-label={t('speeches')}>
      <h2>{t('speeches')}</h2>
      {ended === undefined && speeches.isError && (
        <ErrorState title={t('speechesFailed')} error={speeches.error} onRetry={speeches.refetch} />
      )}
      {ended === undefined && !speeches.isError && <Skeleton lines={3} />}
      {ended?.length === 0 && <p className={styles.soft}>{t('speechesEmpty')}</p>}
      {ended !== undefined && ended.length > 0 && (
        <ol className={styles.speeches}>
          {ended.map((entry) => (
            <Speech key={entry.id} entry={entry} nameOf={nameOf} />
          ))}
        </ol>
      )}
    </section>
  );
}

function Speech({ entry, nameOf }: { entry: FloorEntry; nameOf: NameOf }) {
  const { t } = useTranslation('floor');
  const { personId, kind, topic, startedAt, endedAt, spokenMs } = entry;
  return (
    <li className={styles.speech}>
      <p className={styles.name}>{nameOf(personId).name}</p>
      {topic && <p className={styles.topic}>{topic}</p>}
      <p className={styles.facts}>
        <KindBadge kind={kind} />
        <span>
          {t('speechTimes', {
            from: formatTime(startedAt ?? '', { seconds: true }),
            to: formatTime(endedAt ?? '', { seconds: true }),
            length: clockText(spokenMs / 1000),
          })}
        </span>
      </p>
    </li>
  );
}
