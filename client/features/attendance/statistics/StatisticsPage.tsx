import BarChart3 from 'lucide-react/icons/chart-column';
import Download from 'lucide-react/icons/download';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  getAttendanceStatistics,
  statisticsFile,
} from '../../../../models/contracts/attendance-statistics.ts';
import { listBodies } from '../../../../models/contracts/meetings.ts';
import { addressOf } from '../../../../models/contracts/route.ts';
import type { Id } from '../../../../models/ids.ts';
import { EmptyState } from '../../../primitives/EmptyState.tsx';
import { ErrorState } from '../../../primitives/ErrorState.tsx';
import { Icon } from '../../../primitives/Icon.tsx';
import { Menu } from '../../../primitives/Menu.tsx';
import { PageHeader } from '../../../primitives/PageHeader.tsx';
import { Select } from '../../../primitives/Select.tsx';
import { Skeleton } from '../../../primitives/Skeleton.tsx';
import { download } from '../../../primitives/download.ts';
import { useNow } from '../../../primitives/Clock.tsx';
import { useQueryRoute } from '../../../realtime/queries.ts';
import { useClockOffset } from '../../../realtime/server-clock.ts';
import { MeetingsChart } from './MeetingsChart.tsx';
import { PeopleTable } from './PeopleTable.tsx';
import styles from './Statistics.module.css';
import { type Span, daysOf, spans } from './spans.ts';

/** How the members of a body come to its meetings, over time. */
export function StatisticsPage() {
  const { t } = useTranslation('statistics');
  const bodies = useQueryRoute(listBodies, { query: { includeClosed: 'true' } });
  const [chosen, setChosen] = useState<Id | null>(null);
  const [span, setSpan] = useState<Span>('year');
  const items = bodies.data?.items;
  const bodyId = chosen ?? items?.[0]?.id ?? null;
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      {bodies.isError && <ErrorState error={bodies.error} onRetry={bodies.refetch} />}
      {items?.length === 0 && (
        <EmptyState icon={BarChart3} title={t('noBody')}>
          {t('noBodyText')}
        </EmptyState>
      )}
      {items && items.length > 0 && (
        <div className={styles.choice}>
          <Select
            label={t('body')}
            options={items.map(({ id, name }) => ({ id, label: name }))}
            value={bodyId}
            onChange={setChosen}
          />
          <Select
            label={t('period')}
            options={spans.map((id) => ({ id, label: t(`spans.${id}`) }))}
            value={span}
            onChange={setSpan}
          />
        </div>
      )}
      {bodyId && <OfBody bodyId={bodyId} span={span} />}
    </>
  );
}

function OfBody({ bodyId, span }: { bodyId: Id; span: Span }) {
  const { t } = useTranslation('statistics');
  const { from, to } = daysOf(span, useNow(useClockOffset()));
  const query = useQueryRoute(getAttendanceStatistics, { params: { bodyId }, query: { from, to } });
  if (query.isError) return <ErrorState error={query.error} onRetry={query.refetch} />;
  if (query.data === undefined) return <Skeleton lines={6} />;
  const { meetings, people, methods } = query.data;
  if (meetings.length === 0)
    return (
      <EmptyState icon={BarChart3} title={t('none')}>
        {t('noneText')}
      </EmptyState>
    );
  const file = (format: 'xlsx' | 'csv') =>
    download(addressOf(statisticsFile, { bodyId, from, to, format }));
  const byMethod = t('methods', { returnObjects: true });
  return (
    <div className={styles.page}>
      <MeetingsChart meetings={meetings} />
      <p>
        {t('byMethod')}{' '}
        {methods.map(({ method, count }) => `${byMethod[method]} ${count}`).join(' · ')}
      </p>
      <PeopleTable
        people={people}
        tools={
          <Menu
            label={t('export')}
            trigger={
              <span className={styles.file}>
                <Icon of={Download} />
                {t('export')}
              </span>
            }
            items={(['xlsx', 'csv'] as const).map((format) => ({
              id: format,
              label: t(`exportAs.${format}`),
              onAction: () => file(format),
            }))}
          />
        }
      />
      <p className={styles.soft}>{t('help')}</p>
    </div>
  );
}
