import { useQueryClient } from '@tanstack/react-query';
import {
  type Meeting,
  getMeeting,
  setCurrentAgendaItem,
  setMeetingState,
} from '../../../models/contracts/meetings.ts';
import type { Id } from '../../../models/ids.ts';
import { routeKey, useMutationRoute } from '../../realtime/queries.ts';

/** What those who run a meeting do to it; the answer is shown at once. */
export function useMeetingActs(meetingId: Id) {
  const client = useQueryClient();
  const onSuccess = (meeting: Meeting) =>
    client.setQueryData<Meeting>(routeKey(getMeeting, { params: { meetingId } }), meeting);
  const setState = useMutationRoute(setMeetingState, { onSuccess });
  const moveTo = useMutationRoute(setCurrentAgendaItem, { onSuccess });
  return { setState, moveTo };
}
