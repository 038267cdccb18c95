import Users from 'lucide-react/icons/users';
import { useTranslation } from 'react-i18next';
import type { RollEntry } from '../../../../models/contracts/attendance.ts';
import type { Id } from '../../../../models/ids.ts';
import { EmptyState } from '../../../primitives/EmptyState.tsx';
import { ErrorState } from '../../../primitives/ErrorState.tsx';
import { Table } from '../../../primitives/Table.tsx';
import { cx } from '../../../primitives/cx.ts';
import { useRoll } from '../../../realtime/roll.ts';
import { useMe } from '../../../realtime/session.tsx';
import { usePresenceWords } from '../online/usePresenceWords.ts';
import { BulkBar } from './BulkBar.tsx';
import { CorrectDialog } from './CorrectDialog.tsx';
import { PersonSheet } from './PersonSheet.tsx';
import { RollDoor } from './RollDoor.tsx';
import { RollPrint } from './RollPrint.tsx';
import { RollSeats } from './RollSeats.tsx';
import { RollSummary } from './RollSummary.tsx';
import { RollTools } from './RollTools.tsx';
import { StateFilter } from './StateFilter.tsx';
import { UndoNotice } from './UndoNotice.tsx';
import styles from './RollDesk.module.css';
import { type RollDesk, useDesk } from './useDesk.ts';
import { useRollColumns } from './useRollColumns.tsx';
import { useRollFilter } from './useRollFilter.ts';

export interface RollPanelProps {
  meetingId: Id;
}

/** The roll call, live: counts, quorum, who is in which state; the staff see how, and correct it. */
export function RollPanel({ meetingId }: RollPanelProps) {
  const { t } = useTranslation('roll');
  const { isStaff } = useMe();
  const roll = useRoll(meetingId, { withEvidence: isStaff });
  const entries = roll.data?.entries;
  const filter = useRollFilter(entries);
  const desk = useDesk(meetingId);
  const presenceOf = usePresenceWords(meetingId, isStaff);
  const columns = useRollColumns(isStaff ? desk : null, presenceOf);
  if (roll.isError && roll.data === undefined)
    return <ErrorState title={t('loadFailed')} error={roll.error} onRetry={roll.refetch} />;
  const isNobodyInvited = entries?.length === 0;
  return (
    <div className={cx(styles.panel, desk.chosen.size > 0 && styles.choosing)}>
      <RollSummary meetingId={meetingId} />
      {isStaff && <RollDoor meetingId={meetingId} />}
      {entries?.some(({ seat }) => seat !== '') && (
        <RollSeats meetingId={meetingId} entries={entries} />
      )}
      {filter.ofNames && (
        <StateFilter entries={filter.ofNames} value={filter.state} onChange={filter.setState} />
      )}
      <UndoNotice acts={desk.acts} />
      {isStaff && !isNobodyInvited && (
        <BulkBar
          chosen={desk.chosen}
          acts={desk.acts}
          onCorrect={() => desk.correct([...desk.chosen])}
          onDone={desk.chooseNone}
        />
      )}
      <div className={styles.list}>
        <Table
          label={t('table')}
          filter={t('find')}
          columns={columns}
          rows={filter.shown}
          rowKey={({ personId }) => personId}
          {...(isStaff && { onOpen: desk.open })}
          tools={<RollTools meetingId={meetingId} filter={filter} canExport={isStaff} />}
          empty={
            <EmptyState icon={Users} title={t(isNobodyInvited ? 'empty' : 'nobody')}>
              {isNobodyInvited && t('emptyText')}
            </EmptyState>
          }
        />
      </div>
      {entries && isStaff && (
        <Desk meetingId={meetingId} entries={entries} desk={desk} presenceOf={presenceOf} />
      )}
      {roll.data && <RollPrint roll={roll.data} />}
    </div>
  );
}

interface DeskProps {
  meetingId: Id;
  entries: readonly RollEntry[];
  desk: RollDesk;
  presenceOf: ReturnType<typeof usePresenceWords>;
}

function Desk({ meetingId, entries, desk, presenceOf }: DeskProps) {
  const { acts, opened, corrected } = desk;
  const entry = entries.find(({ personId }) => personId === opened);
  const toCorrect = entries.filter(({ personId }) => corrected.includes(personId));
  return (
    <>
      {entry && (
        <PersonSheet
          meetingId={meetingId}
          entry={entry}
          presence={presenceOf(entry.personId)}
          acts={acts}
          onCorrect={() => desk.correct([entry.personId])}
          onClose={desk.close}
        />
      )}
      {toCorrect.length > 0 && (
        <CorrectDialog
          key={corrected.join()}
          entries={toCorrect}
          acts={acts}
          onDone={() => {
            desk.correct([]);
            desk.chooseNone();
          }}
        />
      )}
    </>
  );
}
