import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { pollReminded } from '../../../models/contracts/voting-acts.ts';
import type { MyPoll } from '../../../models/contracts/voting.ts';
import { Notice } from '../../primitives/Notice.tsx';
import { ProgressBar } from '../../primitives/ProgressBar.tsx';
import { showToast } from '../../primitives/toasts.ts';
import { useIsCounting } from '../../realtime/counting.ts';
import { useNotice } from '../../realtime/provider.tsx';
import { BallotHelp } from './ballot/BallotHelp.tsx';
import { BallotVotes } from './ballot/BallotVotes.tsx';
import styles from './PollCentre.module.css';
import { PollQuestion } from './PollQuestion.tsx';
import { CountingWords } from './verifiable/CountingWords.tsx';
import { VerdictView } from './verdict/VerdictView.tsx';
import { waitsForWord } from './polls.ts';

interface PollCentreProps {
  poll: MyPoll;
  /** Beside a result, such as a button to leave it. */
  aside?: ReactNode;
}

/** A poll alone. It stays the same over opening and closing, so that a ballot on its way is not forgotten. */
export function PollCentre({ poll, aside }: PollCentreProps) {
  const { t } = useTranslation('ballot');
  const place = useRef<HTMLElement>(null);
  const isOpen = poll.state === 'open';
  // Called open until its result is there, although nobody votes any more.
  const isCounting = useIsCounting(poll);
  useTakeCentre(place, poll.state);
  useReminder(place, poll);
  return (
    <section
      ref={place}
      className={styles.centre}
      tabIndex={-1}
      aria-label={t('region', { number: poll.number })}
    >
      {!isOpen && aside}
      <PollQuestion poll={poll} />
      {isOpen && !isCounting && <BallotHelp poll={poll} />}
      {isCounting && <CountingWords poll={poll} />}
      <BallotVotes poll={isCounting ? { ...poll, state: 'closed' } : poll} />
      {isOpen && !isCounting && <Turnout poll={poll} />}
      {!isOpen && <Decided poll={poll} />}
    </section>
  );
}

function Turnout({ poll }: { poll: MyPoll }) {
  const { t } = useTranslation('ballot');
  const { cast, voters, votes, reveal, verdict } = poll;
  const hasVoted = votes.length > 0 && votes.every(({ receipt }) => receipt !== null);
  return (
    <div className={styles.turnout}>
      <ProgressBar
        label={t('turnout')}
        value={cast}
        max={Math.max(voters, 1)}
        text={`${cast}/${voters}`}
      />
      {verdict ? (
        <VerdictView poll={poll} verdict={verdict} />
      ) : (
        hasVoted && (
          <p className={styles.help}>{t(reveal === 'announcing' ? 'waitAnnouncing' : 'wait')}</p>
        )
      )}
    </div>
  );
}

function Decided({ poll }: { poll: MyPoll }) {
  const { t } = useTranslation(['ballot', 'voting']);
  const { cast, voters, voidReason, state, verdict } = poll;
  if (state === 'void' && voidReason !== null)
    return (
      <Notice tone="attention" title={t('state.void', { ns: 'voting' })}>
        {t('voidReason', { ns: 'voting', reason: voidReason })}
      </Notice>
    );
  if (waitsForWord(poll))
    return <Notice title={t('counted')}>{t('countedText', { cast, voters })}</Notice>;
  return state === 'closed' && verdict ? <VerdictView poll={poll} verdict={verdict} /> : null;
}

type Place = RefObject<HTMLElement | null>;

/** A ballot that opens, and its result, come into view and take the focus, unless the person is typing. */
function useTakeCentre(place: Place, state: MyPoll['state']) {
  const seen = useRef<MyPoll['state'] | null>(state === 'open' ? null : state);
  useEffect(() => {
    if (seen.current === state) return;
    seen.current = state;
    takeCentre(place);
  }, [place, state]);
}

/** Someone who runs the vote asks for the ballot: says so, and brings it back into view. */
function useReminder(place: Place, { id, question }: MyPoll) {
  const { t } = useTranslation('ballot');
  useNotice(pollReminded, ({ pollId }) => {
    if (pollId !== id) return;
    showToast(t('reminded', { question }), { tone: 'attention' });
    takeCentre(place);
  });
}

function takeCentre(place: Place) {
  const busy = document.activeElement?.closest(
    'input, textarea, [role="dialog"], [role="alertdialog"]',
  );
  if (busy && !place.current?.contains(busy)) return;
  place.current?.focus({ preventScroll: true });
  place.current?.scrollIntoView({ block: 'start' });
}
