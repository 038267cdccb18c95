import { useQueryClient } from '@tanstack/react-query';
import {
  type Door,
  admitPeople,
  declinePerson,
  doorChanged,
  getDoor,
  setDoor,
} from '../../../models/contracts/admission.ts';
import type { Id } from '../../../models/ids.ts';
import { useFollowMeeting, useNotice, useRestored } from '../../realtime/provider.tsx';
import { routeKey, useQueryRoute } from '../../realtime/queries.ts';
import { refreshRoute } from '../../realtime/refresh.ts';
import { useAct } from '../../realtime/useAct.ts';

/** The door of a meeting with who waits before it, kept as it changes; for those who run the meeting. */
export function useDoor(meetingId: Id) {
  const client = useQueryClient();
  const input = { params: { meetingId } };
  const queryKey = routeKey(getDoor, input);
  useFollowMeeting(meetingId);
  useNotice(doorChanged, (door) => {
    if (door.meetingId !== meetingId) return;
    // An answer that is under way may be older than this notice: it is read once more.
    if (client.isFetching({ queryKey }) > 0) refreshRoute(client, getDoor, input);
    client.setQueryData<Door>(queryKey, door);
  });
  useRestored(() => refreshRoute(client, getDoor, input));
  return useQueryRoute(getDoor, input);
}

export function useDoorActs(meetingId: Id) {
  const admit = useAct(admitPeople);
  const decline = useAct(declinePerson);
  const set = useAct(setDoor);
  return {
    admit: (personIds: readonly Id[]) => admit({ meetingId, personIds: [...personIds] }),
    decline: (personId: Id) => decline({ meetingId, personId }),
    set: (mode: Door['mode']) => set({ meetingId, mode }),
  };
}
