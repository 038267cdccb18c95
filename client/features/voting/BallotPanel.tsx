import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import Vote from 'lucide-react/icons/vote';
import type { MyPoll } from '../../../models/contracts/voting.ts';
import type { Id } from '../../../models/ids.ts';
import { EmptyState } from '../../primitives/EmptyState.tsx';
import { ErrorState } from '../../primitives/ErrorState.tsx';
import { Notice } from '../../primitives/Notice.tsx';
import { Skeleton } from '../../primitives/Skeleton.tsx';
import { isRefusal } from '../../realtime/refusal.ts';
import { useMe } from '../../realtime/session.tsx';
import { Ballot } from './Ballot.tsx';
import styles from './BallotPanel.module.css';
import { PollQuestion } from './PollQuestion.tsx';
import { VerdictView } from './VerdictView.tsx';
import { lastOpenedOf, openPollOf } from './polls.ts';
import { type Ballot as BallotState, useBallot } from './useBallot.ts';
import { usePolls } from './usePolls.ts';

export interface BallotPanelProps {
  meetingId: Id;
}

/** What stands in the centre of a vote: the open ballot, else the result announced last. */
export function BallotPanel({ meetingId }: BallotPanelProps) {
  const { t } = useTranslation('voting');
  const polls = usePolls(meetingId);
  if (polls.data === undefined)
    return polls.isError ? (
      <ErrorState title={t('loadFailed')} error={polls.error} onRetry={polls.refetch} />
    ) : (
      <Skeleton lines={4} />
    );
  const poll = openPollOf(polls.data.items) ?? lastOpenedOf(polls.data.items);
  if (poll === undefined)
    return (
      <EmptyState icon={Vote} title={t('emptyTitle')}>
        {t('emptyMember')}
      </EmptyState>
    );
  return <PollCentre key={poll.id} poll={poll} />;
}

interface PollCentreProps {
  poll: MyPoll;
  /** Beside a result, such as a button to leave it. */
  aside?: ReactNode;
}

/** Stays the same over opening and closing, so that a ballot on its way is not forgotten. */
export function PollCentre({ poll, aside }: PollCentreProps) {
  const ballot = useBallot(poll, useMe().personId);
  const place = useRef<HTMLDivElement>(null);
  useTakeCentre(place, poll.state);
  return (
    <div ref={place} className={styles.centre} tabIndex={-1}>
      {poll.state === 'open' ? (
        <Ballot poll={poll} ballot={ballot} />
      ) : (
        <Decided poll={poll} ballot={ballot} aside={aside} />
      )}
    </div>
  );
}

function Decided({ poll, ballot, aside }: PollCentreProps & { ballot: BallotState }) {
  const { t } = useTranslation('voting');
  const { phase, error } = ballot;
  return (
    <div className={styles.decided}>
      {aside}
      <PollQuestion poll={poll} />
      {phase === 'choosing' && isRefusal(error, 'poll_not_open') && (
        <Notice tone="attention" title={t('ballot.refusedTitle')}>
          {t('ballot.tooLate')}
        </Notice>
      )}
      {poll.state === 'void' && poll.voidReason !== null && (
        <Notice tone="attention" title={t('state.void')}>
          {t('voidReason', { reason: poll.voidReason })}
        </Notice>
      )}
      {poll.state === 'closed' && poll.verdict && (
        <VerdictView poll={poll} verdict={poll.verdict} />
      )}
    </div>
  );
}

/** A ballot that opens, and its result, come into view and take the focus, unless the person is typing. */
function useTakeCentre(place: { current: HTMLElement | null }, state: MyPoll['state']) {
  const seen = useRef<MyPoll['state'] | null>(state === 'open' ? null : state);
  useEffect(() => {
    if (seen.current === state) return;
    seen.current = state;
    const busy = document.activeElement?.closest(
      'input, textarea, [role="dialog"], [role="alertdialog"]',
    );
    if (busy && !place.current?.contains(busy)) return;
    place.current?.focus({ preventScroll: true });
    place.current?.scrollIntoView({ block: 'start' });
  }, [place, state]);
}
