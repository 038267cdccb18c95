import { useTranslation } from 'react-i18next';
import type { MyPoll } from '../../../../models/contracts/voting.ts';
import { Button } from '../../../primitives/Button.tsx';
import { useElection } from '../../../realtime/election.ts';
import styles from '../control/PollControl.module.css';
import { RunningFrame } from '../running/RunningFrame.tsx';
import { CountingWords } from './CountingWords.tsx';
import { RemindButton } from './ElectionState.tsx';
import { TrusteeList } from './TrusteeList.tsx';

interface CountingCardProps {
  poll: MyPoll;
  polls: readonly MyPoll[];
  onVoid: () => void;
}

/** For those who run the meeting: who of the trustees is still waited for, and what can be done when one is lost. */
export function CountingCard({ poll, polls, onVoid }: CountingCardProps) {
  const { t } = useTranslation(['elections', 'polls']);
  const election = useElection(poll).data;
  return (
    <RunningFrame poll={poll} polls={polls} state={t('prepare.phase.decrypting')}>
      <CountingWords poll={poll} />
      {election && (
        <>
          <TrusteeList election={election} />
          <p className={styles.soft}>
            {election.needed === null
              ? t('prepare.decrypting.lostAll')
              : t('prepare.decrypting.lostSome', { needed: election.needed })}
          </p>
        </>
      )}
      <div className={styles.actions}>
        <RemindButton poll={poll} />
        <Button kind="quiet" onPress={onVoid}>
          {t('running.void', { ns: 'polls' })}
        </Button>
      </div>
    </RunningFrame>
  );
}
