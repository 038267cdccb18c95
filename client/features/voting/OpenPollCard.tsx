import CircleCheckBig from 'lucide-react/icons/circle-check-big';
import { useTranslation } from 'react-i18next';
import type { MyPoll } from '../../../models/contracts/voting.ts';
import { StatusBadge } from '../../primitives/Badge.tsx';
import { Button } from '../../primitives/Button.tsx';
import { ProgressBar } from '../../primitives/ProgressBar.tsx';
import { useAgendaItem } from './PollQuestion.tsx';
import styles from './PollControl.module.css';
import { useTurnout } from './useTurnout.ts';

interface OpenPollCardProps {
  poll: MyPoll;
  onClose: () => void;
  onVoid: () => void;
}

/** The open poll as those who run it see it: how many have voted and who has not; never how. */
export function OpenPollCard({ poll, onClose, onVoid }: OpenPollCardProps) {
  const { t } = useTranslation('voting');
  const item = useAgendaItem(poll);
  return (
    <div className={styles.open}>
      <div className={styles.head}>
        <StatusBadge meaning="attention">{t('state.open')}</StatusBadge>
        <span className={styles.number}>
          {t('number', { number: poll.number })}
          {item && ` · ${t('agendaItem', item)}`}
        </span>
      </div>
      <h3 className={styles.running}>{poll.question}</h3>
      <ProgressBar
        label={t('control.turnout')}
        value={poll.cast}
        max={Math.max(poll.voters, 1)}
        text={`${poll.cast}/${poll.voters}`}
      />
      <div className={styles.actions}>
        <Button kind="primary" icon={CircleCheckBig} onPress={onClose}>
          {t('control.close')}
        </Button>
        <Button kind="quiet" onPress={onVoid}>
          {t('control.voidOpen')}
        </Button>
      </div>
      <WaitingFor poll={poll} />
    </div>
  );
}

function WaitingFor({ poll }: { poll: MyPoll }) {
  const { t } = useTranslation('voting');
  const turnout = useTurnout(poll);
  if (turnout === undefined) return null;
  const waiting = turnout.filter(({ voted }) => !voted);
  if (waiting.length === 0) return <p>{t('control.everybody')}</p>;
  return (
    <div>
      <h4>
        {t('control.waitingFor')} <span className="nt-figures">({waiting.length})</span>
      </h4>
      <ul className={styles.names}>
        {waiting.map(({ personId, fullName }) => (
          <li key={personId}>{fullName}</li>
        ))}
      </ul>
      <p className={styles.soft}>{t('control.neverHow')}</p>
    </div>
  );
}
