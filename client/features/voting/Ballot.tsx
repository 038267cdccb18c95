import Send from 'lucide-react/icons/send';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MyPoll } from '../../../models/contracts/voting.ts';
import { Button } from '../../primitives/Button.tsx';
import { ErrorNotice } from '../../primitives/ErrorNotice.tsx';
import { Notice } from '../../primitives/Notice.tsx';
import { ProgressBar } from '../../primitives/ProgressBar.tsx';
import { isRefusal } from '../../realtime/refusal.ts';
import styles from './Ballot.module.css';
import { BallotChoices } from './BallotChoices.tsx';
import { BallotReceipt } from './BallotReceipt.tsx';
import { NotOnRoll } from './NotOnRoll.tsx';
import { PollQuestion } from './PollQuestion.tsx';
import type { Ballot as BallotState } from './useBallot.ts';
import { ruleWords } from './verdict-words.ts';

interface BallotProps {
  poll: MyPoll;
  ballot: BallotState;
}

/** The one calm screen of an open vote: question, choices, send, recorded. */
export function Ballot({ poll, ballot }: BallotProps) {
  const { t } = useTranslation('voting');
  return (
    <section className={styles.ballot} aria-label={t('ballot.region', { number: poll.number })}>
      <PollQuestion poll={poll} />
      <p className={styles.help}>
        {ruleWords(t, poll.ruleSet)} {t('ballot.openVote')}
      </p>
      {poll.myReceipt ? (
        <BallotReceipt receipt={poll.myReceipt} />
      ) : poll.mayVote ? (
        <BallotForm ballot={ballot} />
      ) : (
        <NotOnRoll poll={poll} />
      )}
      <div className={styles.turnout}>
        <ProgressBar
          label={t('ballot.turnout')}
          value={poll.cast}
          max={Math.max(poll.voters, 1)}
          text={`${poll.cast}/${poll.voters}`}
        />
        {poll.myReceipt && <p className={styles.help}>{t('ballot.wait')}</p>}
      </div>
    </section>
  );
}

function BallotForm({ ballot }: { ballot: BallotState }) {
  const { t } = useTranslation(['voting', 'common']);
  const [isAskedToChoose, askToChoose] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const { phase, choice } = ballot;
  const submit = async () => {
    if (choice !== null) return ballot.cast();
    askToChoose(true);
    form.current?.querySelector('input')?.focus();
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
      <BallotChoices value={choice} onChange={ballot.choose} isDisabled={phase !== 'choosing'} />
      <div className={styles.send}>
        <Button
          kind="primary"
          size="large"
          icon={Send}
          type="submit"
          isPending={phase === 'sending'}
        >
          {phase === 'unsure' ? t('ballot.again') : t('ballot.cast')}
        </Button>
        <p className={styles.help} role="status">
          {phase === 'sending' && t('ballot.sending')}
          {phase === 'choosing' && choice !== null && t('ballot.final')}
          {phase === 'choosing' && choice === null && (
            <span className={isAskedToChoose ? styles.asked : undefined}>{t('ballot.choose')}</span>
          )}
        </p>
      </div>
      <BallotProblem ballot={ballot} />
    </form>
  );
}

/** What became of the last attempt, when it did not end with a receipt. */
function BallotProblem({ ballot: { phase, choice, error } }: { ballot: BallotState }) {
  const { t } = useTranslation(['voting', 'common']);
  if (phase === 'unsure' && choice !== null)
    return (
      <Notice tone="attention" title={t('ballot.unsureTitle')}>
        {t('ballot.unsure', { choice: t(choice, { ns: 'common' }) })}
      </Notice>
    );
  if (phase !== 'choosing' || error === null || isRefusal(error, 'already_voted')) return null;
  return <ErrorNotice error={error} />;
}
