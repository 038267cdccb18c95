import CircleCheckBig from 'lucide-react/icons/circle-check-big';
import { useTranslation } from 'react-i18next';
import type { MyPoll } from '../../../../models/contracts/voting.ts';
import { Button } from '../../../primitives/Button.tsx';
import { Countdown } from '../../../primitives/Countdown.tsx';
import { ProgressBar } from '../../../primitives/ProgressBar.tsx';
import { useIsCounting } from '../../../realtime/counting.ts';
import { useClockOffset } from '../../../realtime/server-clock.ts';
import styles from '../control/PollControl.module.css';
import { ElectionRecordLinks } from '../record/RecordLinks.tsx';
import { useTurnout } from '../useTurnout.ts';
import { CountingCard } from '../verifiable/CountingCard.tsx';
import { EndMenu } from './EndMenu.tsx';
import { Entries } from './Entries.tsx';
import { LateArrivals } from './LateArrivals.tsx';
import { RunningFrame } from './RunningFrame.tsx';
import { WaitingFor } from './WaitingFor.tsx';

interface OpenPollCardProps {
  poll: MyPoll;
  polls: readonly MyPoll[];
  onClose: () => void;
  onVoid: () => void;
}

/** The open poll as those who run it see it: how many have voted and who has not; never how. */
export function OpenPollCard(props: OpenPollCardProps) {
  return useIsCounting(props.poll) ? <CountingCard {...props} /> : <RunningCard {...props} />;
}

function RunningCard({ poll, polls, onClose, onVoid }: OpenPollCardProps) {
  const { t } = useTranslation(['polls', 'voting']);
  const turnout = useTurnout(poll).data;
  return (
    <RunningFrame poll={poll} polls={polls} state={t('state.open', { ns: 'voting' })}>
      <TimeLeft poll={poll} />
      <ProgressBar
        label={t('running.turnout')}
        value={poll.cast}
        max={Math.max(poll.voters, 1)}
        text={`${poll.cast}/${poll.voters}`}
      />
      <div className={styles.actions}>
        <Button kind="primary" icon={CircleCheckBig} onPress={onClose}>
          {t('running.close')}
        </Button>
        <EndMenu poll={poll} />
        <Button kind="quiet" onPress={onVoid}>
          {t('running.void')}
        </Button>
      </div>
      <ElectionRecordLinks poll={poll} />
      {turnout && (
        <>
          <Entries poll={poll} entries={turnout.entries} />
          {poll.binding && !poll.trustees && <LateArrivals poll={poll} late={turnout.late} />}
          <WaitingFor poll={poll} items={turnout.items} entries={turnout.entries} />
        </>
      )}
    </RunningFrame>
  );
}

function TimeLeft({ poll: { openedAt, endsAt } }: { poll: MyPoll }) {
  const { t } = useTranslation('polls');
  const offsetMs = useClockOffset();
  if (openedAt === null || endsAt === null) return null;
  return (
    <p>
      <Countdown
        label={t('running.timeLeft')}
        allottedSeconds={Math.round((Date.parse(endsAt) - Date.parse(openedAt)) / 1000)}
        spokenMs={0}
        since={openedAt}
        offsetMs={offsetMs}
        announces
      />
    </p>
  );
}
