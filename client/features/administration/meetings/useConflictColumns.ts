import { useTranslation } from 'react-i18next';
import type { Meeting } from '../../../../models/contracts/meetings.ts';
import { formatDateTime } from '../../../primitives/dates.ts';
import type { Column } from '../../../primitives/Table.tsx';

/** What two versions of a meeting are compared by. */
export function useConflictColumns(): readonly Column<Meeting>[] {
  const { t } = useTranslation('planning');
  return [
    { id: 'title', header: t('meetings.name'), value: ({ title }) => title },
    {
      id: 'starts',
      header: t('meetings.starts'),
      value: ({ startsAt }) => formatDateTime(startsAt),
    },
    { id: 'ends', header: t('meetings.ends'), value: ({ endsAt }) => formatDateTime(endsAt) },
    { id: 'room', header: t('meetings.room'), value: ({ roomName }) => roomName ?? '' },
    {
      id: 'agenda',
      header: t('meetings.agenda'),
      value: ({ agenda }) => agenda.map(({ title }) => title).join('; '),
    },
    {
      id: 'participants',
      header: t('meetings.participants'),
      value: ({ participants }) => participants.map(({ fullName }) => fullName).join(', '),
    },
  ];
}
