import {
  type Door,
  admitPeople,
  declinePerson,
  doorChanged,
  getDoor,
  setDoor,
} from '../../../models/contracts/admission.ts';
import type { Id } from '../../../models/ids.ts';
import { useNotice } from '../../realtime/provider.tsx';
import { useAct } from '../../realtime/useAct.ts';
import { useFollowedRoute } from '../../realtime/useFollowed.ts';

/** The door of a meeting with who waits before it, kept as it changes; for those who run the meeting. */
export function useDoor(meetingId: Id) {
  const { query, take } = useFollowedRoute(meetingId, getDoor, { params: { meetingId } });
  useNotice(doorChanged, (door) => take(door, () => door));
  return query;
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
