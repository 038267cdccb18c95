import { setCurrentAgendaItem, setMeetingState } from '../../../models/contracts/meetings.ts';
import type { Id } from '../../../models/ids.ts';
import { useMeetingAnswer } from '../../realtime/meeting.ts';
import { useMutationRoute } from '../../realtime/queries.ts';

/** What those who run a meeting do to it; the answer is shown at once. */
export function useMeetingActs(meetingId: Id) {
  const onSuccess = useMeetingAnswer(meetingId);
  const setState = useMutationRoute(setMeetingState, { onSuccess });
  const moveTo = useMutationRoute(setCurrentAgendaItem, { onSuccess });
  return { setState, moveTo };
}
