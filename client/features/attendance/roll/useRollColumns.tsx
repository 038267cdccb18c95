import { useTranslation } from 'react-i18next';
import type { RollEntry } from '../../../../models/contracts/attendance.ts';
import type { Id } from '../../../../models/ids.ts';
import type { Column } from '../../../primitives/Table.tsx';
import { formatTime } from '../../../primitives/dates.ts';
import { AttendanceBadge } from './AttendanceBadge.tsx';
import type { PresenceWords } from '../online/usePresenceWords.ts';
import { EvidenceCell, useEvidenceWords } from './EvidenceWords.tsx';
import styles from './Roll.module.css';
import deskStyles from './RollDesk.module.css';
import type { RollDesk } from './useDesk.ts';

/**
 * What the roll shows of each person.
 * @param desk for the staff, who alone see evidence and may correct
 * @param presenceOf what came of asking someone whether they are there
 */
export function useRollColumns(
  desk: Pick<RollDesk, 'chosen' | 'choose'> | null,
  presenceOf: PresenceOf,
) {
  const { t } = useTranslation('roll');
  const evidenceColumn = useEvidenceColumn(presenceOf);
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
      width: '19%',
    },
    {
      id: 'seat',
      header: t('columns.seat'),
      value: ({ seat }) => seat,
      cell: ({ seat }) => seat && <span className={styles.whole}>{seat}</span>,
      width: '4rem',
    },
    {
      id: 'office',
      header: t('columns.office'),
      value: ({ office, organisationName }) =>
        [office, organisationName].filter(Boolean).join(', '),
      cell: ({ office, organisationName }) =>
        (office || organisationName) && (
          <span>
            {office}
            {organisationName && <span className={styles.part}>{organisationName}</span>}
          </span>
        ),
    },
    {
      id: 'state',
      header: t('columns.state'),
      width: '11.5rem',
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
  return [...columns, evidenceColumn, chooseColumn(desk, t)];
}

type PresenceOf = (personId: Id) => PresenceWords | null;

/** The cell tells people apart; typing finds all that is known, and the person's sheet shows it. */
function useEvidenceColumn(presenceOf: PresenceOf): Column<RollEntry> {
  const { t } = useTranslation('roll');
  const { all } = useEvidenceWords();
  return {
    id: 'evidence',
    header: t('columns.evidence'),
    width: '24%',
    value: ({ personId, evidence }) =>
      [...(evidence === null ? [] : all(evidence)), presenceOf(personId)?.words ?? ''].join(' '),
    cell: ({ personId, evidence }) => {
      const presence = presenceOf(personId);
      if (evidence === null && presence === null) return '';
      return <EvidenceCell evidence={evidence} presence={presence} />;
    },
  };
}

type Words = ReturnType<typeof useTranslation<'roll'>>['t'];

const chooseColumn = (
  { chosen, choose }: Pick<RollDesk, 'chosen' | 'choose'>,
  t: Words,
): Column<RollEntry> => ({
  id: 'choose',
  header: t('columns.choose'),
  width: '4rem',
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
