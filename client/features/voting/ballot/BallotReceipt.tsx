import Pencil from 'lucide-react/icons/pencil';
import { useTranslation } from 'react-i18next';
import type { Marks } from '../../../../models/contracts/ballots.ts';
import type { MyPoll, MyVote, Receipt } from '../../../../models/contracts/voting.ts';
import { Button } from '../../../primitives/Button.tsx';
import { Done } from '../../../primitives/Done.tsx';
import { groupsOf } from '../../../primitives/code-groups.ts';
import { formatTime } from '../../../primitives/dates.ts';
import styles from './Ballot.module.css';
import { mayChange } from './BallotForm.tsx';
import { MarksBadge } from './MarksBadge.tsx';
import { ReceiptDetails } from './ReceiptDetails.tsx';

interface BallotReceiptProps {
  poll: MyPoll;
  vote: MyVote;
  receipt: Receipt;
  /** Begins to change the ballot; left out when it is too late for that. */
  onChange?: (marks: Marks) => void;
}

/** That the ballot stands in the ledger, since when, and how to find it there. */
export function BallotReceipt({ poll, vote, receipt, onChange }: BallotReceiptProps) {
  const { t } = useTranslation('ballot');
  const { marks, castAt, entryHash } = receipt;
  const { onBehalf, fullName: name } = vote;
  return (
    <div className={styles.recorded}>
      <Done size={poll.state === 'open' ? 'page' : 'lead'}>
        {castAt === null
          ? t('recordedSecret')
          : t('recorded', { time: formatTime(castAt, { seconds: true }) })}
      </Done>
      {marks === null ? (
        <p className={styles.help}>{t('secretMarks')}</p>
      ) : (
        <p className={styles.line}>
          {onBehalf ? t('marksOf', { name }) : t('yourMarks')}
          <MarksBadge poll={poll} marks={marks} />
          {onChange && mayChange(poll) && (
            <Button kind="quiet" icon={Pencil} onPress={() => onChange(marks)}>
              {t('change')}
            </Button>
          )}
        </p>
      )}
      <p className={styles.line}>
        {t('receipt')}{' '}
        <code className={styles.hash}>{groupsOf(entryHash).slice(0, 3).join(' ')}</code>
      </p>
      <ReceiptDetails poll={poll} vote={vote} receipt={receipt} />
    </div>
  );
}
