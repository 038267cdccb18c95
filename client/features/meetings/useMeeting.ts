import { useQueryClient } from '@tanstack/react-query';
import {
  type Meeting,
  getMeeting,
  meetingChanged,
  setCurrentAgendaItem,
  setMeetingState,
} from '../../../models/contracts/meetings.ts';
import type { Id } from '../../../models/ids.ts';
import { useFollowMeeting, useNotice, useRestored } from '../../realtime/provider.tsx';
import { routeKey, useMutationRoute, useQueryRoute } from '../../realtime/queries.ts';
import { refreshRoute } from '../../realtime/refresh.ts';
import { useMe } from '../../realtime/session.tsx';

/** A meeting, read again whenever it changes. */
export function useMeeting(meetingId: Id) {
  const client = useQueryClient();
  const input = { params: { meetingId } };
  const refresh = () => refreshRoute(client, getMeeting, input);
  useFollowMeeting(meetingId);
  useNotice(meetingChanged, (change) => {
    if (change.meetingId === meetingId) refresh();
  });
  useRestored(refresh);
  return useQueryRoute(getMeeting, input);
}

/** Whether the signed-in person opens, closes and moves the meeting along: the staff and its chair. */
export function useRuns(meeting: Pick<Meeting, 'myRole'> | undefined): boolean {
  const { isStaff } = useMe();
  return isStaff || meeting?.myRole === 'chair';
}

/** What those who run a meeting do to it; the answer is shown at once. */
export function useMeetingActs(meetingId: Id) {
  const client = useQueryClient();
  const onSuccess = (meeting: Meeting) =>
    client.setQueryData<Meeting>(routeKey(getMeeting, { params: { meetingId } }), meeting);
  const setState = useMutationRoute(setMeetingState, { onSuccess });
  const moveTo = useMutationRoute(setCurrentAgendaItem, { onSuccess });
  return { setState, moveTo };
}
