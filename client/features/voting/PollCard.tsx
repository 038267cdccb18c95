import Ban from 'lucide-react/icons/ban';
import CircleCheck from 'lucide-react/icons/circle-check';
import CircleX from 'lucide-react/icons/circle-x';
import FilePen from 'lucide-react/icons/file-pen';
import Pencil from 'lucide-react/icons/pencil';
import Play from 'lucide-react/icons/play';
import { useTranslation } from 'react-i18next';
import type { MyPoll } from '../../../models/contracts/voting.ts';
import { ChoiceBadge, StatusBadge } from '../../primitives/Badge.tsx';
import { Button } from '../../primitives/Button.tsx';
import { useAgendaItem } from './PollQuestion.tsx';
import styles from './PollControl.module.css';
import { VerdictView } from './VerdictView.tsx';
import { verdictWords } from './verdict-words.ts';

interface PollCardProps {
  poll: MyPoll;
  /** The poll that is open now; no other can be opened beside it. */
  otherOpen?: MyPoll | undefined;
  /** Shows the whole result at once. */
  isLatest?: boolean;
  /** For those who run votes. */
  onTask?: (task: 'edit' | 'open' | 'void') => void;
}

/** One poll that is not open: prepared, decided or void. */
export function PollCard({ poll, otherOpen, isLatest = false, onTask }: PollCardProps) {
  const { t } = useTranslation('voting');
  const item = useAgendaItem(poll);
  return (
    <li className={styles.poll}>
      <div className={styles.head}>
        <span className={styles.number}>
          {t('number', { number: poll.number })}
          {item && ` · ${t('agendaItem', item)}`}
        </span>
        <PollBadge poll={poll} />
      </div>
      <h3 className={styles.question}>{poll.question}</h3>
      <Outcome poll={poll} isLatest={isLatest} />
      {poll.myReceipt && (
        <p className={styles.own}>
          {t('ballot.yourChoice')} <ChoiceBadge choice={poll.myReceipt.choice} />
        </p>
      )}
      {onTask && poll.state === 'draft' && (
        <div className={styles.actions}>
          <Button icon={Play} onPress={() => onTask('open')} isDisabled={otherOpen !== undefined}>
            {t('control.open')}
          </Button>
          <Button kind="quiet" icon={Pencil} onPress={() => onTask('edit')}>
            {t('control.edit')}
          </Button>
          <Button kind="quiet" icon={Ban} onPress={() => onTask('void')}>
            {t('control.voidDraft')}
          </Button>
          {otherOpen && (
            <span className={styles.soft}>
              {t('control.anotherOpen', { number: otherOpen.number })}
            </span>
          )}
        </div>
      )}
      {onTask && poll.state === 'closed' && (
        <div className={styles.actions}>
          <Button kind="quiet" icon={Ban} onPress={() => onTask('void')}>
            {t('control.void')}
          </Button>
        </div>
      )}
    </li>
  );
}

function PollBadge({ poll: { state, verdict } }: { poll: MyPoll }) {
  const { t } = useTranslation('voting');
  if (state === 'closed' && verdict)
    return (
      <StatusBadge
        meaning={verdict.carried ? 'for' : 'against'}
        icon={verdict.carried ? CircleCheck : CircleX}
      >
        {t(verdict.carried ? 'verdict.carried' : 'verdict.notCarried')}
      </StatusBadge>
    );
  const icons = { draft: FilePen, open: Play, closed: CircleCheck, void: Ban };
  return (
    <StatusBadge meaning={state === 'void' ? 'attention' : 'neutral'} icon={icons[state]}>
      {t(`state.${state}`)}
    </StatusBadge>
  );
}

function Outcome({ poll, isLatest }: { poll: MyPoll; isLatest: boolean }) {
  const { t } = useTranslation('voting');
  if (poll.state === 'void' && poll.voidReason !== null)
    return <p className={styles.soft}>{t('voidReason', { reason: poll.voidReason })}</p>;
  if (poll.state !== 'closed' || poll.verdict === null) return null;
  const { headline, reason } = verdictWords(t, poll.verdict);
  return (
    <>
      <p className="nt-figures">{headline}</p>
      <p className={styles.soft}>{reason}</p>
      <details className={styles.details} open={isLatest}>
        <summary>{t('verdict.details')}</summary>
        <VerdictView poll={poll} verdict={poll.verdict} />
      </details>
    </>
  );
}
