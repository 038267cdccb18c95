import Users from 'lucide-react/icons/users';
import { useTranslation } from 'react-i18next';
import type { Floor, FloorEntry } from '../../../models/contracts/floor.ts';
import { EmptyState } from '../../primitives/EmptyState.tsx';
import { cx } from '../../primitives/cx.ts';
import { useMe } from '../../realtime/session.tsx';
import styles from './Floor.module.css';
import { RequestWords } from './RequestWords.tsx';
import { RunnerQueue } from './RunnerQueue.tsx';
import type { NameOf } from './names.ts';
import { standingOf } from './queue.ts';

export interface QueueProps {
  floor: Floor;
  nameOf: NameOf;
  /** Whether the signed-in person gives the floor and may change the order. */
  runs: boolean;
}

/** The one queue that everybody sees, in order. */
export function Queue({ floor, nameOf, runs }: QueueProps) {
  const { t } = useTranslation('floor');
  const { waiting } = standingOf(floor);
  return (
    <section className={styles.section} aria-label={t('queue')}>
      <div className={styles.head}>
        <h2>{t('queue')}</h2>
        {waiting.length > 0 && (
          <span className={styles.soft}>{t('queueCount', { count: waiting.length })}</span>
        )}
      </div>
      {waiting.length === 0 && (
        <EmptyState icon={Users} title={t('queueEmpty')}>
          {t('queueEmptyText')}
        </EmptyState>
      )}
      {waiting.length > 0 &&
        (runs ? (
          <RunnerQueue floor={floor} waiting={waiting} nameOf={nameOf} />
        ) : (
          <PlainQueue waiting={waiting} nameOf={nameOf} />
        ))}
    </section>
  );
}

interface PlainQueueProps {
  waiting: readonly FloorEntry[];
  nameOf: NameOf;
}

function PlainQueue({ waiting, nameOf }: PlainQueueProps) {
  const { personId } = useMe();
  return (
    <ol className={styles.queue}>
      {waiting.map((entry, at) => (
        <li
          key={entry.id}
          className={cx(styles.request, entry.personId === personId && styles.mine)}
        >
          <span className={styles.number}>{at + 1}</span>
          <RequestWords entry={entry} nameOf={nameOf} />
        </li>
      ))}
    </ol>
  );
}
