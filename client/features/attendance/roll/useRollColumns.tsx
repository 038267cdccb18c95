import { useTranslation } from 'react-i18next';
import type { RollEntry } from '../../../../models/contracts/attendance.ts';
import type { Column } from '../../../primitives/Table.tsx';
import { formatTime } from '../../../primitives/dates.ts';
import { AttendanceBadge } from './AttendanceBadge.tsx';
import { EvidenceWords, useEvidenceWords } from './EvidenceWords.tsx';
import styles from './Roll.module.css';
import deskStyles from './RollDesk.module.css';
import type { RollDesk } from './useDesk.ts';

/**
 * What the roll shows of each person.
 * @param desk for the staff, who alone see evidence and may correct
 * @param more columns of others, before the ticks, which stay last
 */
export function useRollColumns(
  desk: Pick<RollDesk, 'chosen' | 'choose'> | null,
  more: readonly Column<RollEntry>[],
) {
  const { t } = useTranslation('roll');
  const evidenceWords = useEvidenceWords();
  const columns: Column<RollEntry>[] = [
    {
      id: 'name',
      header: t('columns.name'),
      // The part is found by typing too; of a plain member it goes without saying.
      value: ({ fullName, role }) => `${fullName} ${t(`role.${role}`)}`,
      cell: ({ fullName, role }) => (
        <span>
          {fullName}
          {role !== 'member' && <span className={styles.part}>{t(`role.${role}`)}</span>}
        </span>
      ),
      width: '18%',
    },
    {
      id: 'seat',
      header: t('columns.seat'),
      value: ({ seat }) => seat,
      cell: ({ seat }) => seat && <span className={styles.whole}>{seat}</span>,
      width: '4.5rem',
    },
    {
      id: 'office',
      header: t('columns.office'),
      value: ({ office, organisationName }) =>
        [office, organisationName].filter(Boolean).join(', '),
      ...(desk !== null && { width: '20%' }),
    },
    {
      id: 'state',
      header: t('columns.state'),
      width: '12rem',
      value: ({ state }) => t(`state.${state}`),
      cell: ({ state }) => <AttendanceBadge state={state} />,
    },
    {
      id: 'at',
      header: t('columns.at'),
      width: '5.5rem',
      value: ({ at }) => at ?? '',
      cell: ({ at }) =>
        at === null ? (
          ''
        ) : (
          <span className={styles.whole}>{formatTime(at, { seconds: true })}</span>
        ),
    },
  ];
  if (desk === null) return columns;
  return [
    ...columns,
    {
      id: 'evidence',
      header: t('columns.evidence'),
      value: ({ evidence }: RollEntry) => evidenceWords(evidence).join(' '),
      cell: (entry: RollEntry) => (entry.evidence === null ? '' : <EvidenceWords entry={entry} />),
    },
    ...more,
    chooseColumn(desk, t),
  ];
}

type Words = ReturnType<typeof useTranslation<'roll'>>['t'];

const chooseColumn = (
  { chosen, choose }: Pick<RollDesk, 'chosen' | 'choose'>,
  t: Words,
): Column<RollEntry> => ({
  id: 'choose',
  header: t('columns.choose'),
  width: '5rem',
  value: () => '',
  isUnsortable: true,
  cell: ({ personId, fullName }) => (
    <label className={deskStyles.tickLabel}>
      <input
        type="checkbox"
        className={deskStyles.tick}
        aria-label={t('choosePerson', { name: fullName })}
        checked={chosen.has(personId)}
        onChange={({ target }) => choose(personId, target.checked)}
      />
    </label>
  ),
});
