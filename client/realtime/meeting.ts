import { useQueryClient } from '@tanstack/react-query';
import { type Meeting, getMeeting, meetingChanged } from '../../models/contracts/meetings.ts';
import type { Id } from '../../models/ids.ts';
import { readAgainWithin, withMeetingChange } from './meeting-changes.ts';
import { useFollowMeeting, useNotice, useRestored } from './provider.tsx';
import { routeKey, useQueryRoute } from './queries.ts';
import { refreshRoute } from './refresh.ts';

/** A meeting, kept as it changes. */
export function useMeeting(meetingId: Id) {
  const client = useQueryClient();
  const input = { params: { meetingId } };
  const queryKey = routeKey(getMeeting, input);
  const refresh = () => refreshRoute(client, getMeeting, input);
  useFollowMeeting(meetingId);
  useNotice(meetingChanged, (change) => {
    const kept = client.getQueryData<Meeting>(queryKey);
    if (change.meetingId !== meetingId || kept === undefined) return;
    const { meeting, stale } = withMeetingChange(kept, change);
    client.setQueryData<Meeting>(queryKey, meeting);
    if (stale) setTimeout(refresh, Math.random() * readAgainWithin(kept));
  });
  useRestored(refresh);
  return useQueryRoute(getMeeting, input);
}
