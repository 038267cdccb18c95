import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { MyElection } from '../../../../models/contracts/elections.ts';
import type { MyPoll, MyVote } from '../../../../models/contracts/voting.ts';
import { Button } from '../../../primitives/Button.tsx';
import { ErrorNotice } from '../../../primitives/ErrorNotice.tsx';
import { ErrorState } from '../../../primitives/ErrorState.tsx';
import { Notice } from '../../../primitives/Notice.tsx';
import { Skeleton } from '../../../primitives/Skeleton.tsx';
import type { EncryptedVoteProps } from '../../../realtime/encrypted-vote.ts';
import { useElection } from '../../../realtime/election.ts';
import { isRefusal } from '../../../realtime/refusal.ts';
import { EncryptedReceipt } from './EncryptedReceipt.tsx';
import { Encrypting } from './Encrypting.tsx';
import { TrialBallot } from './TrialBallot.tsx';
import { TrusteesTrust } from './TrusteesTrust.tsx';
import styles from './Voter.module.css';
import type { KeptVoter } from './kept-voter.ts';
import { setupProblem } from './setup-check.ts';
import { type EncryptedBallot, useEncryptedBallot } from './useEncryptedBallot.ts';
import { type KeptState, useKeptVoter } from './useKeptVoter.ts';

/** What is known of an open election is large, and a whole hall reads it; milliseconds. */
const withinMs = 2000;

/** A vote in a poll with trustees: encrypted here, by the credential that this browser keeps. */
export function EncryptedVote(props: EncryptedVoteProps) {
  const { t } = useTranslation('elections');
  const { poll, vote } = props;
  const query = useElection(poll, { withinMs });
  const voter = useKeptVoter(poll.id);
  const { data: election } = query;
  if (election === undefined)
    return query.isError ? (
      <ErrorState title={t('voter.loadFailed')} error={query.error} onRetry={query.refetch} />
    ) : (
      <Skeleton lines={4} />
    );
  if (voter.status === 'loading') return <Skeleton lines={4} />;
  const own = voter.kept?.uuid === election.uuid ? voter.kept : null;
  return (
    <div className={styles.vote}>
      {own !== null && election.setup !== null ? (
        <Own {...props} election={election} setup={election.setup} kept={own} keep={voter.change} />
      ) : (
        <NotHere poll={poll} vote={vote} isDenied={voter.status === 'denied'} />
      )}
      {poll.state === 'open' && <TrusteesTrust poll={poll} election={election} />}
    </div>
  );
}

/** Without a credential, this browser can do nothing; what was recorded elsewhere is said all the same. */
function NotHere({ poll, vote, isDenied }: { poll: MyPoll; vote: MyVote; isDenied: boolean }) {
  const { t } = useTranslation('elections');
  if (vote.receipt !== null)
    return (
      <Notice tone="success" title={t('voter.recordedElsewhere')}>
        {t('voter.recordedElsewhereText')}
      </Notice>
    );
  if (poll.state !== 'open') return null;
  return (
    <Notice tone="attention" title={t(isDenied ? 'voter.readiness.denied' : 'voter.notHere')}>
      {t(isDenied ? 'voter.readinessText.denied' : 'voter.notHereText')}
    </Notice>
  );
}

interface OwnProps extends EncryptedVoteProps {
  election: MyElection;
  setup: NonNullable<MyElection['setup']>;
  kept: KeptVoter;
  keep: KeptState['change'];
}

function Own(props: OwnProps) {
  const { poll, election, setup, kept, keep, onSealed } = props;
  const { t } = useTranslation('elections');
  const ballot = useEncryptedBallot({ poll, setup, kept, keep, onSealed });
  const { phase, error } = ballot;
  // The list of a large hall is long, and progress is drawn often.
  const problem = useMemo(() => setupProblem(poll, setup, kept), [poll, setup, kept]);
  const isVoting = poll.state === 'open' && election.phase === 'voting';
  if (phase === 'unsure' || (phase === 'sending' && !isVoting)) return <Unsure ballot={ballot} />;
  if (!isVoting) return <Over {...props} ballot={ballot} />;
  if (phase === 'recorded' && kept.tracker !== null)
    return (
      <>
        {error !== null && <NotRecorded error={error} />}
        <EncryptedReceipt poll={poll} tracker={kept.tracker} onAgain={() => ballot.change(true)} />
      </>
    );
  if (problem !== null)
    return (
      <Notice tone="error" title={t('voter.setupProblem')}>
        {t(`voter.setupProblems.${problem}`)}
      </Notice>
    );
  if (ballot.trial !== null) return <TrialBallot ballot={ballot} trial={ballot.trial} />;
  return props.form({
    phase: phase === 'choosing' ? 'choosing' : 'sending',
    isChange: ballot.isChange,
    error,
    cast: ballot.cast,
    drop: () => ballot.change(false),
    status: <Status ballot={ballot} />,
    beside: (marks) =>
      phase === 'choosing' && (
        <Button kind="quiet" onPress={() => ballot.tryOut(marks)}>
          {t('voter.tryOut')}
        </Button>
      ),
  });
}

/** Of a ballot that was given anew, or in two tabs at once. */
function NotRecorded({ error }: { error: unknown }) {
  const { t } = useTranslation('elections');
  if (!isRefusal(error, 'conflict')) return <ErrorNotice error={error} />;
  return (
    <Notice tone="attention" title={t('voter.refusedTitle')}>
      {t('voter.otherTab')}
    </Notice>
  );
}

function Status({ ballot: { phase, progress } }: { ballot: EncryptedBallot }) {
  const { t } = useTranslation('elections');
  if (phase === 'sending') return <p role="status">{t('voter.sending')}</p>;
  return <Encrypting progress={progress} label={t('voter.encrypting')} />;
}

function Unsure({ ballot: { phase, send } }: { ballot: EncryptedBallot }) {
  const { t } = useTranslation('elections');
  return (
    <Notice
      tone="attention"
      title={t('voter.unsureTitle')}
      action={
        <Button isPending={phase === 'sending'} onPress={send}>
          {t('voter.sendAgain')}
        </Button>
      }
    >
      {t('voter.unsure')}
    </Notice>
  );
}

/** After the end: the receipt, or why there is none. */
function Over({ poll, kept, ballot }: OwnProps & { ballot: EncryptedBallot }) {
  const { t } = useTranslation('elections');
  return (
    <>
      {isRefusal(ballot.error, 'poll_not_open') && (
        <Notice tone="attention" title={t('voter.refusedTitle')}>
          {t(kept.tracker === null ? 'voter.tooLate' : 'voter.changeTooLate')}
        </Notice>
      )}
      {kept.tracker !== null && <EncryptedReceipt poll={poll} tracker={kept.tracker} />}
    </>
  );
}
