import CalendarDays from 'lucide-react/icons/calendar-days';
import Plus from 'lucide-react/icons/plus';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type MeetingState,
  type MeetingSummary,
  listMeetings,
  meetingStates,
} from '../../../../models/contracts/meetings.ts';
import type { Id } from '../../../../models/ids.ts';
import { StatusBadge } from '../../../primitives/Badge.tsx';
import { Button } from '../../../primitives/Button.tsx';
import { EmptyState } from '../../../primitives/EmptyState.tsx';
import { ErrorState } from '../../../primitives/ErrorState.tsx';
import { PageHeader } from '../../../primitives/PageHeader.tsx';
import { Select } from '../../../primitives/Select.tsx';
import { type Column, Table } from '../../../primitives/Table.tsx';
import { formatDateTime } from '../../../primitives/dates.ts';
import { useQueryRoute } from '../../../realtime/queries.ts';
import styles from './Meetings.module.css';
import { MeetingSheet } from './MeetingSheet.tsx';

type Filter = MeetingState | 'all';

export function MeetingsAdminPage() {
  const { t } = useTranslation('planning');
  const query = useQueryRoute(listMeetings);
  const [filter, setFilter] = useState<Filter>('all');
  const [opened, setOpened] = useState<Id | 'new' | null>(null);
  const columns = useColumns();
  const all = query.data?.items;
  const rows = all?.filter(({ state }) => filter === 'all' || state === filter);
  const close = () => setOpened(null);
  const options = (['all', ...meetingStates] as const).map((id) => ({
    id,
    label: t(`states.${id}`),
  }));
  return (
    <>
      <PageHeader
        title={t('meetings.title')}
        description={t('meetings.description')}
        actions={
          <Button kind="primary" icon={Plus} onPress={() => setOpened('new')}>
            {t('meetings.add')}
          </Button>
        }
      />
      {query.isError && all === undefined ? (
        <ErrorState error={query.error} onRetry={query.refetch} />
      ) : (
        <Table
          label={t('meetings.title')}
          columns={columns}
          rows={rows}
          rowKey={({ id }) => id}
          onOpen={({ id }) => setOpened(id)}
          openKey={opened ?? undefined}
          tools={
            all &&
            all.length > 0 && (
              <div className={styles.filter}>
                <Select
                  label={t('meetings.stateFilter')}
                  isLabelHidden
                  options={options}
                  value={filter}
                  onChange={setFilter}
                />
              </div>
            )
          }
          empty={
            filter === 'all' ? (
              <EmptyState icon={CalendarDays} title={t('meetings.emptyTitle')}>
                {t('meetings.emptyText')}
              </EmptyState>
            ) : (
              <EmptyState title={t('meetings.noneInState', { state: t(`states.${filter}`) })} />
            )
          }
        />
      )}
      {opened !== null && (
        <MeetingSheet
          key={opened}
          meetingId={opened === 'new' ? null : opened}
          onClose={close}
          onCreated={setOpened}
        />
      )}
    </>
  );
}

const meaningOf = {
  planned: 'neutral',
  open: 'for',
  closed: 'abstain',
  cancelled: 'against',
} as const;

function useColumns(): readonly Column<MeetingSummary>[] {
  const { t } = useTranslation('planning');
  return [
    { id: 'title', header: t('meetings.name'), value: ({ title }) => title, width: '34%' },
    { id: 'body', header: t('meetings.body'), value: ({ bodyName }) => bodyName },
    {
      id: 'startsAt',
      header: t('meetings.starts'),
      value: ({ startsAt }) => startsAt,
      cell: ({ startsAt }) => formatDateTime(startsAt),
    },
    { id: 'room', header: t('meetings.room'), value: ({ roomName }) => roomName ?? '' },
    {
      id: 'state',
      header: t('meetings.state'),
      value: ({ state }) => t(`states.${state}`),
      cell: ({ state }) => (
        <StatusBadge meaning={meaningOf[state]} look="plain">
          {t(`states.${state}`)}
        </StatusBadge>
      ),
    },
  ];
}
