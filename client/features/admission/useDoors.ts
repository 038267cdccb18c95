import { useQueries, useQueryClient } from '@tanstack/react-query';
import { type Door, doorChanged, getDoor } from '../../../models/contracts/admission.ts';
import { listMeetings } from '../../../models/contracts/meetings.ts';
import { keepUp } from '../../realtime/kept.ts';
import { useConnectionState, useNotice, useRestored } from '../../realtime/provider.tsx';
import { routeKey, routeQuery, useQueryRoute } from '../../realtime/queries.ts';
import { refreshRoute } from '../../realtime/refresh.ts';

/** A meeting before whose door people wait. */
interface Crowd {
  door: Door;
  title: string;
}

/** All doors before which somebody waits; for the staff, who hears of every meeting wherever they are. */
export function useDoors(): Crowd[] {
  const client = useQueryClient();
  // Read once notices arrive, or what happens in between would be in neither.
  const mayRead = useConnectionState() !== 'connecting';
  const meetings = useQueryRoute(listMeetings).data?.items;
  const open = meetings?.filter(({ state }) => state === 'open') ?? [];
  const doors = useQueries({
    queries: open.map(({ id }) => ({
      ...routeQuery(getDoor, { params: { meetingId: id } }),
      enabled: mayRead,
    })),
  });
  useNotice(doorChanged, (door) => {
    const queryKey = routeKey(getDoor, { params: { meetingId: door.meetingId } });
    keepUp<Door>(client, queryKey, door, () => door);
    // A meeting that was opened since the list was read.
    if (!open.some(({ id }) => id === door.meetingId)) refreshRoute(client, listMeetings);
  });
  useRestored(() => {
    refreshRoute(client, listMeetings);
    void client.invalidateQueries({ queryKey: routeKey(getDoor) });
  });
  return open.flatMap(({ title }, at) => {
    const door = doors[at]?.data;
    return door && door.waiting.length > 0 ? [{ door, title }] : [];
  });
}
