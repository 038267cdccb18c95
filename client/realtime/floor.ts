import { useQueryClient } from '@tanstack/react-query';
import { type Floor, floorChanged, getFloor } from '../../models/contracts/floor.ts';
import type { Id } from '../../models/ids.ts';
import { afterFloorChange } from './floor-changes.ts';
import { useFollowMeeting, useNotice, useRestored } from './provider.tsx';
import { routeKey, routeQuery, useQueryRoute } from './queries.ts';
import { refreshRoute } from './refresh.ts';

/** The floor of a meeting with how its reading went; kept as it changes. */
export function useFloorQuery(meetingId: Id) {
  const client = useQueryClient();
  const input = { params: { meetingId } };
  const queryKey = routeKey(getFloor, input);
  const refresh = () => refreshRoute(client, getFloor, input);
  const apply = (change: Parameters<typeof afterFloorChange>[1]) => {
    const kept = client.getQueryData<Floor>(queryKey);
    if (kept === undefined) return;
    const next = afterFloorChange(kept, change);
    if (next === 'missed') refresh();
    else client.setQueryData<Floor>(queryKey, next);
  };
  useFollowMeeting(meetingId);
  useNotice(floorChanged, (change) => {
    if (change.meetingId !== meetingId) return;
    if (client.isFetching({ queryKey }) === 0) apply(change);
    // An answer that is under way may be older than this notice, and must not take its place.
    else
      void client.fetchQuery(routeQuery(getFloor, input)).then(
        () => apply(change),
        () => undefined,
      );
  });
  useRestored(refresh);
  return useQueryRoute(getFloor, input);
}

/** The floor of a meeting as it is now; undefined until it was read. */
export const useFloor = (meetingId: Id): Floor | undefined => useFloorQuery(meetingId).data;
