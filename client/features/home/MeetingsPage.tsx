import CalendarDays from 'lucide-react/icons/calendar-days';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { type MeetingSummary, listMeetings } from '../../../models/contracts/meetings.ts';
import { StatusBadge } from '../../primitives/Badge.tsx';
import { EmptyState } from '../../primitives/EmptyState.tsx';
import { ErrorState } from '../../primitives/ErrorState.tsx';
import { PageHeader } from '../../primitives/PageHeader.tsx';
import { type Column, Table } from '../../primitives/Table.tsx';
import { formatDateTime } from '../../primitives/dates.ts';
import { useQueryRoute } from '../../realtime/queries.ts';
import { stateMeanings } from './meanings.ts';

/** All my meetings, found by typing. */
export function MeetingsPage() {
  const { t } = useTranslation('home');
  const navigate = useNavigate();
  const { data, error, refetch } = useQueryRoute(listMeetings);
  const columns: readonly Column<MeetingSummary>[] = [
    { id: 'title', header: t('name'), value: ({ title }) => title, width: '38%' },
    {
      id: 'startsAt',
      header: t('when'),
      value: ({ startsAt }) => startsAt,
      cell: ({ startsAt }) => formatDateTime(startsAt),
    },
    { id: 'body', header: t('body'), value: ({ bodyName }) => bodyName },
    { id: 'room', header: t('room'), value: ({ roomName }) => roomName ?? t('online') },
    {
      id: 'role',
      header: t('myRole'),
      value: ({ myRole }) => (myRole === null ? '' : t(`roles.${myRole}`)),
    },
    {
      id: 'state',
      header: t('state'),
      value: ({ state }) => t(`states.${state}`),
      cell: ({ state }) => (
        <StatusBadge meaning={stateMeanings[state]} look="plain">
          {t(`states.${state}`)}
        </StatusBadge>
      ),
    },
  ];
  return (
    <>
      <PageHeader title={t('meetings')} description={t('meetingsText')} />
      {error && data === undefined ? (
        <ErrorState error={error} title={t('loadFailed')} onRetry={refetch} />
      ) : (
        <Table
          label={t('meetings')}
          columns={columns}
          rows={data?.items}
          rowKey={({ id }) => id}
          onOpen={({ id }) => void navigate(`/meetings/${id}`)}
          empty={
            <EmptyState icon={CalendarDays} title={t('noMeetings')}>
              {t('noMeetingsText')}
            </EmptyState>
          }
        />
      )}
    </>
  );
}
