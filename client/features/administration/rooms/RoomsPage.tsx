import { useQuery } from '@tanstack/react-query';
import DoorOpen from 'lucide-react/icons/door-open';
import { useTranslation } from 'react-i18next';
import type { Room } from '../../../../models/contracts/meetings.ts';
import type { Column } from '../../../primitives/Table.tsx';
import { CataloguePage } from '../catalogue/CataloguePage.tsx';
import { roomsQuery } from '../lists.ts';
import { RoomSheet } from './RoomSheet.tsx';

export function RoomsPage() {
  const { t } = useTranslation('administration');
  const query = useQuery(roomsQuery);
  const columns: readonly Column<Room>[] = [
    { id: 'name', header: t('rooms.name'), value: ({ name }) => name, width: '40%' },
    { id: 'location', header: t('rooms.location'), value: ({ location }) => location },
    { id: 'seats', header: t('rooms.seats'), value: ({ seats }) => seats, align: 'end' },
  ];
  return (
    <CataloguePage
      title={t('rooms.title')}
      description={t('rooms.description')}
      addLabel={t('rooms.add')}
      query={query}
      columns={columns}
      icon={DoorOpen}
      emptyTitle={t('rooms.emptyTitle')}
      emptyText={t('rooms.emptyText')}
      editor={(room, close) => <RoomSheet room={room} columns={columns} onClose={close} />}
    />
  );
}
