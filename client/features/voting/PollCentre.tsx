import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { MyPoll } from '../../../models/contracts/voting.ts';
import { Notice } from '../../primitives/Notice.tsx';
import { isRefusal } from '../../realtime/refusal.ts';
import { useMe } from '../../realtime/session.tsx';
import { Ballot } from './Ballot.tsx';
import styles from './PollCentre.module.css';
import { PollQuestion } from './PollQuestion.tsx';
import { VerdictView } from './VerdictView.tsx';
import { type Ballot as BallotState, useBallot } from './useBallot.ts';

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
