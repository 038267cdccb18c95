import CircleCheck from 'lucide-react/icons/circle-check';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MyPoll, MyVote } from '../../../../models/contracts/voting.ts';
import type { Id } from '../../../../models/ids.ts';
import { StatusBadge } from '../../../primitives/Badge.tsx';
import { Button } from '../../../primitives/Button.tsx';
import { Notice } from '../../../primitives/Notice.tsx';
import { isRefusal } from '../../../realtime/refusal.ts';
import styles from './Ballot.module.css';
import { BallotForm, BallotProblem } from './BallotForm.tsx';
import { SecretLimits } from './BallotHelp.tsx';
import { BallotReceipt } from './BallotReceipt.tsx';
import { EncryptedBallot } from './EncryptedBallot.tsx';
import { HandRaise } from './HandRaise.tsx';
import { NotOnRoll } from './NotOnRoll.tsx';
import { type Ballot, useBallot } from './useBallot.ts';

/** All that the person may vote in a poll: their own vote, then those of whom they stand in for, one after the other. */
export function BallotVotes({ poll }: { poll: MyPoll }) {
  const { t } = useTranslation('ballot');
  const { votes, state } = poll;
  const [pickedId, pick] = useState<Id | null>(null);
  const waiting = votes.filter(({ receipt }) => receipt === null);
  const now = waiting.find(({ voterId }) => voterId === pickedId) ?? waiting[0];
  const isOpen = state === 'open';
  const [first] = votes;
  if (first === undefined) return isOpen ? <NotOnRoll poll={poll} /> : null;
  const isAlone = votes.length === 1 && !first.onBehalf;
  return (
    <div className={styles.votes}>
      {isOpen && !isAlone && (
        <p className={styles.lead}>
          {first.onBehalf ? t('behalfTitle') : t('severalTitle', { count: votes.length })}
        </p>
      )}
      {poll.trustees ? (
        <EncryptedBallot poll={poll} vote={first} />
      ) : (
        votes.map((vote) => (
          <BallotVote
            key={vote.voterId}
            poll={poll}
            vote={vote}
            isAlone={isAlone}
            isNow={vote === now}
            onPick={() => pick(vote.voterId)}
          />
        ))
      )}
      {isOpen && poll.secrecy === 'secret' && !poll.trustees && <SecretLimits />}
    </div>
  );
}

interface BallotVoteProps {
  poll: MyPoll;
  vote: MyVote;
  /** The person's own and only vote: it needs no heading. */
  isAlone: boolean;
  /** The one to fill in now. */
  isNow: boolean;
  onPick: () => void;
}

/** One vote from the first mark to the receipt; it stands for as long as the poll is shown. */
function BallotVote({ poll, vote, isAlone, isNow, onPick }: BallotVoteProps) {
  const ballot = useBallot(poll, vote);
  const place = useRef<HTMLDivElement>(null);
  useFocusOnRecord(place, ballot.phase);
  const isOpen = poll.state === 'open';
  const isUnderWay = ballot.phase === 'sending' || ballot.phase === 'unsure' || ballot.isChange;
  return (
    <div ref={place} tabIndex={-1} className={styles.vote}>
      {!isAlone && <VoteHead vote={vote} isLater={isOpen && !isNow} onPick={onPick} />}
      {!isOpen ? (
        <Over poll={poll} vote={vote} ballot={ballot} />
      ) : ballot.phase === 'recorded' && vote.receipt ? (
        <BallotReceipt poll={poll} vote={vote} receipt={vote.receipt} onChange={ballot.mark} />
      ) : (
        (isNow || isUnderWay) && <Fields poll={poll} vote={vote} ballot={ballot} />
      )}
    </div>
  );
}

interface FieldsProps {
  poll: MyPoll;
  vote: MyVote;
  ballot: Ballot;
}

/** Raising a hand needs no confirmation: nothing is decided by it, and everybody sees it. */
const Fields = (props: FieldsProps) => {
  const { binding, secrecy, paper } = props.poll;
  const isHandRaise = !binding && secrecy === 'open' && paper.kind === 'motion';
  return isHandRaise ? <HandRaise {...props} /> : <BallotForm {...props} />;
};

/** Once the poll is over: the receipt, or why there is none. */
function Over({ poll, vote, ballot }: FieldsProps): ReactNode {
  const { t } = useTranslation('ballot');
  if (ballot.phase === 'choosing' && isRefusal(ballot.error, 'poll_not_open'))
    return (
      <Notice tone="attention" title={t('refusedTitle')}>
        {t('tooLate')}
      </Notice>
    );
  if (ballot.phase === 'unsure' || ballot.phase === 'sending')
    return <BallotProblem poll={poll} ballot={ballot} />;
  return vote.receipt && <BallotReceipt poll={poll} vote={vote} receipt={vote.receipt} />;
}

interface VoteHeadProps {
  vote: MyVote;
  isLater: boolean;
  onPick: () => void;
}

function VoteHead({ vote, isLater, onPick }: VoteHeadProps) {
  const { t } = useTranslation('ballot');
  return (
    <div className={styles.voteHead}>
      <h3>{vote.onBehalf ? t('behalf', { name: vote.fullName }) : t('own')}</h3>
      {vote.receipt ? (
        <StatusBadge meaning="for" icon={CircleCheck}>
          {t('done')}
        </StatusBadge>
      ) : (
        isLater && <Button onPress={onPick}>{t('voteNow')}</Button>
      )}
    </div>
  );
}

/** The form goes when the ballot is recorded; the focus stays with what comes in its place. */
function useFocusOnRecord(place: { current: HTMLElement | null }, phase: Ballot['phase']) {
  const before = useRef(phase);
  useEffect(() => {
    if (phase === 'recorded' && before.current === 'sending')
      place.current?.focus({ preventScroll: true });
    before.current = phase;
  }, [place, phase]);
}
