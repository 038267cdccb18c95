import CircleCheck from 'lucide-react/icons/circle-check';
import Pencil from 'lucide-react/icons/pencil';
import { useTranslation } from 'react-i18next';
import type { Marks } from '../../../../models/contracts/ballots.ts';
import type { MyPoll, MyVote, Receipt } from '../../../../models/contracts/voting.ts';
import { Button } from '../../../primitives/Button.tsx';
import { Icon } from '../../../primitives/Icon.tsx';
import { cx } from '../../../primitives/cx.ts';
import { formatTime } from '../../../primitives/dates.ts';
import styles from './Ballot.module.css';
import { mayChange } from './BallotForm.tsx';
import { MarksBadge } from './MarksBadge.tsx';
import { ReceiptDetails } from './ReceiptDetails.tsx';
import { hashGroups } from '../record/hash-groups.ts';

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
      <p className={cx(styles.done, poll.state !== 'open' && styles.past)} role="status">
        <Icon of={CircleCheck} size="1.5em" />
        {castAt === null
          ? t('recordedSecret')
          : t('recorded', { time: formatTime(castAt, { seconds: true }) })}
      </p>
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
        <code className={styles.hash}>{hashGroups(entryHash).slice(0, 3).join(' ')}</code>
      </p>
      <ReceiptDetails poll={poll} vote={vote} receipt={receipt} />
    </div>
  );
}
