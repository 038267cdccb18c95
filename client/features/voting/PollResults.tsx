import Vote from 'lucide-react/icons/vote';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../models/ids.ts';
import { EmptyState } from '../../primitives/EmptyState.tsx';
import { ErrorState } from '../../primitives/ErrorState.tsx';
import { Skeleton } from '../../primitives/Skeleton.tsx';
import { PollCard } from './PollCard.tsx';
import styles from './control/PollControl.module.css';
import { usePolls } from './usePolls.ts';

/** The polls of a meeting with their results, for those who do not run them. */
export function PollResults({ meetingId }: { meetingId: Id }) {
  const { t } = useTranslation('voting');
  const polls = usePolls(meetingId);
  if (polls.data === undefined)
    return polls.isError ? (
      <ErrorState title={t('loadFailed')} error={polls.error} onRetry={polls.refetch} />
    ) : (
      <Skeleton lines={5} />
    );
  if (polls.data.items.length === 0)
    return (
      <EmptyState icon={Vote} title={t('emptyTitle')}>
        {t('emptyMember')}
      </EmptyState>
    );
  return (
    <section className={styles.control} aria-label={t('title')}>
      <h2>{t('title')}</h2>
      <ol className={styles.polls}>
        {polls.data.items.map((poll) => (
          <PollCard key={poll.id} poll={poll} polls={polls.data.items} />
        ))}
      </ol>
    </section>
  );
}
