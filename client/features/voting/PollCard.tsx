import Ban from 'lucide-react/icons/ban';
import CircleCheck from 'lucide-react/icons/circle-check';
import FilePen from 'lucide-react/icons/file-pen';
import Megaphone from 'lucide-react/icons/megaphone';
import Play from 'lucide-react/icons/play';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MyPoll } from '../../../models/contracts/voting.ts';
import { StatusBadge } from '../../primitives/Badge.tsx';
import { MarksBadge } from './ballot/MarksBadge.tsx';
import { PollFacts } from './PollFacts.tsx';
import styles from './control/PollControl.module.css';
import { ElectionRecordLinks, RecordLinks } from './record/RecordLinks.tsx';
import { VerdictBadge } from './verdict/VerdictHeadline.tsx';
import { VerdictView } from './verdict/VerdictView.tsx';
import { useVerdictWords } from './verdict/useVerdictWords.ts';

interface PollCardProps {
  poll: MyPoll;
  /** Of the same meeting, so that linked ones are named. */
  polls: readonly MyPoll[];
  /** Shows the whole result at once. */
  isLatest?: boolean;
  /** What those who run votes can do with it. */
  acts?: ReactNode;
}

/** One poll that is not open: prepared, decided or void. */
export function PollCard({ poll, polls, isLatest = false, acts }: PollCardProps) {
  return (
    <li className={styles.poll}>
      <PollWords poll={poll} polls={polls} />
      <Outcome poll={poll} isLatest={isLatest} />
      <OwnVotes poll={poll} />
      {acts && <div className={styles.actions}>{acts}</div>}
    </li>
  );
}

/** What a poll is about and how it stands. */
export function PollWords({ poll, polls }: Pick<PollCardProps, 'poll' | 'polls'>) {
  return (
    <>
      <div className={styles.head}>
        <PollFacts poll={poll} polls={polls} />
        <PollBadge poll={poll} />
      </div>
      <h3 className={styles.question}>{poll.question}</h3>
    </>
  );
}

function PollBadge({ poll }: { poll: MyPoll }) {
  const { t } = useTranslation('voting');
  const { state, verdict, reveal, announcedAt } = poll;
  if (state === 'closed' && reveal === 'announcing' && announcedAt === null)
    return (
      <StatusBadge meaning="attention" icon={Megaphone}>
        {t('state.counted')}
      </StatusBadge>
    );
  if (state === 'closed' && verdict) return <VerdictBadge poll={poll} verdict={verdict} />;
  const icons = { draft: FilePen, open: Play, closed: CircleCheck, void: Ban };
  return (
    <StatusBadge meaning={state === 'void' ? 'attention' : 'neutral'} icon={icons[state]}>
      {t(`state.${state}`)}
    </StatusBadge>
  );
}

function Outcome({ poll, isLatest }: Pick<PollCardProps, 'poll' | 'isLatest'>) {
  const { t } = useTranslation(['voting', 'verdict']);
  const words = useVerdictWords();
  const { state, verdict, voidReason } = poll;
  if (state === 'void' && voidReason !== null)
    return (
      <>
        <p className={styles.soft}>{t('voidReason', { reason: voidReason })}</p>
        <ElectionRecordLinks poll={poll} />
      </>
    );
  if (state !== 'closed' || verdict === null) return <ElectionRecordLinks poll={poll} />;
  const { headline, reason } = words(poll, verdict);
  return (
    <>
      <p className="nt-figures">{headline}</p>
      <p className={styles.soft}>{reason}</p>
      <details className={styles.details} open={isLatest}>
        <summary>{t('details', { ns: 'verdict' })}</summary>
        <VerdictView poll={poll} verdict={verdict} />
      </details>
      <RecordLinks poll={poll} />
    </>
  );
}

/** What the signed-in person marked, for themselves and for whom they vote. */
function OwnVotes({ poll }: { poll: MyPoll }) {
  const { t } = useTranslation('ballot');
  return poll.votes.map(({ voterId, fullName, onBehalf, receipt }) =>
    receipt?.marks ? (
      <p key={voterId} className={styles.own}>
        {onBehalf ? t('marksOf', { name: fullName }) : t('yourMarks')}{' '}
        <MarksBadge poll={poll} marks={receipt.marks} />
      </p>
    ) : null,
  );
}
