import Printer from 'lucide-react/icons/printer';
import Users from 'lucide-react/icons/users';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttendanceState, RollEntry } from '../../../../models/contracts/attendance.ts';
import type { Id } from '../../../../models/ids.ts';
import { Button } from '../../../primitives/Button.tsx';
import { EmptyState } from '../../../primitives/EmptyState.tsx';
import { ErrorState } from '../../../primitives/ErrorState.tsx';
import { Table } from '../../../primitives/Table.tsx';
import { useRoll } from '../../../realtime/roll.ts';
import { useMe } from '../../../realtime/session.tsx';
import { usePresenceColumn } from '../online/usePresenceColumn.tsx';
import { CorrectDialog } from './CorrectDialog.tsx';
import { RollPrint } from './RollPrint.tsx';
import { RollSeats } from './RollSeats.tsx';
import { RollSummary } from './RollSummary.tsx';
import { StateFilter } from './StateFilter.tsx';
import styles from './Roll.module.css';
import { useRollColumns } from './useRollColumns.tsx';

export interface RollPanelProps {
  meetingId: Id;
}

/** The roll call, live: counts, quorum, who is in which state; the staff see how, and correct it. */
export function RollPanel({ meetingId }: RollPanelProps) {
  const { t } = useTranslation('roll');
  const { isStaff } = useMe();
  const roll = useRoll(meetingId, { withEvidence: isStaff });
  const [filter, setFilter] = useState<AttendanceState | 'all'>('all');
  const [corrected, setCorrected] = useState<RollEntry | null>(null);
  const [act, ...others] = useRollColumns(isStaff ? setCorrected : null).toReversed();
  const presence = usePresenceColumn(meetingId, isStaff);
  // The buttons stay last.
  const columns = [...others.toReversed(), ...presence, ...(act ? [act] : [])];
  if (roll.isError && roll.data === undefined)
    return <ErrorState title={t('loadFailed')} error={roll.error} onRetry={roll.refetch} />;
  const entries = roll.data?.entries;
  const shown = entries?.filter(({ state }) => filter === 'all' || state === filter);
  return (
    <div className={styles.panel}>
      <RollSummary meetingId={meetingId} />
      {entries?.some(({ seat }) => seat !== '') && (
        <RollSeats meetingId={meetingId} entries={entries} />
      )}
      {entries && <StateFilter entries={entries} value={filter} onChange={setFilter} />}
      <Table
        label={t('table')}
        filter={t('find')}
        columns={columns}
        rows={shown}
        rowKey={({ personId }) => personId}
        tools={
          <Button kind="quiet" icon={Printer} onPress={() => window.print()}>
            {t('print')}
          </Button>
        }
        empty={
          entries?.length === 0 ? (
            <EmptyState icon={Users} title={t('empty')}>
              {t('emptyText')}
            </EmptyState>
          ) : (
            <EmptyState icon={Users} title={t('nobody')} />
          )
        }
      />
      {corrected && (
        <CorrectDialog
          key={corrected.personId}
          meetingId={meetingId}
          entry={entries?.find(({ personId }) => personId === corrected.personId) ?? corrected}
          onDone={() => setCorrected(null)}
        />
      )}
      {roll.data && <RollPrint roll={roll.data} />}
    </div>
  );
}
