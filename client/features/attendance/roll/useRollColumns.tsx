import Pencil from 'lucide-react/icons/pencil';
import { useTranslation } from 'react-i18next';
import type { RollEntry } from '../../../../models/contracts/attendance.ts';
import { IconButton } from '../../../primitives/IconButton.tsx';
import type { Column } from '../../../primitives/Table.tsx';
import { formatTime } from '../../../primitives/dates.ts';
import { AttendanceBadge } from './AttendanceBadge.tsx';
import { EvidenceWords, useEvidenceWords } from './EvidenceWords.tsx';
import styles from './Roll.module.css';

/**
 * What the roll shows of each person.
 * @param onCorrect for the staff, who alone see evidence and may correct
 */
export function useRollColumns(onCorrect: ((entry: RollEntry) => void) | null) {
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
      ...(onCorrect !== null && { width: '20%' }),
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
  if (onCorrect === null) return columns;
  return [
    ...columns,
    {
      id: 'evidence',
      header: t('columns.evidence'),
      value: (entry: RollEntry) => evidenceWords(entry).join(' '),
      cell: (entry: RollEntry) => (entry.evidence === null ? '' : <EvidenceWords entry={entry} />),
    },
    {
      id: 'act',
      header: t('columns.act'),
      width: '6.5rem',
      value: () => '',
      isUnsortable: true,
      cell: (entry: RollEntry) => (
        <span className={styles.act}>
          <IconButton
            size="small"
            icon={Pencil}
            label={t('correctPerson', { name: entry.fullName })}
            onPress={() => onCorrect(entry)}
          />
        </span>
      ),
    },
  ];
}
