import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemberAttendance } from '../../../../models/contracts/attendance-statistics.ts';
import { type Column, Table } from '../../../primitives/Table.tsx';
import styles from './Statistics.module.css';

interface PeopleTableProps {
  people: readonly MemberAttendance[];
  tools: ReactNode;
}

/** How often each member came, how, and whether in time. */
export function PeopleTable({ people, tools }: PeopleTableProps) {
  const { t } = useTranslation('statistics');
  const columns: Column<MemberAttendance>[] = [
    { id: 'name', header: t('columns.name'), value: ({ fullName }) => fullName, width: '20%' },
    { id: 'office', header: t('columns.office'), value: ({ office }) => office },
    {
      id: 'rate',
      header: t('columns.rate'),
      align: 'end',
      value: ({ attended, invited }) => attended / invited,
      cell: ({ attended, invited }) =>
        `${Math.round((100 * attended) / invited)}\u00A0%\u00A0(${attended}/${invited})`,
    },
    ...(['in_person', 'online', 'left', 'excused', 'absent'] as const).map(
      (id): Column<MemberAttendance> => ({
        id,
        header: t(`parts.${id}`),
        align: 'end',
        value: ({ counts }) => counts[id],
      }),
    ),
    {
      id: 'late',
      header: t('columns.late'),
      align: 'end',
      value: ({ late }) => late,
      cell: ({ late, punctual }) => (late + punctual === 0 ? '' : `${late}/${late + punctual}`),
    },
  ];
  return (
    <section className={styles.section}>
      <h2>{t('people')}</h2>
      <Table
        label={t('people')}
        columns={columns}
        rows={people}
        rowKey={({ personId }) => personId}
        tools={tools}
        empty={null}
      />
    </section>
  );
}
