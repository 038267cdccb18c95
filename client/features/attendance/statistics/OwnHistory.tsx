import { useTranslation } from 'react-i18next';
import {
  type OwnAttendance,
  listMyAttendance,
} from '../../../../models/contracts/attendance-statistics.ts';
import { ErrorState } from '../../../primitives/ErrorState.tsx';
import { Skeleton } from '../../../primitives/Skeleton.tsx';
import { type Column, Table } from '../../../primitives/Table.tsx';
import { formatDate, formatTime } from '../../../primitives/dates.ts';
import { useQueryRoute } from '../../../realtime/queries.ts';
import styles from './Statistics.module.css';

/** The own attendance in the meetings that were held. */
export function OwnHistory() {
  const { t } = useTranslation('statistics');
  const own = useQueryRoute(listMyAttendance);
  const states = t('states', { returnObjects: true });
  const columns: Column<OwnAttendance>[] = [
    { id: 'title', header: t('columns.meeting'), value: ({ title }) => title, width: '40%' },
    {
      id: 'day',
      header: t('columns.day'),
      value: ({ startsAt }) => startsAt,
      cell: ({ startsAt }) => formatDate(startsAt),
    },
    { id: 'state', header: t('columns.state'), value: ({ state }) => states[state] },
    {
      id: 'came',
      header: t('columns.came'),
      value: ({ cameAt }) => cameAt ?? '',
      cell: ({ cameAt, isLate }) =>
        cameAt === null ? '' : `${formatTime(cameAt)}${isLate ? ` (${t('late')})` : ''}`,
    },
  ];
  return (
    <section className={styles.section}>
      <h2>{t('mine')}</h2>
      {own.isError && <ErrorState error={own.error} onRetry={own.refetch} />}
      {own.isPending && <Skeleton lines={3} />}
      {own.data && (
        <Table
          label={t('mine')}
          filter={false}
          columns={columns}
          rows={own.data.items}
          rowKey={({ meetingId }) => meetingId}
          empty={<p className={styles.soft}>{t('mineNone')}</p>}
        />
      )}
    </section>
  );
}
