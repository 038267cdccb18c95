import { useTranslation } from 'react-i18next';
import type { Id } from '../../../../models/ids.ts';
import { QuorumBar } from '../../../primitives/QuorumBar.tsx';
import { Skeleton } from '../../../primitives/Skeleton.tsx';
import { useRoll } from '../../../realtime/roll.ts';
import styles from './Roll.module.css';
import { presentGuests } from './roll-rules.ts';

export interface RollSummaryProps {
  meetingId: Id;
  /** `words` is one line without a bar. */
  look?: 'bar' | 'words';
}

/** How many members are present and whether that is a quorum; live. */
export function RollSummary({ meetingId, look = 'bar' }: RollSummaryProps) {
  const { t } = useTranslation('roll');
  const roll = useRoll(meetingId).data;
  if (roll === undefined) return <Skeleton lines={1} />;
  const guests = presentGuests(roll.entries);
  return (
    <div className={styles.summary}>
      <QuorumBar quorum={roll.quorum} look={look} />
      {look === 'bar' && guests > 0 && (
        <p className={styles.soft}>{t('guests', { count: guests })}</p>
      )}
    </div>
  );
}
