import { useQuery } from '@tanstack/react-query';
import type { Id } from '../../../../models/ids.ts';
import { choosable } from '../catalogue/record.ts';
import { roomsQuery } from '../lists.ts';

/** The rooms that a device can stand in. */
export function useRoomOptions(chosen: Id | null) {
  const rooms = useQuery(roomsQuery).data?.items;
  return choosable(rooms, chosen).map(({ id, name, location }) => ({
    id,
    label: name,
    description: location,
  }));
}
