import { useTranslation } from 'react-i18next';
import type { MeetingAttendance } from '../../../../models/contracts/attendance-statistics.ts';
import { StackedBars } from '../../../primitives/StackedBars.tsx';
import { type Column, Table } from '../../../primitives/Table.tsx';
import { formatDate } from '../../../primitives/dates.ts';
import styles from './Statistics.module.css';

const parts = [
  { id: 'in_person', tone: 'for' },
  { id: 'online', tone: 'abstain' },
  { id: 'left', tone: 'attention' },
  { id: 'away', tone: 'neutral' },
] as const;

/** Each meeting a column, from the oldest to the newest, and the same as a table. */
export function MeetingsChart({ meetings }: { meetings: readonly MeetingAttendance[] }) {
  const { t } = useTranslation('statistics');
  const bars = meetings.map(({ meetingId, startsAt, counts, invited, attended }) => ({
    id: meetingId,
    label: formatDate(startsAt).slice(0, 5),
    parts: parts.map(({ id, tone }) => ({
      id,
      tone,
      value: id === 'away' ? invited - attended : counts[id],
    })),
  }));
  return (
    <section className={styles.section}>
      <h2>{t('meetings')}</h2>
      <StackedBars
        label={t('meetingsChart')}
        bars={bars}
        legend={parts.map(({ id, tone }) => ({ id, tone, label: t(`parts.${id}`) }))}
      />
      <MeetingsTable meetings={meetings} />
    </section>
  );
}

function MeetingsTable({ meetings }: { meetings: readonly MeetingAttendance[] }) {
  const { t } = useTranslation('statistics');
  const columns: Column<MeetingAttendance>[] = [
    { id: 'title', header: t('columns.meeting'), value: ({ title }) => title },
    {
      id: 'day',
      header: t('columns.day'),
      value: ({ startsAt }) => startsAt,
      cell: ({ startsAt }) => formatDate(startsAt),
    },
    {
      id: 'attended',
      header: t('columns.attended'),
      align: 'end',
      value: ({ attended }) => attended,
      cell: ({ attended, invited }) => `${attended}/${invited}`,
    },
    ...(['in_person', 'online', 'left'] as const).map((id): Column<MeetingAttendance> => ({
      id,
      header: t(`parts.${id}`),
      align: 'end',
      value: ({ counts }) => counts[id],
    })),
    { id: 'late', header: t('columns.late'), align: 'end', value: ({ late }) => late },
  ];
  return (
    <Table
      label={t('meetings')}
      filter={false}
      columns={columns}
      rows={meetings.toReversed()}
      rowKey={({ meetingId }) => meetingId}
      empty={null}
    />
  );
}
