import Send from 'lucide-react/icons/send';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Marks } from '../../../../models/contracts/ballots.ts';
import type { MyPoll, MyVote } from '../../../../models/contracts/voting.ts';
import { Button } from '../../../primitives/Button.tsx';
import { ErrorNotice } from '../../../primitives/ErrorNotice.tsx';
import { Notice } from '../../../primitives/Notice.tsx';
import { isRefusal } from '../../../realtime/refusal.ts';
import styles from './Ballot.module.css';
import { BallotFields } from './BallotFields.tsx';
import { type Lack, blankMarks, lackOf } from './marks.ts';
import type { Ballot } from './useBallot.ts';
import { useMarksWords } from '../useWords.ts';

interface BallotFormProps {
  poll: MyPoll;
  vote: MyVote;
  ballot: Ballot;
  /** How far it is while it is sent; the usual words else. */
  status?: ReactNode;
  /** Beside the button, once the marks are complete. */
  beside?: (marks: Marks) => ReactNode;
}

/** Mark, read once more what is marked, send. */
export function BallotForm({ poll, vote, ballot, status, beside }: BallotFormProps) {
  const { t } = useTranslation('ballot');
  const [isAsked, ask] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const { phase, isChange } = ballot;
  const marks = ballot.marks ?? blankMarks(poll.paper);
  const lack = lackOf(poll.paper, marks);
  const submit = async () => {
    if (lack === null && marks !== null) return ballot.cast(marks);
    ask(true);
    form.current?.querySelector<HTMLElement>('input:not(:checked), button')?.focus();
    return undefined;
  };
  return (
    <form
      ref={form}
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <BallotFields
        paper={poll.paper}
        ruleSet={poll.ruleSet}
        value={ballot.marks}
        onChange={ballot.mark}
        isDisabled={phase !== 'choosing'}
      />
      <div className={styles.send}>
        {lack === null && <Review poll={poll} vote={vote} marks={marks} />}
        <div className={styles.sendRow}>
          <Button
            kind="primary"
            size="large"
            icon={Send}
            type="submit"
            isPending={phase === 'sending'}
          >
            {phase === 'unsure' ? t('again') : t(isChange ? 'castChange' : 'cast')}
          </Button>
          {isChange && phase === 'choosing' && (
            <Button kind="quiet" onPress={ballot.drop}>
              {t('keep')}
            </Button>
          )}
          {lack === null && marks !== null && beside?.(marks)}
          <p className={styles.help} role="status">
            {phase === 'sending' && status === undefined && t('sending')}
            {phase === 'choosing' && lack && <LackWords lack={lack} isAsked={isAsked} />}
            {phase === 'choosing' && lack === null && t(mayChange(poll) ? 'changeable' : 'final')}
          </p>
        </div>
        {phase === 'sending' && status}
      </div>
      <BallotProblem poll={poll} ballot={ballot} />
    </form>
  );
}

/** A secret ballot, kept without its voter, can never be changed; an encrypted one is known by its credential. */
export const mayChange = ({ ruleSet, secrecy, trustees }: MyPoll): boolean =>
  Boolean(trustees) || (ruleSet.changeable && secrecy === 'open');

interface ReviewProps {
  poll: MyPoll;
  vote: MyVote;
  marks: Ballot['marks'];
}

/** What is about to be sent, in words. */
function Review({ poll, vote: { onBehalf, fullName }, marks }: ReviewProps) {
  const { t } = useTranslation('ballot');
  const words = useMarksWords();
  if (marks === null) return null;
  return (
    <p className={styles.review}>
      {onBehalf ? t('reviewFor', { name: fullName }) : t('review')}{' '}
      <strong>{words(poll, marks)}</strong>
    </p>
  );
}

function LackWords({ lack, isAsked }: { lack: Lack; isAsked: boolean }) {
  const { t } = useTranslation('ballot');
  const words =
    'count' in lack ? t(`missing.${lack.kind}`, { count: lack.count }) : t(`missing.${lack.kind}`);
  return <span className={isAsked ? styles.asked : undefined}>{words}</span>;
}

/** What became of the last attempt, when it did not end with a receipt. */
export function BallotProblem({ poll, ballot }: Pick<BallotFormProps, 'poll' | 'ballot'>) {
  const { t } = useTranslation('ballot');
  const words = useMarksWords();
  const { phase, marks, error } = ballot;
  if (phase === 'unsure' && marks !== null)
    return (
      <Notice tone="attention" title={t('unsureTitle')}>
        {t('unsure', { marks: words(poll, marks) })}
      </Notice>
    );
  if (phase !== 'choosing' || error === null || isRefusal(error, 'already_voted')) return null;
  return <ErrorNotice error={error} />;
}
