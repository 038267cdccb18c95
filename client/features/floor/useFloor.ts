import {
  type Floor,
  declineRequest,
  endSpeech,
  extendSpeech,
  floorChanged,
  giveFloor,
  listSpeeches,
  moveRequest,
  setFloorRules,
} from '../../../models/contracts/floor.ts';
import type { Id } from '../../../models/ids.ts';
import { afterSpeeches } from '../../realtime/floor-changes.ts';
import { useFloor } from '../../realtime/floor.ts';
import { useNotice } from '../../realtime/provider.tsx';
import { useAct } from '../../realtime/useAct.ts';
import { useFollowedRoute } from '../../realtime/useFollowed.ts';

export { useFloor } from '../../realtime/floor.ts';

/** Who has the floor now; null for nobody. */
export function useFloorSpeaker(meetingId: Id): Id | null {
  const speaker = useFloor(meetingId)?.entries.find(({ state }) => state === 'speaking');
  return speaker?.personId ?? null;
}

/** The speeches of a meeting that have begun, in order, kept as more end. */
export function useSpeeches(meetingId: Id) {
  const { query, take } = useFollowedRoute(meetingId, listSpeeches, { params: { meetingId } });
  useNotice(floorChanged, (change) =>
    take(change, ({ items }) => ({ items: afterSpeeches(items, change.changed) })),
  );
  return query;
}

/** What those who run the meeting do with the floor; the notice that follows shows it. */
export function useFloorActs({ meetingId, mode, defaultSeconds }: Floor) {
  const give = useAct(giveFloor);
  const extend = useAct(extendSpeech);
  const end = useAct(endSpeech);
  const decline = useAct(declineRequest);
  const move = useAct(moveRequest);
  const rules = useAct(setFloorRules);
  return {
    give: (to: { entryId: Id } | { personId: Id }, seconds?: number | null) =>
      give({ meetingId, to, ...(seconds !== undefined && { seconds }) }),
    extend: (entryId: Id, minutes: number) => extend({ meetingId, entryId, seconds: minutes * 60 }),
    end: (entryId: Id) => end({ meetingId, entryId }),
    decline: (entryId: Id) => decline({ meetingId, entryId }),
    move: (entryId: Id, beforeId: Id | null) => move({ meetingId, entryId, beforeId }),
    setRules: (change: Partial<Pick<Floor, 'mode' | 'defaultSeconds'>>) =>
      rules({ meetingId, mode, defaultSeconds, ...change }),
  };
}
