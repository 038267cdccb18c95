import { type Floor, floorChanged, getFloor } from '../../models/contracts/floor.ts';
import type { Id } from '../../models/ids.ts';
import { afterFloorChange } from './floor-changes.ts';
import { useNotice } from './provider.tsx';
import { useFollowedRoute } from './useFollowed.ts';

/** The floor of a meeting with how its reading went; kept as it changes. */
export function useFloorQuery(meetingId: Id) {
  const { query, take } = useFollowedRoute(meetingId, getFloor, { params: { meetingId } });
  useNotice(floorChanged, (change) => take(change, (floor) => afterFloorChange(floor, change)));
  return query;
}

/** The floor of a meeting as it is now; undefined until it was read. */
export const useFloor = (meetingId: Id): Floor | undefined => useFloorQuery(meetingId).data;
